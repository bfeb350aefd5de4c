import type { PreferenceScale } from '#domain/rubrics/scale.ts';
import { setPreference } from '#web/features/rubrics/editor/scale-edits.ts';
import { FieldProblem } from '#web/features/rubrics/field-problem.tsx';
import { say } from '#web/messages/say.ts';
import { Segmented } from '#web/ui/segmented.tsx';
import { Switch } from '#web/ui/switch.tsx';
import { AnchorList } from './anchor-list.tsx';
import type { ScaleFormProps } from './scale-form-props.ts';
import styles from './scales.module.css';

const stepOptions = (['1', '2', '3', '4'] as const).map((value) => ({ value, label: value }));

/** How many strengths a side, what stands beside them, and their names. */
export function PreferenceForm({ scale, problems, onChange }: ScaleFormProps<PreferenceScale>) {
  const set = (change: Parameters<typeof setPreference>[1]) => onChange(setPreference(scale, change));
  return (
    <div className={styles.form}>
      <div className={styles.controls}>
        <div>
          <p className={styles.legend}>{say('Strengths a side')}</p>
          <Segmented
            label={say('Strengths a side')}
            options={stepOptions}
            value={String(scale.steps) as '1' | '2' | '3' | '4'}
            onChange={(steps) => set({ steps: Number(steps) })}
          />
          <FieldProblem text={problems.at('scale.steps')} />
        </div>
        <div className={styles.switches}>
          <Switch
            label={say('“About the same” in the middle')}
            checked={scale.tie}
            onChange={(event) => set({ tie: event.target.checked })}
          />
          <Switch
            label={say('“Both bad” apart from the scale')}
            checked={scale.bothBad}
            onChange={(event) => set({ bothBad: event.target.checked })}
          />
        </div>
      </div>
      <AnchorList scale={scale} problems={problems} onChange={onChange} />
    </div>
  );
}
