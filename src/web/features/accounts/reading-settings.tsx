import type { Preferences } from '#contract/accounts.ts';
import { say } from '#web/messages/say.ts';
import { useChangePreferences, useSession } from '#web/session/use-session.ts';
import { errorText } from '#web/ui/error-state.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { RangeField } from '#web/ui/range-field.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { Stack } from '#web/ui/stack.tsx';
import { LanguageField } from './language-field.tsx';
import styles from './reading-settings.module.css';

/** In English on every page, as the texts that are judged. */
const sample =
  'A plumb line is a cord with a weight at its end. Masons hang it beside a wall to see whether the wall stands upright: the line does not argue, and it does not tire.';

/** Language and theme of the page, and how model text is set; every change shows at once in the sample. */
export function ReadingSettings() {
  const { preferences } = useSession();
  const change = useChangePreferences();
  const set = (part: Partial<Preferences>) => change.mutate({ ...preferences, ...part });
  return (
    <Stack gap={4}>
      <LanguageField value={preferences.language} onChange={(language) => set({ language })} />
      <div className={styles.row}>
        <span>{say('Theme')}</span>
        <Segmented
          label={say('Theme')}
          value={preferences.theme}
          onChange={(theme) => set({ theme })}
          options={[
            { value: 'system', label: say('As the system') },
            { value: 'light', label: say('Light') },
            { value: 'dark', label: say('Dark') },
          ]}
        />
      </div>
      <div className={styles.row}>
        <span>{say('Responses')}</span>
        <Segmented
          label={say('Responses')}
          value={preferences.layout}
          onChange={(layout) => set({ layout })}
          options={[
            { value: 'side_by_side', label: say('Side by side') },
            { value: 'stacked', label: say('Stacked') },
          ]}
        />
      </div>
      <RangeField
        label={say('Size of model text')}
        value={preferences.fontSizePx}
        onChange={(fontSizePx) => set({ fontSizePx })}
        min={13}
        max={24}
        unit="px"
      />
      <RangeField
        label={say('Line length')}
        value={preferences.measureCharacters}
        onChange={(measureCharacters) => set({ measureCharacters })}
        min={48}
        max={110}
        step={2}
        unit={say('characters')}
      />
      {change.error && <Notice tone="bad">{errorText(change.error)}</Notice>}
      <p className={styles.sample} lang="en" dir="ltr">
        {sample}
      </p>
    </Stack>
  );
}
