import type { WritingScale } from '#domain/rubrics/scale.ts';
import { FieldProblem } from '#web/features/rubrics/field-problem.tsx';
import { message, say } from '#web/messages/say.ts';
import { Segmented } from '#web/ui/segmented.tsx';
import type { ScaleFormProps } from './scale-form-props.ts';
import styles from './scales.module.css';
import { WritingRulesForm } from './writing-rules-form.tsx';

const purposes = [
  { value: 'reference', label: message('A reference response') },
  { value: 'prompt', label: message('A prompt') },
] as const;
const starts = [
  { value: 'blank', label: message('From scratch') },
  { value: 'edit', label: message('By editing') },
  { value: 'either', label: message('Either') },
] as const;

/** What is written, from what, and by which rules. */
export function WritingForm({ scale, problems, onChange }: ScaleFormProps<WritingScale>) {
  const isPrompt = scale.purpose === 'prompt';
  return (
    <div className={styles.form}>
      <div>
        <p className={styles.legend}>{say('What is written')}</p>
        <Segmented
          label={say('What is written')}
          options={purposes.map(({ value, label }) => ({ value, label: say(label) }))}
          value={scale.purpose}
          onChange={(purpose) =>
            onChange({ ...scale, purpose, start: purpose === 'prompt' ? 'blank' : scale.start })
          }
        />
        <p className={styles.hint}>
          {isPrompt
            ? say('For items with a goal card and no responses. Prompts close to others are pointed out.')
            : say('The response that a model should have given.')}
        </p>
      </div>
      {(!isPrompt || scale.start !== 'blank') && (
        <div>
          <p className={styles.legend}>{say('How it begins')}</p>
          <Segmented
            label={say('How it begins')}
            options={starts.map(({ value, label }) => ({ value, label: say(label) }))}
            value={scale.start}
            onChange={(start) => onChange({ ...scale, start })}
          />
          {scale.start !== 'blank' && (
            <p className={styles.hint}>
              {say('An edited response and its original form a pair, with their difference kept.')}
            </p>
          )}
          <FieldProblem text={problems.at('scale.start')} />
        </div>
      )}
      <WritingRulesForm scale={scale} problems={problems} onChange={onChange} />
    </div>
  );
}
