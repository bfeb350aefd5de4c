import { say } from '#web/messages/say.ts';
import { NumberField } from '#web/ui/number-field.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { Stack } from '#web/ui/stack.tsx';
import { Switch } from '#web/ui/switch.tsx';
import type { DraftRubric } from './editor/draft-rubric.ts';
import { canBeOverall } from './editor/overall.ts';
import { FieldProblem } from './field-problem.tsx';
import type { FormProps } from './form-props.ts';
import { RequirementField } from './scales/requirement-field.tsx';

/** What is asked around the criteria: the overall one, a reason, confidence, conflict, and a way out. */
export function AroundForm({ draft, problems, onEdit }: FormProps & { readonly draft: DraftRubric }) {
  const comparing = draft.criteria.filter(({ target }) => canBeOverall(target));
  const { justification, confidence, conflict = 'off', unsettled = true } = draft;
  return (
    <Stack gap={6}>
      <FieldProblem text={problems.at('criteria')} />
      {comparing.length > 0 && (
        <SelectField
          label={say('Overall criterion')}
          hint={say('This criterion stands for the whole judgment in exports.')}
          error={problems.at('overallKey')}
          options={comparing.map(({ id, label }) => ({
            value: String(id),
            label: label || say('Unnamed criterion'),
          }))}
          value={String(draft.overallId ?? '')}
          onChange={(id) => onEdit({ kind: 'overall', id: Number(id) })}
        />
      )}
      <Stack gap={3}>
        <RequirementField
          label={say('Reason in the annotator’s own words')}
          value={justification.ask}
          error={justification.ask === 'required' ? undefined : problems.at('justification.minCharacters')}
          onChange={(ask) => onEdit({ kind: 'justification', ask })}
        />
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
      <RequirementField
        label={say('Confidence')}
        hint={say('Guessing, fairly sure or certain.')}
        value={confidence}
        onChange={(next) => onEdit({ kind: 'confidence', confidence: next })}
      />
      <RequirementField
        label={say('Criteria in conflict')}
        hint={say('Which criteria pulled apart, and which one won.')}
        error={problems.at('conflict')}
        value={conflict}
        onChange={(next) => onEdit({ kind: 'conflict', conflict: next })}
      />
      <Switch
        label={say('“The rubric does not settle this” may be answered')}
        hint={say('It asks for the section of the guidelines and goes to you; it never counts as a tie.')}
        checked={unsettled}
        onChange={(event) => onEdit({ kind: 'unsettled', unsettled: event.target.checked })}
      />
    </Stack>
  );
}
