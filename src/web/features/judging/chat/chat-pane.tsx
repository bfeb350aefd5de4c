import { type KeyboardEvent, type RefObject, useRef } from 'react';
import { activePath } from '#domain/chat/active-path.ts';
import type { ChatScale } from '#domain/chat/chat-scale.ts';
import { checkConversation } from '#domain/chat/check-conversation.ts';
import type { ChatRound, ChatTree } from '#domain/chat/conversation.ts';
import type { Brief, Message } from '#domain/items/item.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { ErrorState, errorText } from '#web/ui/error-state.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ChatAnnouncer } from './chat-announcer.tsx';
import { actForKey } from './chat-keys.ts';
import styles from './chat-pane.module.css';
import { ChatRoundView } from './chat-round.tsx';
import { Composer } from './composer.tsx';
import type { ChatSnapshot, ConversationKeeper } from './conversation-keeper.ts';
import { GoalCard } from './goal-card.tsx';
import { treeOf } from './merge-conversation.ts';

export interface ChatPaneProps {
  /** The id of the composer, to which keys lead from other questions. */
  readonly stopId?: string | undefined;
  readonly onFocus?: (() => void) | undefined;
  readonly scale: ChatScale;
  readonly snapshot: ChatSnapshot;
  readonly chat: ConversationKeeper;
  readonly brief?: Brief | undefined;
  readonly prompt: readonly Message[];
}

/** A live conversation with one to four blind models: the goal, what was said, and the next turn. */
export function ChatPane(props: ChatPaneProps) {
  const { scale, snapshot, chat, brief, prompt } = props;
  const root = useRef<HTMLElement>(null);
  const { conversation, error } = snapshot;
  if (conversation === undefined) {
    return (
      <div className={styles.waiting}>
        {error === null ? (
          <Skeleton lines={5} />
        ) : (
          <ErrorState
            error={error}
            title={say('The chat could not be opened')}
            onRetry={() => chat.retry()}
          />
        )}
      </div>
    );
  }
  const tree = treeOf(conversation);
  const rounds = activePath(tree);
  const head = rounds.at(-1);
  const isFrozen = conversation.state === 'frozen';
  const isStreaming = head?.replies.some(({ state }) => state === 'streaming') ?? false;
  const onKeyDown = (event: KeyboardEvent) => {
    if (isFrozen || event.defaultPrevented) return;
    if (actForKey(event.nativeEvent, { root: root.current, head, scale, chat, isStreaming })) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  return (
    <section
      ref={root}
      className={styles.pane}
      aria-label={say('Live chat')}
      data-own-keys="leaves"
      onKeyDown={onKeyDown}
      onFocus={props.onFocus}
    >
      <div className={styles.thread} data-thread="" tabIndex={-1}>
        <GoalCard brief={brief} prompt={prompt} />
        <ol className={styles.rounds}>
          {rounds.map((round, index) => (
            <ChatRoundView
              key={round.user.id}
              number={index + 1}
              round={round}
              goesOnFrom={rounds[index + 1]?.user.parentId ?? null}
              isHead={round === head}
              isFrozen={isFrozen}
              {...{ conversation, tree, scale, chat }}
            />
          ))}
        </ol>
        <ChatAnnouncer replies={head?.replies ?? []} />
      </div>
      <ChatFoot
        stopId={props.stopId}
        {...{ tree, rounds, scale, snapshot, chat, isFrozen, isStreaming, root }}
      />
    </section>
  );
}

interface ChatFootProps extends Pick<ChatPaneProps, 'scale' | 'snapshot' | 'chat' | 'stopId'> {
  readonly tree: ChatTree;
  readonly rounds: readonly ChatRound[];
  readonly isFrozen: boolean;
  readonly isStreaming: boolean;
  readonly root: RefObject<HTMLElement | null>;
}

/** The composer, and what went wrong. */
function ChatFoot(props: ChatFootProps) {
  const { tree, rounds, scale, snapshot, chat, isFrozen, isStreaming, root } = props;
  const { error } = snapshot;
  return (
    <footer className={styles.foot}>
      {error !== null && <Notice tone="bad">{errorText(error)}</Notice>}
      {isFrozen ? (
        <Notice>{say('This conversation is part of your judgment: it can be read, but not changed.')}</Notice>
      ) : (
        <Composer
          stopId={props.stopId}
          lastPlan={rounds.at(-1)?.user.plan ?? null}
          said={rounds.length}
          missing={rounds.length === 0 ? undefined : checkConversation(tree, scale)[0]?.message}
          onSent={() => focusAfterSending(root.current, scale)}
          {...{ scale, snapshot, chat, isStreaming }}
        />
      )}
      {snapshot.link === 'lost' && (
        <p className={styles.lost} role="status">
          {say('The connection was lost. It comes back by itself.')}
          <Button size="small" variant="quiet" onClick={() => chat.refresh()}>
            {say('Look again')}
          </Button>
        </p>
      )}
    </footer>
  );
}

/** Where there is something to decide about the replies, the keys go there; else the person writes on. */
function focusAfterSending(root: HTMLElement | null, scale: ChatScale): void {
  if (scale.models === 1 && scale.perTurn === 'none' && scale.attack === null) return;
  root?.querySelector<HTMLElement>('[data-thread]')?.focus({ preventScroll: true });
}
