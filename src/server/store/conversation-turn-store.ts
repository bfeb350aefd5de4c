import { sql } from 'kysely';
import type {
  AttackOutcome,
  AttackPlan,
  ChatSlot,
  ChatTree,
  ChatTurn,
  TurnState,
} from '#domain/chat/conversation.ts';
import { type ReplyFailure, replyFailure } from '#domain/chat/reply-failure.ts';
import type { Executor, Transaction } from '#server/database/database.ts';

/** What came back with a reply beside its text. */
export interface StoredReplyFacts {
  readonly finishReason: string | null;
  readonly promptTokens: number | null;
  readonly completionTokens: number | null;
  readonly model: string | null;
  readonly firstTokenMs: number | null;
  readonly latencyMs: number;
}

export interface StoredTurn {
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: 'user' | 'model';
  readonly text: string;
  readonly editedFrom: string | null;
  readonly plan: AttackPlan | null;
  readonly slot: ChatSlot | null;
  readonly endpointId: string | null;
  readonly state: TurnState;
  readonly failure: ReplyFailure | null;
  readonly chosen: boolean;
  readonly rating: number | null;
  readonly outcome: AttackOutcome | null;
  readonly createdAt: Date;
}

const columns = [
  'id',
  'parentId',
  'kind',
  'text',
  'editedFrom',
  'plan',
  'slot',
  'endpointId',
  'state',
  'failure',
  'chosen',
  'rating',
  'outcome',
  'createdAt',
] as const;

/** All turns of a conversation in the order in which they were made. */
export async function listTurns(executor: Executor, conversationId: string): Promise<StoredTurn[]> {
  const rows = await executor
    .selectFrom('conversationTurns')
    .where('conversationId', '=', conversationId)
    .select(columns)
    .orderBy('id')
    .execute();
  return rows.map((row) => row as unknown as StoredTurn);
}

/** The tree as the rules read it. */
export function treeOf(headId: string | null, turns: readonly StoredTurn[]): ChatTree {
  return {
    headId,
    turns: turns.map((turn): ChatTurn => {
      const { id, parentId, text, editedFrom } = turn;
      return turn.kind === 'user' || turn.slot === null
        ? { kind: 'user', id, parentId, text, editedFrom, plan: turn.plan }
        : {
            kind: 'model',
            id,
            parentId,
            text,
            editedFrom,
            slot: turn.slot,
            state: turn.state,
            chosen: turn.chosen,
            rating: turn.rating,
            outcome: turn.outcome,
          };
    }),
  };
}

/** The turn that an act with this client id made, and what it said. */
export async function findTurnOfClient(
  executor: Executor,
  query: { conversationId: string; clientId: string },
): Promise<{ id: string; bodyHash: Buffer | null } | undefined> {
  return executor
    .selectFrom('conversationTurns')
    .where('conversationId', '=', query.conversationId)
    .where('clientId', '=', query.clientId)
    .select(['id', 'bodyHash'])
    .executeTakeFirst();
}

export interface NewTurn {
  readonly id: string;
  readonly conversationId: string;
  readonly parentId: string | null;
  readonly kind: 'user' | 'model';
  readonly text: string;
  readonly createdAt: Date;
  readonly clientId?: string;
  readonly bodyHash?: Buffer;
  readonly editedFrom?: string | null;
  readonly plan?: AttackPlan | null;
  readonly slot?: ChatSlot;
  readonly endpointId?: string;
  readonly state: TurnState;
  readonly chosen?: boolean;
  readonly aliveUntil?: Date;
}

export async function insertTurns(transaction: Transaction, turns: readonly NewTurn[]): Promise<void> {
  const values = turns.map(({ plan, ...turn }) => ({
    ...turn,
    ...(plan && { plan: JSON.stringify(plan) }),
    ...(turn.state !== 'streaming' && { finishedAt: turn.createdAt }),
  }));
  for (const row of values) await transaction.insertInto('conversationTurns').values(row).execute();
}

