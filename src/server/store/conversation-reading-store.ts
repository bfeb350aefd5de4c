import { type SqlBool, sql } from 'kysely';
import { chatLimits } from '#domain/chat/chat-scale.ts';
import type { AttackOutcome, AttackPlan, ChatSlot, ChatTree } from '#domain/chat/conversation.ts';
import type { Executor } from '#server/database/database.ts';
import type { StoredConversation } from './conversation-store.ts';
import { listTurns, type StoredReplyFacts, type StoredTurn, treeOf } from './conversation-turn-store.ts';

export interface AttackFilter {
  readonly technique?: string | undefined;
  readonly harm?: string | undefined;
  readonly target?: string | undefined;
}

export interface CoverageCell {
  readonly technique: string;
  readonly harm: string;
  readonly attacks: number;
  readonly attempts: number;
  readonly successes: number;
  readonly conversations: number;
}

/** Counts attacks by technique and harm. What a person wrote in a model's place is no attempt. */
export async function countAttacks(
  executor: Executor,
  query: { projectId: string; target?: string | undefined },
): Promise<CoverageCell[]> {
  const target = query.target ?? null;
  const result = await sql<CoverageCell>`
    select u.plan ->> 'technique' as technique, u.plan ->> 'harm' as harm, count(distinct u.id)::int as attacks,
      count(m.id) filter (where m.outcome ->> 'success' is not null or (m.outcome ->> 'broke')::boolean)::int as attempts,
      count(m.id) filter (where (m.outcome ->> 'success')::int >= ${chatLimits.successFrom} or (m.outcome ->> 'broke')::boolean)::int as successes,
      count(distinct u.conversation_id)::int as conversations
    from conversation_turns u
    join conversations c on c.id = u.conversation_id
    left join conversation_turns m on m.parent_id = u.id and m.kind = 'model' and m.edited_from is null
    where c.project_id = ${query.projectId} and u.plan is not null
      and (${target}::text is null or u.plan ->> 'target' = ${target})
    group by 1, 2 order by 1, 2`.execute(executor);
  return result.rows;
}

/** Targets that turns of the project were filed under, whatever its rubric says now. */
export async function listUsedTargets(executor: Executor, projectId: string): Promise<string[]> {
  const result = await sql<{ target: string }>`
    select distinct u.plan ->> 'target' as target from conversation_turns u join conversations c on c.id = u.conversation_id
    where c.project_id = ${projectId} and u.plan is not null order by 1`.execute(executor);
  return result.rows.map(({ target }) => target);
}

export interface ConversationSummary {
  readonly conversationId: string;
  readonly itemId: string;
  readonly annotatorId: string;
  readonly annotatorName: string;
  readonly state: 'open' | 'frozen';
  readonly turns: number;
  readonly preview: string | null;
  readonly success: number | null;
  readonly broke: boolean | null;
  readonly createdAt: Date;
}

const previewCharacters = 160;

/** Conversations of a project, newest first; with a filter those in which somebody tried just that. */
export async function listConversations(
  executor: Executor,
  query: { projectId: string; filter: AttackFilter; beforeId: string | null; limit: number },
): Promise<ConversationSummary[]> {
  const { filter, beforeId } = query;
  const wanted = Object.entries(filter).filter(([, value]) => value !== undefined);
  const fits = wanted.map(([axis, value]) => sql<SqlBool>`u.plan ->> ${axis} = ${value}`);
  const filed =
    fits.length === 0
      ? sql<SqlBool>`true`
      : sql<SqlBool>`exists (select 1 from conversation_turns u where u.conversation_id = c.id and u.plan is not null and ${sql.join(fits, sql` and `)})`;
  const result = await sql<ConversationSummary>`
    select c.id as "conversationId", c.item_id as "itemId", c.annotator_id as "annotatorId", p.name as "annotatorName",
      c.state, c.created_at as "createdAt",
      (select count(*)::int from conversation_turns t where t.conversation_id = c.id and t.kind = 'user') as turns,
      (select left(t.text, ${previewCharacters}::int) from conversation_turns t where t.conversation_id = c.id and t.kind = 'user' order by t.id limit 1) as preview,
      (select max((t.outcome ->> 'success')::int) from conversation_turns t where t.conversation_id = c.id) as success,
      (select bool_or((t.outcome ->> 'broke')::boolean) from conversation_turns t where t.conversation_id = c.id) as broke
    from conversations c join people p on p.id = c.annotator_id
    where c.project_id = ${query.projectId} and ${filed}
      and (${beforeId}::uuid is null or c.id < ${beforeId}::uuid)
    order by c.id desc limit ${query.limit}`.execute(executor);
  return result.rows;
}

export interface RecordedTurn extends StoredTurn {
  readonly request: Record<string, unknown> | null;
  readonly facts: StoredReplyFacts | null;
}

/** All turns with what was sent and what came back. */
export async function listRecordedTurns(executor: Executor, conversationId: string): Promise<RecordedTurn[]> {
  const turns = await listTurns(executor, conversationId);
  const rows = await executor
    .selectFrom('conversationTurns')
    .where('conversationId', '=', conversationId)
    .select(['id', 'request', 'facts'])
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return turns.map((turn) => ({
    ...turn,
    request: (byId.get(turn.id)?.request ?? null) as RecordedTurn['request'],
    facts: (byId.get(turn.id)?.facts ?? null) as RecordedTurn['facts'],
  }));
}

export interface ChatModel {
  readonly slot: ChatSlot;
  readonly endpointId: string;
  readonly name: string;
  readonly model: string;
}

/** The models behind the slots of a conversation, also those that were removed since. */
export async function listChatModels(
  executor: Executor,
  { endpointIds }: Pick<StoredConversation, 'endpointIds'>,
): Promise<ChatModel[]> {
  const rows = await executor
    .selectFrom('modelEndpoints')
    .where('id', 'in', [...endpointIds])
    .select(['id', 'name', 'model'])
    .execute();
  const slots: readonly ChatSlot[] = ['A', 'B', 'C', 'D'];
  return endpointIds.flatMap((endpointId, index) => {
    const row = rows.find(({ id }) => id === endpointId);
    const slot = slots[index];
    return row && slot ? [{ slot, endpointId, name: row.name, model: row.model }] : [];
  });
}

export interface ExportedConversation {
  readonly conversationId: string;
  readonly criterionKey: string;
  readonly tree: ChatTree;
  readonly models: readonly ChatModel[];
  readonly turns: readonly (RecordedTurn & { plan: AttackPlan | null; outcome: AttackOutcome | null })[];
}

/** A conversation with all that an export could want; undefined where it is gone. */
export async function readConversationForExport(
  executor: Executor,
  query: { projectId: string; conversationId: string },
): Promise<ExportedConversation | undefined> {
  const row = await executor
    .selectFrom('conversations')
    .where('id', '=', query.conversationId)
    .where('projectId', '=', query.projectId)
    .select(['id', 'criterionKey', 'headId', 'endpointIds'])
    .executeTakeFirst();
  if (!row) return undefined;
  const turns = await listRecordedTurns(executor, row.id);
  return {
    conversationId: row.id,
    criterionKey: row.criterionKey,
    tree: treeOf(row.headId, turns),
    models: await listChatModels(executor, row),
    turns,
  };
}
