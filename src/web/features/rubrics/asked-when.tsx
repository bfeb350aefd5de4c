import { isValueScale } from '#domain/rubrics/scale.ts';
import { say } from '#web/messages/say.ts';
import { Switch } from '#web/ui/switch.tsx';
import { ConditionForm } from './condition/condition-form.tsx';
import { describeCondition } from './condition/describe-condition.ts';
import type { CriterionFormProps } from './criterion-form.tsx';
import { Disclosure } from './disclosure.tsx';
import { FieldProblem } from './field-problem.tsx';

/** Whether an answer is needed, whether there may be none, and on what it depends. */
export function AskedWhen({ criterion, draft, problems, onEdit }: CriterionFormProps) {
  const { id, required, scale } = criterion;
  const isForced = ['required', 'allowNotApplicable', 'condition'].some(
    (path) => problems.below(path) !== undefined,
  );
  const state = [
    required ? say('required') : say('optional'),
    criterion.allowNotApplicable === true ? say('may be not applicable') : undefined,
    describeCondition(criterion, draft),
  ];
  return (
    <Disclosure
      title={say('When it is asked')}
      state={state.filter((part) => part !== undefined).join(' · ')}
      isForced={isForced}
    >
      <Switch
        label={say('Required')}
        checked={required}
        onChange={(event) => onEdit({ kind: 'required', id, required: event.target.checked })}
      />
      <FieldProblem text={problems.at('required')} />
      {isValueScale(scale) && (
        <Switch
          label={say('“Not applicable” is an answer')}
          checked={criterion.allowNotApplicable === true}
          onChange={(event) => onEdit({ kind: 'not_applicable', id, allowed: event.target.checked })}
        />
      )}
      <FieldProblem text={problems.at('allowNotApplicable')} />
      <ConditionForm criterion={criterion} draft={draft} problems={problems} onEdit={onEdit} />
    </Disclosure>
  );
}
