import type { ContinuationScale, RunScale, StepLabelScale } from '#domain/rubrics/scale.ts';
import { say } from '#web/messages/say.ts';
import { Switch } from '#web/ui/switch.tsx';
import type { ScaleFormProps } from './scale-form-props.ts';
import styles from './scales.module.css';

/** Which labels a step can get, and how far the steps are walked. */
export function StepLabelForm({ scale, onChange }: ScaleFormProps<StepLabelScale>) {
  return (
    <div className={styles.switches}>
      <Switch
        label={say('“Neutral” between good and bad')}
        hint={say('Not wrong, but it leads nowhere.')}
        checked={scale.neutral}
        onChange={(event) => onChange({ ...scale, neutral: event.target.checked })}
      />
      <Switch
        label={say('Stop at the first bad step')}
        hint={say('Nothing is asked after it: what follows rests on an error.')}
        checked={scale.stopAtFirstError}
        onChange={(event) => onChange({ ...scale, stopAtFirstError: event.target.checked })}
      />
    </div>
  );
}

/** Whether a dialogue may end where no reply is good. */
export function ContinuationForm({ scale, onChange }: ScaleFormProps<ContinuationScale>) {
  return (
    <div className={styles.switches}>
      <p className={styles.hint}>
        {say(
          'Items need a recorded dialogue with several replies to a turn. At each of them the annotator chooses the reply that goes on; where there is only one, it follows by itself.',
        )}
      </p>
      <Switch
        label={say('“None is good enough” ends the dialogue')}
        hint={say('Without it a reply must be chosen at every turn.')}
        checked={scale.mayStop}
        onChange={(event) => onChange({ ...scale, mayStop: event.target.checked })}
      />
    </div>
  );
}

/** Nothing to set; what happens in words. */
export function RunForm(_props: ScaleFormProps<RunScale>) {
  return (
    <p className={styles.hint}>
      {say(
        'Python, JavaScript, TypeScript and SQL run in the annotator’s browser, without a network and for a short time. Tests that came with the item run with one key. What ran, what it printed and which tests passed is kept.',
      )}
    </p>
  );
}
