import { type CSSProperties, useCallback } from 'react';
import type { Conversation } from '#contract/conversations.ts';
import type { ChatScale } from '#domain/chat/chat-scale.ts';
import { type ChatRound, type ChatTree, chatSlots } from '#domain/chat/conversation.ts';
import styles from './chat-round.module.css';
import type { ConversationKeeper } from './conversation-keeper.ts';
import { OwnTurn } from './own-turn.tsx';
import { ReplyColumn } from './reply-column.tsx';

export interface ChatRoundProps {
  readonly number: number;
  readonly round: ChatRound;
  readonly conversation: Conversation;
  readonly tree: ChatTree;
  readonly scale: ChatScale;
  readonly chat: ConversationKeeper;
  /** The reply that the next turn answers; null at the head. */
  readonly goesOnFrom: string | null;
  readonly isHead: boolean;
  readonly isFrozen: boolean;
}

/** Pixels above a turn that is scrolled to. */
const room = 16;

/** One turn of the person and what each model answered, side by side and all alike. */
export function ChatRoundView(props: ChatRoundProps) {
  const { number, round, conversation, tree, scale, chat, isHead, isFrozen } = props;
  const slots = chatSlots.filter((slot) => round.replies.some((reply) => reply.slot === slot));
  // A new round begins at the top of what is seen, with room below for the replies to grow.
  const show = useCallback(
    (element: HTMLLIElement | null) => {
      const thread = element?.closest('[data-thread]');
      if (!isHead || element === null || thread == null) return;
      // By hand: "into view" would also move what lies around the thread.
      thread.scrollTop += element.getBoundingClientRect().top - thread.getBoundingClientRect().top - room;
    },
    [isHead],
  );
  return (
    <li ref={show} className={styles.round} data-head={isHead || undefined}>
      <OwnTurn user={round.user} replies={round.replies} {...{ number, tree, scale, chat, isFrozen }} />
      <div className={styles.replies} style={{ '--columns': slots.length } as CSSProperties}>
        {slots.map((slot, index) => (
          <ReplyColumn
            key={slot}
            slot={slot}
            place={index + 1}
            replies={round.replies.filter((reply) => reply.slot === slot)}
            failures={conversation.turns}
            isAlone={slots.length === 1}
            {...{ round, scale, chat, isHead, isFrozen, goesOnFrom: props.goesOnFrom }}
          />
        ))}
      </div>
    </li>
  );
}
