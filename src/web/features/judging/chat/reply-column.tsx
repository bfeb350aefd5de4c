import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import type { ConversationTurn } from '#contract/conversations.ts';
import { continuationOf, countingReplies, isUsable } from '#domain/chat/active-path.ts';
import type { ChatScale } from '#domain/chat/chat-scale.ts';
import type { ChatRound, ChatSlot, ModelTurn } from '#domain/chat/conversation.ts';
import { say } from '#web/messages/say.ts';
import { IconButton } from '#web/ui/icon-button.tsx';
import { RenderedText } from '#web/ui/rendered-text/rendered-text.tsx';
import type { ConversationKeeper } from './conversation-keeper.ts';
import { ReplyActs } from './reply-acts.tsx';
import styles from './reply-column.module.css';
import { ReplyFailureNote } from './reply-failure-note.tsx';
import { TextEdit } from './text-edit.tsx';

interface ReplyColumnProps {
  readonly slot: ChatSlot;
  /** Counted from 1: the key that chooses it. */
  readonly place: number;
  /** All replies of this model here, oldest first. */
  readonly replies: readonly ModelTurn[];
  readonly round: ChatRound;
  readonly failures: readonly ConversationTurn[];
  readonly scale: ChatScale;
  readonly chat: ConversationKeeper;
  readonly goesOnFrom: string | null;
  readonly isAlone: boolean;
  readonly isHead: boolean;
  readonly isFrozen: boolean;
}

/** What one blind model answered, with its other tries, and what the person can say of it. */
export function ReplyColumn(props: ReplyColumnProps) {
  const { slot, replies, round, scale, chat, isHead, isFrozen } = props;
  // What was being written when the page went away is opened again.
  const [pickedId, setPicked] = useState(() => (isFrozen ? null : findBegun(replies, chat)));
  const [isEditing, setEditing] = useState(pickedId !== null);
  const counting = countingReplies(round).find((reply) => reply.slot === slot);
  const picked = replies.find(({ id }) => id === pickedId);
  // A new try is shown as soon as it begins, whatever was looked at before.
  const reply = counting?.state === 'streaming' ? counting : (picked ?? counting);
  if (reply === undefined) return null;
  const goesOn = (props.goesOnFrom ?? continuationOf(round)?.id) === reply.id;
  const failure = props.failures.find(({ turnId }) => turnId === reply.id)?.failure ?? null;
  return (
    <article
      className={styles.column}
      aria-label={say('Reply {slot}', { slot })}
      aria-busy={reply.state === 'streaming'}
      data-reply={reply.id}
      data-goes-on={(goesOn && !props.isAlone) || undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: keys act on the reply that has the focus
      tabIndex={0}
    >
      <header className={styles.head}>
        <span className={styles.letter}>{slot}</span>
        <Tries replies={replies} shown={reply} onShow={setPicked} />
        <span className={styles.state}>{stateWords(reply)}</span>
      </header>
      <div className={styles.body} data-head={isHead || undefined}>
        {isEditing ? (
          <TextEdit
            label={say('What the model should have said')}
            text={reply.text}
            turnId={reply.id}
            chat={chat}
            saveLabel={say('Go on from this')}
            onSave={(text) => chat.edit(reply.id, text)}
            onClose={() => setEditing(false)}
          />
        ) : (
          <ReplyText reply={reply} />
        )}
        {failure !== null && (
          <ReplyFailureNote
            failure={failure}
            canRetry={!isFrozen && reply.state === 'failed'}
            onRetry={() => void chat.regenerate(reply.id)}
          />
        )}
      </div>
      {!isFrozen && (
        <ReplyActs
          reply={reply}
          scale={scale}
          chat={chat}
          place={props.place}
          canChoose={isUsable(reply) && round.replies.filter(isUsable).length > 1}
          isChosen={goesOn && (reply.chosen || props.goesOnFrom !== null)}
          onEdit={() => setEditing(true)}
        />
      )}
    </article>
  );
}

function ReplyText({ reply }: { readonly reply: ModelTurn }) {
  // Typesetting a long text at each word would hold up the keys.
  const text = useDeferredValue(reply.text);
  if (text.trim() !== '') return <RenderedText text={text} />;
  return reply.state === 'streaming' ? <p className={styles.waiting}>{say('Thinking…')}</p> : null;
}

function stateWords(reply: ModelTurn): string {
  if (reply.state === 'streaming') return say('answering');
  if (reply.editedFrom !== null) return say('edited by you');
  return reply.state === 'stopped' ? say('stopped') : '';
}

interface TriesProps {
  readonly replies: readonly ModelTurn[];
  readonly shown: ModelTurn;
  readonly onShow: (turnId: string) => void;
}

/** The way through the tries of one model; nothing where there is one. */
function Tries({ replies, shown, onShow }: TriesProps) {
  if (replies.length < 2) return null;
  const at = replies.indexOf(shown);
  const show = (index: number) => {
    const reply = replies[index];
    if (reply) onShow(reply.id);
  };
  return (
    <span className={styles.tries}>
      <IconButton
        label={say('Try before')}
        icon={<ChevronLeft />}
        disabled={at <= 0}
        onClick={() => show(at - 1)}
      />
      <span>{say('{at, number} of {count, number}', { at: at + 1, count: replies.length })}</span>
      <IconButton
        label={say('Next try')}
        icon={<ChevronRight />}
        disabled={at >= replies.length - 1}
        onClick={() => show(at + 1)}
      />
    </span>
  );
}

/** The reply whose edit was begun and not ended; null where there is none. */
function findBegun(replies: readonly ModelTurn[], chat: Pick<ConversationKeeper, 'readEdit'>): string | null {
  return replies.find(({ id }) => chat.readEdit(id) !== undefined)?.id ?? null;
}
