import { type Refusal, refuse } from '#domain/outcomes/refusal.ts';
import { activePath, continuationOf, repliesTo } from './active-path.ts';
import { type ChatScale, chatLimits } from './chat-scale.ts';
import { explainPlan } from './check-attack.ts';
import type { AttackPlan, ChatTree, UserTurn } from './conversation.ts';

export interface SendFacts {
  readonly tree: ChatTree;
  readonly scale: ChatScale;
  readonly text: string;
  readonly plan: AttackPlan | null;
  /** The own turn that is written anew, so that a branch begins; null for the next turn. */
  readonly editOf: string | null;
}

export type SendDecision =
  | { readonly kind: 'send'; readonly parentId: string | null }
  | Refusal<'turn_invalid' | 'turn_not_there' | 'reply_running' | 'choose_first' | 'chat_full'>;

/** Decides whether the person may say something now, and to which turn it answers. */
export function decideSend(facts: SendFacts): SendDecision {
  const { tree, scale } = facts;
  if (facts.text.trim() === '')
    return refuse('turn_invalid', 'There is nothing to send: write something first.');
  const planProblem = explainPlan(facts.plan, scale.attack);
  if (planProblem !== null) return refuse('turn_invalid', planProblem);
  if (tree.turns.length + 1 + scale.models > chatLimits.turnsOfTree) {
    return refuse(
      'chat_full',
      'This conversation holds as many turns and branches as it can: submit it as it is.',
    );
  }
  return facts.editOf === null ? decideNext(facts) : decideEdit(tree, facts.editOf);
}

function decideNext({ tree, scale }: SendFacts): SendDecision {
  const rounds = activePath(tree);
  const last = rounds.at(-1);
  if (last === undefined) return { kind: 'send', parentId: null };
  if (rounds.length >= scale.maxTurns) {
    return refuse(
      'chat_full',
      `This conversation has its ${scale.maxTurns} turns: submit it, or go back and edit a turn.`,
    );
  }
  if (last.replies.some((reply) => reply.state === 'streaming')) {
    return refuse('reply_running', 'A model is still answering: wait for it, or stop it.');
  }
  const goesOn = continuationOf(last);
  if (goesOn !== undefined) return { kind: 'send', parentId: goesOn.id };
  return refuse(
    'choose_first',
    last.replies.some((reply) => reply.state !== 'failed')
      ? 'Choose the reply to go on from first.'
      : 'No model has answered your last turn: try again there, or edit it.',
  );
}

function decideEdit(tree: ChatTree, editOf: string): SendDecision {
  const original = tree.turns.find((turn): turn is UserTurn => turn.kind === 'user' && turn.id === editOf);
  if (original === undefined) {
    return refuse('turn_not_there', 'The turn that you edit is not in this conversation: load it again.');
  }
  if (repliesTo(tree.turns, editOf).some((reply) => reply.state === 'streaming')) {
    return refuse('reply_running', 'A model is still answering this turn: wait for it, or stop it.');
  }
  return { kind: 'send', parentId: original.parentId };
}