/** Makes one reply of a round the one that is gone on from; null leaves none. */
export async function setChosen(
  transaction: Transaction,
  choice: { parentId: string; turnId: string | null },
): Promise<void> {
  // First take back, then set: at no moment may two of a round be chosen.
  await transaction
    .updateTable('conversationTurns')
    .set({ chosen: false })
    .where('parentId', '=', choice.parentId)
    .where('chosen', '=', true)
    .execute();
  if (choice.turnId === null) return;
  await transaction
    .updateTable('conversationTurns')
    .set({ chosen: true })
    .where('id', '=', choice.turnId)
    .execute();
}

export async function setRating(
  transaction: Transaction,
  change: { turnId: string; rating: number | null },
): Promise<void> {
  await transaction
    .updateTable('conversationTurns')
    .set({ rating: change.rating })
    .where('id', '=', change.turnId)
    .execute();
}

/** A model breaks at one turn: saying so of another one takes it back from the first. */
export async function setOutcome(
  transaction: Transaction,
  change: { conversationId: string; turnId: string; slot: ChatSlot; outcome: AttackOutcome | null },
): Promise<void> {
  if (change.outcome?.broke === true) {
    await sql`
      update conversation_turns set outcome = jsonb_set(outcome, '{broke}', 'false')
      where conversation_id = ${change.conversationId} and slot = ${change.slot}
        and (outcome ->> 'broke')::boolean`.execute(transaction);
  }
  await transaction
    .updateTable('conversationTurns')
    .set({ outcome: change.outcome === null ? null : JSON.stringify(change.outcome) })
    .where('id', '=', change.turnId)
    .execute();
}

/** Keeps what came of a reply so far; false where it is not being written any more. */
export async function keepReply(
  executor: Executor,
  reply: { turnId: string; text: string; aliveUntil: Date; request?: object },
): Promise<boolean> {
  const result = await executor
    .updateTable('conversationTurns')
    .set({
      text: reply.text,
      aliveUntil: reply.aliveUntil,
      ...(reply.request && { request: JSON.stringify(reply.request) }),
    })
    .where('id', '=', reply.turnId)
    .where('state', '=', 'streaming')
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function endReply(
  executor: Executor,
  reply: {
    turnId: string;
    state: 'complete' | 'stopped' | 'failed';
    text: string;
    failure: ReplyFailure | null;
    facts: StoredReplyFacts;
    now: Date;
  },
): Promise<void> {
  await executor
    .updateTable('conversationTurns')
    .set({
      state: reply.state,
      text: reply.text,
      failure: reply.failure === null ? null : JSON.stringify(reply.failure),
      facts: JSON.stringify(reply.facts),
      aliveUntil: null,
      finishedAt: reply.now,
    })
    .where('id', '=', reply.turnId)
    .where('state', '=', 'streaming')
    .execute();
}

/** Stops replies that another process writes, or nobody: what came is kept. */
export async function stopTurns(
  transaction: Transaction,
  stop: { turnIds: readonly string[]; now: Date },
): Promise<void> {
  if (stop.turnIds.length === 0) return;
  await transaction
    .updateTable('conversationTurns')
    .set({ state: 'stopped', aliveUntil: null, finishedAt: stop.now })
    .where('id', 'in', stop.turnIds)
    .where('state', '=', 'streaming')
    .execute();
}

/**
 * Ends replies that nobody writes any more, since the server that did was killed. `evenAlive` where this is the only
 * server and has just started. Returns how many there were.
 */
export async function endLostReplies(
  executor: Executor,
  query: { now: Date; conversationId?: string; evenAlive?: boolean },
): Promise<number> {
  let update = executor
    .updateTable('conversationTurns')
    .set({
      state: 'failed',
      failure: JSON.stringify(replyFailure('interrupted')),
      aliveUntil: null,
      finishedAt: query.now,
    })
    .where('state', '=', 'streaming')
    // The turns of a frozen conversation are never changed; one of them must not keep a server from starting.
    .where('conversationId', 'in', (of) =>
      of.selectFrom('conversations').select('id').where('state', '=', 'open'),
    );
  if (query.evenAlive !== true) update = update.where('aliveUntil', '<', query.now);
  if (query.conversationId !== undefined) update = update.where('conversationId', '=', query.conversationId);
  const result = await update.executeTakeFirst();
  return Number(result.numUpdatedRows);
}
