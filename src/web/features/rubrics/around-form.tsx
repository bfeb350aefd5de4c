import { requirements } from '#domain/rubrics/requirement.ts';
import { message, say } from '#web/messages/say.ts';
import { NumberField } from '#web/ui/number-field.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { Stack } from '#web/ui/stack.tsx';
import styles from './criterion-form.module.css';
import type { DraftRubric } from './editor/draft-rubric.ts';
import { FieldProblem } from './field-problem.tsx';
import type { FormProps } from './form-props.ts';

const words = {
  off: message('Not asked'),
  optional: message('Optional'),
  required: message('Required'),
} as const;
const listOptions = () => requirements.map((value) => ({ value, label: say(words[value]) }));

/** What is asked around the criteria: the overall one, a reason, confidence. */
export function AroundForm({ draft, problems, onEdit }: FormProps & { readonly draft: DraftRubric }) {
  const pairs = draft.criteria.filter((criterion) => criterion.target === 'pair');
  const { justification, confidence } = draft;
  return (
    <Stack gap={6}>
      <FieldProblem text={problems.at('criteria')} />
      {pairs.length > 0 && (
        <SelectField
          label={say('Overall preference')}
          hint={say('This criterion stands for the whole judgment in exports.')}
          error={problems.at('overallKey')}
          options={pairs.map(({ id, label }) => ({
            value: String(id),
            label: label || say('Unnamed criterion'),
          }))}
          value={String(draft.overallId ?? '')}
          onChange={(id) => onEdit({ kind: 'overall', id: Number(id) })}
        />
      )}
      <Stack gap={3}>
        <div>
          <p className={styles.legend}>{say('Reason in the annotator’s own words')}</p>
          <Segmented
            label={say('Reason in the annotator’s own words')}
            options={listOptions()}
            value={justification.ask}
            onChange={(ask) => onEdit({ kind: 'justification', ask })}
          />
        </div>
        {justification.ask === 'required' && (
          <NumberField
            label={say('Shortest reason, in characters')}
            min={0}
            max={5_000}
            value={justification.minCharacters}
            error={problems.at('justification.minCharacters')}
            onChange={(minCharacters) => onEdit({ kind: 'justification', minCharacters })}
          />
        )}
      </Stack>
      <div>
        <p className={styles.legend}>{say('Confidence')}</p>
        <Segmented
          label={say('Confidence')}
          options={listOptions()}
          value={confidence}
          onChange={(next) => onEdit({ kind: 'confidence', confidence: next })}
        />
        <p className={styles.hint}>{say('Guessing, fairly sure or certain.')}</p>
      </div>
    </Stack>
  );
}
