import type { Preferences } from '#contract/accounts.ts';
import { useChangePreferences, useSession } from '#web/session/use-session.ts';
import { errorText } from '#web/ui/error-state.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { RangeField } from '#web/ui/range-field.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { Stack } from '#web/ui/stack.tsx';
import styles from './reading-settings.module.css';

/** Theme, and how model text is set; every change shows at once in the sample. */
export function ReadingSettings() {
  const { preferences } = useSession();
  const change = useChangePreferences();
  const set = (part: Partial<Preferences>) => change.mutate({ ...preferences, ...part });
  return (
    <Stack gap={4}>
      <div className={styles.row}>
        <span>Theme</span>
        <Segmented
          label="Theme"
          value={preferences.theme}
          onChange={(theme) => set({ theme })}
          options={[
            { value: 'system', label: 'As the system' },
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
          ]}
        />
      </div>
      <div className={styles.row}>
        <span>Responses</span>
        <Segmented
          label="Responses"
          value={preferences.layout}
          onChange={(layout) => set({ layout })}
          options={[
            { value: 'side_by_side', label: 'Side by side' },
            { value: 'stacked', label: 'Stacked' },
          ]}
        />
      </div>
      <RangeField
        label="Size of model text"
        value={preferences.fontSizePx}
        onChange={(fontSizePx) => set({ fontSizePx })}
        min={13}
        max={24}
        unit="px"
      />
      <RangeField
        label="Line length"
        value={preferences.measureCharacters}
        onChange={(measureCharacters) => set({ measureCharacters })}
        min={48}
        max={110}
        step={2}
        unit="characters"
      />
      {change.error && <Notice tone="bad">{errorText(change.error)}</Notice>}
      <p className={styles.sample} lang="en">
        A plumb line is a cord with a weight at its end. Masons hang it beside a wall to see whether the wall
        stands upright: the line does not argue, and it does not tire.
      </p>
    </Stack>
  );
}
