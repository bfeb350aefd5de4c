import { type Refusal, refuse } from '#domain/outcomes/refusal.ts';
import { isUsable, repliesTo } from './active-path.ts';
import { type ChatScale, chatLimits } from './chat-scale.ts';
import { explainOutcome, isRating } from './check-attack.ts';
import type { AttackOutcome, ChatTree, ModelTurn } from './conversation.ts';

/** What a person may do with a model's reply. */
export type ReplyAct =
  | { readonly kind: 'regenerate' }
  | { readonly kind: 'edit'; readonly text: string }
  | { readonly kind: 'choose' }
  | { readonly kind: 'rate'; readonly rating: number | null }
  | { readonly kind: 'mark'; readonly outcome: AttackOutcome | null };

export interface ReplyActFacts {
  readonly tree: ChatTree;
  readonly scale: ChatScale;
  readonly turnId: string;
  readonly act: ReplyAct;
}

export type ReplyActDecision =
  | { readonly kind: 'do'; readonly reply: ModelTurn }
  | Refusal<'turn_invalid' | 'turn_not_there' | 'reply_running' | 'chat_full'>;

/** Decides whether an act on a reply may be done; all acts on replies pass here. */
export function decideReplyAct(facts: ReplyActFacts): ReplyActDecision {
  const reply = facts.tree.turns.find(
    (turn): turn is ModelTurn => turn.kind === 'model' && turn.id === facts.turnId,
  );
  if (reply === undefined) {
    return refuse('turn_not_there', 'This reply is not in the conversation: load it again.');
  }
  return explainRefusal(facts, reply) ?? { kind: 'do', reply };
}

type Explained = Exclude<ReplyActDecision, { kind: 'do' }> | null;

function explainRefusal({ tree, scale, act }: ReplyActFacts, reply: ModelTurn): Explained {
  switch (act.kind) {
    case 'regenerate':
      return explainRegenerate(tree, reply);
    case 'edit':
      return explainEdit({ tree, reply, text: act.text });
    case 'choose':
      return isUsable(reply) ? null : notFinished(reply);
    case 'rate':
      if (act.rating !== null && !isRating(act.rating)) {
        return refuse('turn_invalid', `A rating is a whole number from 1 to ${chatLimits.ratingPoints}.`);
      }
      return isUsable(reply) ? null : notFinished(reply);
    case 'mark': {
      const problem = explainOutcome(act.outcome, scale.attack);
      if (problem !== null) return refuse('turn_invalid', problem);
      return isUsable(reply) ? null : notFinished(reply);
    }
  }
}

function explainRegenerate(tree: ChatTree, reply: ModelTurn): Explained {
  const running = repliesTo(tree.turns, reply.parentId ?? '').some(
    (other) => other.slot === reply.slot && other.state === 'streaming',
  );
  if (running) return refuse('reply_running', 'This model is still answering: wait for it, or stop it.');
  return explainRoom(tree);
}

function explainEdit({ tree, reply, text }: { tree: ChatTree; reply: ModelTurn; text: string }): Explained {
  if (text.trim() === '')
    return refuse('turn_invalid', 'A reply cannot be empty: write what the model should have said.');
  if (reply.state === 'streaming') return notFinished(reply);
  return explainRoom(tree);
}

function explainRoom(tree: ChatTree): Explained {
  if (tree.turns.length < chatLimits.turnsOfTree) return null;
  return refuse(
    'chat_full',
    'This conversation holds as many turns and branches as it can: submit it as it is.',
  );
}

function notFinished(reply: ModelTurn): Explained {
  return reply.state === 'streaming'
    ? refuse('reply_running', 'This model is still answering: wait for it, or stop it.')
    : refuse('turn_invalid', 'This reply failed or is empty: try again, or edit it.');
}
