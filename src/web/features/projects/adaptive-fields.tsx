import { say } from '#web/messages/say.ts';
import { Notice } from '#web/ui/notice.tsx';
import { NumberField } from '#web/ui/number-field.tsx';
import type { AdaptiveForm, checkAdaptive } from './adaptive-form.ts';
import styles from './timing-fields.module.css';

interface AdaptiveFieldsProps {
  readonly form: AdaptiveForm;
  readonly problems: ReturnType<typeof checkAdaptive>;
  readonly overlap: number;
  readonly onChange: (part: Partial<AdaptiveForm>) => void;
}

/** The bounds within which answers decide, and what they come to in a sentence. */
export function AdaptiveFields({ form, problems, overlap, onChange }: AdaptiveFieldsProps) {
  return (
    <>
      <div className={styles.four}>
        <NumberField
          label={say('At least')}
          value={form.least}
          min={1}
          max={overlap}
          error={problems.least}
          onChange={(least) => onChange({ least })}
        />
        <NumberField
          label={say('At most')}
          value={form.most}
          min={overlap}
          max={50}
          error={problems.most}
          onChange={(most) => onChange({ most })}
        />
        <NumberField
          label={say('Sure from (%)')}
          value={form.certaintyPercent}
          min={60}
          max={99}
          error={problems.certaintyPercent}
          onChange={(certaintyPercent) => onChange({ certaintyPercent })}
        />
        <NumberField
          label={say('Extra judgments')}
          value={form.extra}
          min={0}
          error={problems.extra}
          onChange={(extra) => onChange({ extra })}
        />
      </div>
      <Notice>
        {say(
          'Each item begins with {overlap, number}. From {least, number} on it is done once one answer is {certainty, number} % likely; where none is, it gets one more at a time, up to {most, number}, as long as saved or extra judgments are left. What stays open then waits for experts.',
          { overlap, least: form.least, certainty: form.certaintyPercent, most: form.most },
        )}
      </Notice>
    </>
  );
}
