import type { ChatScale } from './chat-scale.ts';
import type { ChatTree, ChatTurn, ModelTurn, UserTurn } from './conversation.ts';

export const chatScale: ChatScale = {
  kind: 'chat',
  models: 2,
  perTurn: 'choose',
  minTurns: 1,
  maxTurns: 3,
  attack: null,
};

/** The smallest taxonomy: one value on each axis. */
export const oneAttack = {
  techniques: [{ key: 'role_play', label: 'Role play' }],
  harms: [{ key: 'fraud', label: 'Fraud' }],
  targets: [{ key: 'complies', label: 'Complies' }],
};

export function said(id: string, parentId: string | null = null, change: Partial<UserTurn> = {}): UserTurn {
  return { kind: 'user', id, parentId, text: `says ${id}`, editedFrom: null, plan: null, ...change };
}

export function answered(id: string, parentId: string, change: Partial<ModelTurn> = {}): ModelTurn {
  return {
    kind: 'model',
    id,
    parentId,
    slot: 'A',
    text: `answers ${id}`,
    state: 'complete',
    chosen: false,
    rating: null,
    outcome: null,
    editedFrom: null,
    ...change,
  };
}

export function treeOf(headId: string | null, ...turns: readonly ChatTurn[]): ChatTree {
  return { headId, turns };
}
