import type { ConditionTest } from '#domain/rubrics/condition.ts';
import {
  type DraftCondition,
  type DraftCriterion,
  type DraftRubric,
  findCriterion,
} from '#web/features/rubrics/editor/draft-rubric.ts';
import type { FormProps } from '#web/features/rubrics/form-props.ts';
import { say } from '#web/messages/say.ts';
import { SelectField } from '#web/ui/select-field.tsx';
import { freshTest, listSources, testsOf } from './condition-choices.ts';
import { TestForm } from './test-form.tsx';

interface ConditionFormProps extends FormProps {
  readonly criterion: DraftCriterion;
  readonly draft: DraftRubric;
}

const always = 'always';

/** "Ask only if …": an earlier criterion, then a test of its answer in words. */
export function ConditionForm({ criterion, draft, problems, onEdit }: ConditionFormProps) {
  const { id, askedIf } = criterion;
  const sources = listSources(draft.criteria, id);
  const source = askedIf === null ? undefined : findCriterion(draft, askedIf.sourceId);
  const set = (next: DraftCondition | null, typing?: string) =>
    onEdit({ kind: 'condition', id, askedIf: next, ...(typing !== undefined && { typing }) });
  const choose = (value: string) => {
    const chosen = sources.find((each) => String(each.id) === value);
    const kind = chosen && testsOf(chosen.scale)[0];
    if (chosen === undefined || kind === undefined) return set(null);
    set({ sourceId: chosen.id, sourceKey: chosen.key, test: freshTest(kind, chosen.scale) });
  };
  if (sources.length === 0 && askedIf === null) return null;
  // A source that no longer can be chosen is still shown, so that the contradiction has a name.
  const strange = askedIf !== null && !sources.some((each) => each.id === askedIf.sourceId);
  return (
    <>
      <SelectField
        label={say('Ask only if …')}
        options={[
          { value: always, label: say('Always asked') },
          ...sources.map((each) => ({
            value: String(each.id),
            label: each.label || say('Unnamed criterion'),
          })),
          ...(strange
            ? [{ value: String(askedIf.sourceId), label: source?.label || askedIf.sourceKey, disabled: true }]
            : []),
        ]}
        value={askedIf === null ? always : String(askedIf.sourceId)}
        error={problems.at('condition')}
        onChange={choose}
      />
      {askedIf !== null && source !== undefined && (
        <TestForm
          scale={source.scale}
          test={askedIf.test}
          error={problems.at('condition.test')}
          onChange={(test: ConditionTest, typing?: string) => set({ ...askedIf, test }, typing)}
        />
      )}
    </>
  );
}
