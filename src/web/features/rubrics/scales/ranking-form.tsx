import type { RankingScale } from '#domain/rubrics/scale.ts';
import { message, say } from '#web/messages/say.ts';
import { Segmented } from '#web/ui/segmented.tsx';
import { Switch } from '#web/ui/switch.tsx';
import type { ScaleFormProps } from './scale-form-props.ts';
import styles from './scales.module.css';

const modes = [
  { value: 'full', label: message('All in order') },
  { value: 'best_worst', label: message('Best and worst') },
] as const;

/** All in order or only the ends, and which ways out there are. */
export function RankingForm({ scale, onChange }: ScaleFormProps<RankingScale>) {
  const isFull = scale.mode === 'full';
  return (
    <div className={styles.form}>
      <div>
        <Segmented
          label={say('What is ranked')}
          options={modes.map(({ value, label }) => ({ value, label: say(label) }))}
          value={scale.mode}
          onChange={(mode) =>
            onChange({
              ...scale,
              mode,
              ties: mode === 'full' && scale.ties,
              unrankable: mode === 'full' && scale.unrankable,
            })
          }
        />
        <p className={styles.hint}>
          {isFull
            ? say('Each press of a number gives that response the next rank.')
            : say('Two presses a task. Good where many responses are nearly alike.')}
        </p>
      </div>
      <div className={styles.switches}>
        {isFull && (
          <Switch
            label={say('Ties: responses may share a rank')}
            checked={scale.ties}
            onChange={(event) => onChange({ ...scale, ties: event.target.checked })}
          />
        )}
        <Switch
          label={say('“All bad” as an answer of its own')}
          checked={scale.allBad}
          onChange={(event) => onChange({ ...scale, allBad: event.target.checked })}
        />
        {isFull && (
          <Switch
            label={say('Single responses may be left out, as impossible to place')}
            checked={scale.unrankable}
            onChange={(event) => onChange({ ...scale, unrankable: event.target.checked })}
          />
        )}
      </div>
    </div>
  );
}
