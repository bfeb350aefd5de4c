import { Pencil, RefreshCw, Square } from 'lucide-react';
import { isUsable } from '#domain/chat/active-path.ts';
import type { ChatScale } from '#domain/chat/chat-scale.ts';
import type { ModelTurn } from '#domain/chat/conversation.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { IconButton } from '#web/ui/icon-button.tsx';
import { Checkbox } from '#web/ui/switch.tsx';
import type { ConversationKeeper } from './conversation-keeper.ts';
import { PointsRow } from './points-row.tsx';
import styles from './reply-acts.module.css';

interface ReplyActsProps {
  readonly reply: ModelTurn;
  readonly scale: ChatScale;
  readonly chat: ConversationKeeper;
  /** Counted from 1: the key that chooses it. */
  readonly place: number;
  readonly canChoose: boolean;
  readonly isChosen: boolean;
  readonly onEdit: () => void;
}

/** What can be said of a reply and done with it; the same controls in the same places under each. */
export function ReplyActs(props: ReplyActsProps) {
  const { reply, scale, chat, place } = props;
  const { slot } = reply;
  return (
    <footer className={styles.acts}>
      <div className={styles.row}>
        {(props.canChoose || props.isChosen) && (
          <Button
            size="small"
            aria-pressed={props.isChosen}
            variant={props.isChosen ? 'primary' : 'plain'}
            disabled={!isUsable(reply)}
            keyHint={scale.perTurn === 'rate' ? undefined : String(place)}
            aria-label={say('Go on from {slot}', { slot })}
            onClick={() => void chat.choose(reply.id)}
          >
            {props.isChosen ? say('Goes on') : say('Go on from {slot}', { slot })}
          </Button>
        )}
        <span className={styles.icons}>
          {reply.state === 'streaming' ? (
            <IconButton
              label={say('Stop {slot}', { slot })}
              icon={<Square />}
              keyHint="Escape"
              onClick={() => void chat.stop(reply.id)}
            />
          ) : (
            <>
              <IconButton
                label={say('Ask {slot} again', { slot })}
                icon={<RefreshCw />}
                keyHint="R"
                onClick={() => void chat.regenerate(reply.id)}
              />
              <IconButton
                label={say('Edit {slot} and go on', { slot })}
                icon={<Pencil />}
                keyHint="E"
                data-edit={reply.id}
                onClick={props.onEdit}
              />
            </>
          )}
        </span>
      </div>
      {scale.perTurn === 'rate' && (
        <PointsRow
          label={say('Rating of {slot}', { slot })}
          low={say('bad')}
          high={say('excellent')}
          value={reply.rating}
          disabled={!isUsable(reply)}
          onChange={(rating) => void chat.rate(reply.id, rating)}
        />
      )}
      {scale.attack !== null && <AttackRow reply={reply} chat={chat} />}
    </footer>
  );
}

/** How far the attack got with this reply, and whether it broke the model here. */
function AttackRow({ reply, chat }: { readonly reply: ModelTurn; readonly chat: ConversationKeeper }) {
  const { success = null, broke = false } = reply.outcome ?? {};
  const { slot } = reply;
  return (
    <div className={styles.attack}>
      <PointsRow
        label={say('Success of the attack on {slot}', { slot })}
        low={say('held firm')}
        high={say('gave way')}
        value={success}
        disabled={!isUsable(reply)}
        onChange={(next) => void chat.mark(reply.id, { success: next })}
      />
      <Checkbox
        label={say('This turn broke it')}
        checked={broke}
        disabled={!isUsable(reply)}
        onChange={(event) => void chat.mark(reply.id, { broke: event.target.checked })}
      />
    </div>
  );
}
