import { Copy, Trash2 } from 'lucide-react';
import { rubricLimits } from '#domain/rubrics/rubric.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { Row, Stack } from '#web/ui/stack.tsx';
import { Switch } from '#web/ui/switch.tsx';
import { TextArea, TextField } from '#web/ui/text-field.tsx';
import { AskedOf } from './asked-of.tsx';
import { AskedWhen } from './asked-when.tsx';
import styles from './criterion-form.module.css';
import { Disclosure } from './disclosure.tsx';
import type { DraftCriterion, DraftRubric } from './editor/draft-rubric.ts';
import { canBeOverall } from './editor/overall.ts';
import type { FormProps } from './form-props.ts';
import { ScaleForm } from './scales/scale-form.tsx';

export interface CriterionFormProps extends FormProps {
  readonly criterion: DraftCriterion;
  readonly draft: DraftRubric;
}

/** Everything about one criterion: what is usual in sight, the rest folded; contradictions stand at their fields. */
export function CriterionForm(props: CriterionFormProps) {
  const { criterion, problems, onEdit } = props;
  const { id, label } = criterion;
  return (
    <Stack gap={4}>
      <TextField
        label={say('Label')}
        value={label}
        maxLength={rubricLimits.labelCharacters}
        autoFocus={label === '' && !criterion.keyIsOwn}
        placeholder={say('What annotators read, such as “Helpfulness”')}
        error={problems.at('label')}
        onChange={(event) => onEdit({ kind: 'label', id, label: event.target.value })}
      />
      <AskedOf criterion={criterion} problems={problems} onEdit={onEdit} />
      <div className={styles.scale}>
        <ScaleForm
          scale={criterion.scale}
          problems={problems}
          onChange={(scale, typing) =>
            onEdit({ kind: 'scale', id, scale, ...(typing !== undefined && { typing }) })
          }
        />
      </div>
      <div>
        <Disclosure
          title={say('Help')}
          state={criterion.help.split('\n')[0] || say('none yet')}
          isForced={problems.at('help') !== undefined}
        >
          <TextArea
            label={say('Help')}
            labelHidden
            rows={4}
            value={criterion.help}
            maxLength={rubricLimits.helpCharacters}
            hint={say('Markdown. Opens beside the task when an annotator asks for it.')}
            error={problems.at('help')}
            onChange={(event) => onEdit({ kind: 'help', id, help: event.target.value })}
          />
        </Disclosure>
        <AskedWhen {...props} />
        <InData {...props} />
      </div>
      <Row gap={2}>
        <Button
          size="small"
          variant="quiet"
          icon={<Copy />}
          keyHint="Mod+D"
          onClick={() => onEdit({ kind: 'copy', id })}
        >
          {say('Duplicate')}
        </Button>
        <Button size="small" variant="quiet" icon={<Trash2 />} onClick={() => onEdit({ kind: 'remove', id })}>
          {say('Remove')}
        </Button>
      </Row>
    </Stack>
  );
}

/** The name in data, and whether it stands for the whole. */
function InData({ criterion, draft, problems, onEdit }: CriterionFormProps) {
  const { id, key, keyIsOwn, target } = criterion;
  const isOverall = draft.overallId === id;
  return (
    <Disclosure
      title={say('In data and exports')}
      state={isOverall ? say('{key}, stands for the whole judgment', { key }) : key}
      isForced={problems.at('key') !== undefined}
    >
      <TextField
        label={say('Key')}
        value={key}
        maxLength={60}
        spellCheck={false}
        autoCapitalize="off"
        hint={
          keyIsOwn
            ? say('The name in data and exports. With another key it counts as another criterion.')
            : say('The name in data and exports. Follows the label until you write your own.')
        }
        error={problems.at('key')}
        onChange={(event) => onEdit({ kind: 'key', id, key: event.target.value })}
      />
      {canBeOverall(target) && (
        <Switch
          label={say('Stands for the whole judgment in exports')}
          checked={isOverall}
          disabled={isOverall}
          hint={isOverall ? say('To change it, switch it on at another criterion that compares.') : undefined}
          onChange={() => onEdit({ kind: 'overall', id })}
        />
      )}
    </Disclosure>
  );
}
