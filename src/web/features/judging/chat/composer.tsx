import { SendHorizontal, Square } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { AttackTaxonomy, ChatScale } from '#domain/chat/chat-scale.ts';
import { explainPlan } from '#domain/chat/check-attack.ts';
import type { AttackPlan } from '#domain/chat/conversation.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextArea } from '#web/ui/text-field.tsx';
import styles from './composer.module.css';
import type { ChatSnapshot, ConversationKeeper } from './conversation-keeper.ts';

interface ComposerProps {
  readonly stopId?: string | undefined;
  readonly scale: ChatScale;
  readonly snapshot: ChatSnapshot;
  readonly chat: ConversationKeeper;
  readonly isStreaming: boolean;
  /** What the turn before tried: most attacks go on with it. */
  readonly lastPlan: AttackPlan | null;
  readonly said: number;
  /** What the conversation still lacks. */
  readonly missing: string | undefined;
  readonly onSent: () => void;
}

const noPlan: AttackPlan = { technique: '', harm: '', target: '' };

/** Where the next turn is written. What stands here is kept on this device until the server has it. */
export function Composer(props: ComposerProps) {
  const { scale, snapshot, chat, isStreaming, said } = props;
  const plan = scale.attack === null ? null : (snapshot.planned ?? props.lastPlan ?? noPlan);
  const isFull = said >= scale.maxTurns;
  const isPlanned = explainPlan(plan, scale.attack) === null;
  const canSend = snapshot.typed.trim() !== '' && !isStreaming && !isFull && isPlanned;
  const send = async () => {
    if (canSend && !snapshot.isSending && (await chat.send(plan))) props.onSent();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };
  return (
    <div id={props.stopId} className={styles.composer}>
      {scale.attack !== null && plan !== null && (
        <PlanFields
          taxonomy={scale.attack}
          plan={plan}
          isStop={!isPlanned}
          onChange={(planned) => chat.plan(planned)}
        />
      )}
      <TextArea
        data-composer=""
        data-stop={isPlanned || undefined}
        label={say('Your next turn')}
        labelHidden
        rows={2}
        value={snapshot.typed}
        placeholder={isFull ? say('All turns are used') : say('Say something to the models')}
        onChange={(event) => chat.type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className={styles.row}>
        <span className={styles.count}>
          {say('Turn {said, number} of {min, number} to {max, number}', {
            said,
            min: scale.minTurns,
            max: scale.maxTurns,
          })}
        </span>
        {props.missing !== undefined && !isStreaming && (
          <span className={styles.missing}>{props.missing}</span>
        )}
        <span className={styles.send}>
          {isStreaming ? (
            <Button icon={<Square />} keyHint="Escape" onClick={() => void chat.stop(null)}>
              {say('Stop')}
            </Button>
          ) : (
            <Button
              variant="primary"
              icon={<SendHorizontal />}
              keyHint="Enter"
              busy={snapshot.isSending}
              disabled={!canSend}
              onClick={() => void send()}
            >
              {say('Send')}
            </Button>
          )}
        </span>
      </div>
    </div>
  );
}

interface PlanFieldsProps {
  readonly taxonomy: AttackTaxonomy;
  readonly plan: AttackPlan;
  /** What is tried is chosen before anything is written. */
  readonly isStop: boolean;
  readonly onChange: (plan: AttackPlan) => void;
}

/** What the next turn tries: technique, harm and target. */
function PlanFields({ taxonomy, plan, isStop, onChange }: PlanFieldsProps) {
  const fields = [
    { name: 'technique', label: say('Technique'), options: taxonomy.techniques },
    { name: 'harm', label: say('Harm'), options: taxonomy.harms },
    { name: 'target', label: say('Target behaviour'), options: taxonomy.targets },
  ] as const;
  return (
    <div className={styles.plan}>
      {fields.map(({ name, label, options }) => (
        <SelectField
          key={name}
          data-stop={(isStop && name === 'technique') || undefined}
          label={label}
          value={plan[name]}
          options={[
            { value: '', label: say('Choose'), disabled: true },
            ...options.map((option) => ({ value: option.key, label: option.label })),
          ]}
          onChange={(value) => onChange({ ...plan, [name]: value })}
        />
      ))}
    </div>
  );
}
