import { Copy, Trash2 } from 'lucide-react';
import { rubricLimits } from '#domain/rubrics/rubric.ts';
import { criterionTargets } from '#domain/rubrics/target.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { Row, Stack } from '#web/ui/stack.tsx';
import { Switch } from '#web/ui/switch.tsx';
import { TextArea, TextField } from '#web/ui/text-field.tsx';
import styles from './criterion-form.module.css';
import type { DraftCriterion } from './editor/draft-rubric.ts';
import { FieldProblem } from './field-problem.tsx';
import type { FormProps } from './form-props.ts';
import { ScaleForm } from './scale-form.tsx';
import { targetNames } from './scale-words.ts';

interface CriterionFormProps extends FormProps {
  readonly criterion: DraftCriterion;
  readonly isOverall: boolean;
}

/** Everything about one criterion; contradictions stand at their fields. */
export function CriterionForm(props: CriterionFormProps) {
  const { criterion, problems, onEdit } = props;
  const { id } = criterion;
  return (
    <Stack gap={4}>
      <NameFields criterion={criterion} problems={problems} onEdit={onEdit} />
      <AskedFields {...props} />
      <TextArea
        label={say('Help')}
        optional
        rows={4}
        value={criterion.help}
        maxLength={rubricLimits.helpCharacters}
        hint={say('Markdown. Opens beside the task when an annotator asks for it.')}
        error={problems.at('help')}
        onChange={(event) => onEdit({ kind: 'help', id, help: event.target.value })}
      />
      <div className={styles.scale}>
        <ScaleForm criterion={criterion} problems={problems} onEdit={onEdit} />
      </div>
      <Row gap={2}>
        <Button size="small" variant="quiet" icon={<Copy />} onClick={() => onEdit({ kind: 'copy', id })}>
          {say('Duplicate')}
        </Button>
        <Button size="small" variant="quiet" icon={<Trash2 />} onClick={() => onEdit({ kind: 'remove', id })}>
          {say('Remove')}
        </Button>
      </Row>
    </Stack>
  );
}

function NameFields({ criterion, problems, onEdit }: FormProps & { readonly criterion: DraftCriterion }) {
  const { id } = criterion;
  const isUnnamed = criterion.label === '' && !criterion.keyIsOwn;
  return (
    <>
      <TextField
        label={say('Label')}
        value={criterion.label}
        maxLength={rubricLimits.labelCharacters}
        autoFocus={isUnnamed}
        placeholder={say('What annotators read, such as “Helpfulness”')}
        error={problems.at('label')}
        onChange={(event) => onEdit({ kind: 'label', id, label: event.target.value })}
      />
      <TextField
        label={say('Key')}
        value={criterion.key}
        maxLength={60}
        spellCheck={false}
        autoCapitalize="off"
        hint={
          criterion.keyIsOwn
            ? say('The name in data and exports. With another key it counts as another criterion.')
            : say('The name in data and exports. Follows the label until you write your own.')
        }
        error={problems.at('key')}
        onChange={(event) => onEdit({ kind: 'key', id, key: event.target.value })}
      />
    </>
  );
}

function AskedFields({ criterion, isOverall, problems, onEdit }: CriterionFormProps) {
  const { id, target } = criterion;
  return (
    <>
      <div>
        <p className={styles.legend}>{say('Asked about')}</p>
        <Segmented
          label={say('Asked about')}
          options={criterionTargets.map((value) => ({ value, label: say(targetNames[value]) }))}
          value={target}
          onChange={(next) => onEdit({ kind: 'target', id, target: next })}
        />
        <FieldProblem text={problems.at('target')} />
      </div>
      <Stack gap={2}>
        <Switch
          label={say('Required')}
          checked={criterion.required}
          onChange={(event) => onEdit({ kind: 'required', id, required: event.target.checked })}
        />
        <FieldProblem text={problems.at('required')} />
        {target === 'pair' && (
          <Switch
            label={say('Stands for the whole judgment in exports')}
            checked={isOverall}
            disabled={isOverall}
            hint={isOverall ? say('To change it, switch it on at another pair criterion.') : undefined}
            onChange={() => onEdit({ kind: 'overall', id })}
          />
        )}
      </Stack>
    </>
  );
}
