import { freshScale } from '#domain/rubrics/fresh-scale.ts';
import { criterionTargets, scalesOf } from '#domain/rubrics/target.ts';
import { say } from '#web/messages/say.ts';
import { SelectField } from '#web/ui/select-field.tsx';
import styles from './criterion-form.module.css';
import type { DraftCriterion } from './editor/draft-rubric.ts';
import { FieldProblem } from './field-problem.tsx';
import type { FormProps } from './form-props.ts';
import { kindNames, targetNames } from './scale-words.ts';

/** What the criterion is asked about, and how it is answered; only what fits together is offered. */
export function AskedOf({ criterion, problems, onEdit }: FormProps & { readonly criterion: DraftCriterion }) {
  const { id, target, scale } = criterion;
  const kinds = scalesOf[target].includes(scale.kind) ? scalesOf[target] : [scale.kind, ...scalesOf[target]];
  return (
    <div>
      <div className={styles.askedOf}>
        <SelectField
          label={say('Asked about')}
          options={criterionTargets.map((value) => ({ value, label: say(targetNames[value]) }))}
          value={target}
          error={problems.at('target')}
          onChange={(next) => onEdit({ kind: 'target', id, target: next })}
        />
        <SelectField
          label={say('Answered by')}
          options={kinds.map((value) => ({ value, label: say(kindNames[value]) }))}
          value={scale.kind}
          disabled={kinds.length === 1}
          onChange={(kind) => onEdit({ kind: 'scale', id, scale: freshScale(kind) })}
        />
      </div>
      <FieldProblem text={problems.at('scale')} />
    </div>
  );
}
