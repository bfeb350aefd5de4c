import { type FormEvent, useId, useState } from 'react';
import { thresholdLimits } from '#domain/thresholds/rule.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { firstRule } from './change-rule.ts';
import { PreviewPart } from './preview-part.tsx';
import { RuleSentence } from './rule-sentence.tsx';
import styles from './thresholds.module.css';
import type { StoredRule } from './thresholds-queries.ts';
import { useThresholdActs } from './use-threshold-acts.ts';

interface RuleDialogProps {
  readonly projectId: string;
  /** Null for a new rule. */
  readonly known: StoredRule | null;
  readonly onClose: () => void;
}

/** A rule put together as a sentence, with what it would do today. */
export function RuleDialog({ projectId, known, onClose }: RuleDialogProps) {
  const [name, setName] = useState(known?.name ?? '');
  const [rule, setRule] = useState(known?.rule ?? firstRule);
  const { save } = useThresholdActs(projectId);
  const formId = useId();
  const send = (isOn: boolean) =>
    save.mutate(
      { known, name: name.trim() === '' ? say('Rule') : name.trim(), rule, isOn },
      { onSuccess: onClose },
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(true);
  };
  return (
    <Dialog
      open
      title={known === null ? say('New rule') : say('Change the rule')}
      onClose={onClose}
      width={720}
      footer={
        <>
          <Button disabled={save.isPending} onClick={() => send(false)}>
            {say('Save switched off')}
          </Button>
          <Button variant="primary" type="submit" form={formId} disabled={save.isPending}>
            {say('Save and switch on')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className={styles.form}>
        <TextField
          label={say('Name')}
          hint={say('The person sees it, too.')}
          value={name}
          maxLength={thresholdLimits.nameCharacters}
          onChange={(event) => setName(event.target.value)}
          data-autofocus
        />
        <RuleSentence rule={rule} onChange={setRule} />
        <PreviewPart projectId={projectId} rule={rule} ruleId={known?.ruleId ?? null} />
      </form>
    </Dialog>
  );
}
