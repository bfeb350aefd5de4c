import { sql } from 'kysely';
import type { AssignmentState } from '#domain/queue/assignment.ts';
import type { Executor, Transaction } from '#server/database/database.ts';

export interface StoredConversation {
  readonly id: string;
  readonly projectId: string;
  readonly itemId: string;
  readonly assignmentId: string;
  readonly annotatorId: string;
  readonly criterionKey: string;
  readonly state: 'open' | 'frozen';
  /** Behind the slots A–D, in that order. */
  readonly endpointIds: readonly string[];
  readonly headId: string | null;
  readonly createdAt: Date;
}

export interface HeldConversation extends StoredConversation {
  readonly assignmentState: AssignmentState;
  readonly rubricVersion: number;
}

const columns = [
  'conversations.id',
  'conversations.projectId',
  'conversations.itemId',
  'conversations.assignmentId',
  'conversations.annotatorId',
  'conversations.criterionKey',
  'conversations.state',
  'conversations.endpointIds',
  'conversations.headId',
  'conversations.createdAt',
] as const;

/** A conversation with what its task says; with `lock` nobody else changes it until the transaction ends. */
export async function findConversation(
  executor: Executor,
  query: { projectId: string; conversationId: string; lock?: boolean },
): Promise<HeldConversation | undefined> {
  let select = executor
    .selectFrom('conversations')
    .innerJoin('assignments', 'assignments.id', 'conversations.assignmentId')
    .where('conversations.id', '=', query.conversationId)
    .where('conversations.projectId', '=', query.projectId)
    .select([...columns, 'assignments.state as assignmentState', 'assignments.rubricVersion']);
  if (query.lock === true) select = select.forUpdate('conversations');
  const row = await select.executeTakeFirst();
  return (
    row && {
      ...row,
      state: row.state as StoredConversation['state'],
      assignmentState: row.assignmentState as AssignmentState,
    }
  );
}

export async function findConversationId(
  executor: Executor,
  query: { assignmentId: string; criterionKey: string },
): Promise<string | undefined> {
  const row = await executor
    .selectFrom('conversations')
    .where('assignmentId', '=', query.assignmentId)
    .where('criterionKey', '=', query.criterionKey)
    .select('id')
    .executeTakeFirst();
  return row?.id;
}

/** Two that open the same conversation at once find one: the second insert does nothing. */
export async function insertConversation(
  executor: Executor,
  conversation: {
    id: string;
    projectId: string;
    itemId: string;
    assignmentId: string;
    annotatorId: string;
    criterionKey: string;
    endpointIds: readonly string[];
    createdAt: Date;
  },
): Promise<void> {
  await executor
    .insertInto('conversations')
    .values({ ...conversation, endpointIds: [...conversation.endpointIds], state: 'open' })
    .onConflict((conflict) => conflict.columns(['assignmentId', 'criterionKey']).doNothing())
    .execute();
}

/** Takes along what the same person said about the same item before the lease ran out. */
export async function carryConversationOver(
  executor: Executor,
  to: { assignmentId: string; itemId: string; annotatorId: string; criterionKey: string },
): Promise<void> {
  await sql`
    update conversations set assignment_id = ${to.assignmentId}::uuid
    where id = (
      select c.id from conversations c join assignments a on a.id = c.assignment_id
      where c.annotator_id = ${to.annotatorId} and c.item_id = ${to.itemId} and c.criterion_key = ${to.criterionKey}
        and c.state = 'open' and a.state in ('expired', 'released')
      order by c.created_at desc limit 1)
    and not exists (
      select 1 from conversations x where x.assignment_id = ${to.assignmentId}::uuid and x.criterion_key = ${to.criterionKey})`.execute(
    executor,
  );
}

export async function moveHead(
  transaction: Transaction,
  move: { conversationId: string; headId: string | null },
): Promise<void> {
  await transaction
    .updateTable('conversations')
    .set({ headId: move.headId })
    .where('id', '=', move.conversationId)
    .execute();
}

export async function findHeadId(executor: Executor, conversationId: string): Promise<string | null> {
  const row = await executor
    .selectFrom('conversations')
    .where('id', '=', conversationId)
    .select('headId')
    .executeTakeFirst();
  return row?.headId ?? null;
}
