import { ChevronLeft, ChevronRight, Pencil } from 'lucide-react';
import { useState } from 'react';
import { branchesAt } from '#domain/chat/active-path.ts';
import type { AttackTaxonomy, ChatScale } from '#domain/chat/chat-scale.ts';
import type { AttackPlan, ChatTree, ModelTurn, UserTurn } from '#domain/chat/conversation.ts';
import { say } from '#web/messages/say.ts';
import { IconButton } from '#web/ui/icon-button.tsx';
import { RenderedText } from '#web/ui/rendered-text/rendered-text.tsx';
import type { ConversationKeeper } from './conversation-keeper.ts';
import styles from './own-turn.module.css';
import { TextEdit } from './text-edit.tsx';

interface OwnTurnProps {
  readonly number: number;
  readonly user: UserTurn;
  readonly replies: readonly ModelTurn[];
  readonly tree: ChatTree;
  readonly scale: ChatScale;
  readonly chat: ConversationKeeper;
  readonly isFrozen: boolean;
}

/** What the person said, with the other ways in which they went on here. */
export function OwnTurn({ number, user, replies, tree, scale, chat, isFrozen }: OwnTurnProps) {
  const [isEditing, setEditing] = useState(() => !isFrozen && chat.readEdit(user.id) !== undefined);
  const branches = branchesAt(tree.turns, user);
  const at = branches.findIndex(({ id }) => id === user.id);
  const isAnswered = replies.every(({ state }) => state !== 'streaming');
  const go = (step: number) => {
    const to = branches[at + step];
    if (to) void chat.goTo(to.id);
  };
  return (
    <article className={styles.turn} aria-label={say('Your turn {number, number}', { number })}>
      <header className={styles.head}>
        <span className={styles.who}>{say('You')}</span>
        {user.plan !== null && scale.attack !== null && (
          <span className={styles.plan}>{planWords(user.plan, scale.attack)}</span>
        )}
        <span className={styles.acts}>
          {branches.length > 1 && (
            <>
              <IconButton
                label={say('Branch before')}
                icon={<ChevronLeft />}
                disabled={at <= 0 || isFrozen}
                onClick={() => go(-1)}
              />
              <span className={styles.count}>
                {say('{at, number} of {count, number}', { at: at + 1, count: branches.length })}
              </span>
              <IconButton
                label={say('Next branch')}
                icon={<ChevronRight />}
                disabled={at >= branches.length - 1 || isFrozen}
                onClick={() => go(1)}
              />
            </>
          )}
          {!isFrozen && isAnswered && !isEditing && (
            <IconButton
              label={say('Say this otherwise, in a branch of its own')}
              icon={<Pencil />}
              onClick={() => setEditing(true)}
            />
          )}
        </span>
      </header>
      {isEditing ? (
        <TextEdit
          label={say('Your turn, otherwise')}
          text={user.text}
          turnId={user.id}
          chat={chat}
          saveLabel={say('Send')}
          onSave={(text) => chat.editOwn(user.id, text, user.plan)}
          onClose={() => setEditing(false)}
        />
      ) : (
        <RenderedText text={user.text} />
      )}
    </article>
  );
}

/** A plan by the names of the taxonomy. */
export function planWords(plan: AttackPlan, taxonomy: AttackTaxonomy): string {
  const named = [
    taxonomy.techniques.find(({ key }) => key === plan.technique)?.label ?? plan.technique,
    taxonomy.harms.find(({ key }) => key === plan.harm)?.label ?? plan.harm,
    taxonomy.targets.find(({ key }) => key === plan.target)?.label ?? plan.target,
  ];
  return named.join(' · ');
}
