import { useState } from 'react';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { Section } from '#web/ui/section.tsx';
import { Row } from '#web/ui/stack.tsx';
import { Switch } from '#web/ui/switch.tsx';
import { RuleDialog } from './rule-dialog.tsx';
import { saySentence } from './rule-words.ts';
import styles from './thresholds.module.css';
import type { StoredRule } from './thresholds-queries.ts';
import { useThresholdActs } from './use-threshold-acts.ts';

interface RuleRowProps {
  readonly projectId: string;
  readonly stored: StoredRule;
  readonly onChange: () => void;
}

function RuleRow({ projectId, stored, onChange }: RuleRowProps) {
  const { save, remove } = useThresholdActs(projectId);
  const { name, rule, isOn, ruleId } = stored;
  return (
    <li className={styles.row}>
      <div>
        <p className={styles.title} dir="auto">
          {name}
        </p>
        <p className={styles.soft}>{saySentence(rule)}</p>
      </div>
      <Row>
        <Switch
          label={say('On')}
          aria-label={say('{name} is on', { name })}
          checked={isOn}
          disabled={save.isPending}
          onChange={(event) => save.mutate({ known: stored, name, rule, isOn: event.target.checked })}
        />
        <Button size="small" onClick={onChange} aria-label={say('Change {name}', { name })}>
          {say('Change')}
        </Button>
        <Button
          size="small"
          variant="quiet"
          disabled={remove.isPending}
          onClick={() => remove.mutate(ruleId)}
          aria-label={say('Remove {name}', { name })}
        >
          {say('Remove')}
        </Button>
      </Row>
    </li>
  );
}

/** The rules of a project, each a sentence. */
export function RulesPart({
  projectId,
  rules,
}: {
  readonly projectId: string;
  readonly rules: readonly StoredRule[];
}) {
  const [open, setOpen] = useState<StoredRule | 'new' | null>(null);
  return (
    <Section
      title={say('Rules')}
      summary={say(
        'They act whenever figures on people are computed, and on the same judgments of a person only once. Everything they do can be disputed and reversed.',
      )}
      actions={<Button onClick={() => setOpen('new')}>{say('New rule')}</Button>}
    >
      {rules.length === 0 ? (
        <p className={styles.soft}>
          {say('There is no rule yet. Figures are only shown, and nothing happens to anybody by itself.')}
        </p>
      ) : (
        <ul className={styles.rows}>
          {rules.map((stored) => (
            <RuleRow
              key={stored.ruleId}
              projectId={projectId}
              stored={stored}
              onChange={() => setOpen(stored)}
            />
          ))}
        </ul>
      )}
      {open !== null && (
        <RuleDialog
          projectId={projectId}
          known={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );
}
