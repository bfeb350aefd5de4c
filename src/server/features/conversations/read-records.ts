import type { ConversationRecord } from '#contract/conversation-records.ts';
import type { HttpRefusal } from '#contract/refusals.ts';
import { type AttackOption, type AttackTaxonomy, attackAxes } from '#domain/chat/chat-scale.ts';
import { chatSlots } from '#domain/chat/conversation.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import {
  countAttacks,
  listChatModels,
  listConversations,
  listRecordedTurns,
  listUsedTargets,
  type RecordedTurn,
} from '#server/store/conversation-reading-store.ts';
import { findConversation } from '#server/store/conversation-store.ts';
import { findPerson } from '#server/store/person-store.ts';
import { findProject } from '#server/store/project-store.ts';
import { readScale } from './act-on-conversation.ts';
import type { ConversationServices } from './conversation-services.ts';
import { presentTurn } from './present-conversation.ts';

/** A conversation as a lead sees it. */
export async function readConversationRecord(
  services: ConversationServices,
  which: { projectId: string; conversationId: string },
): Promise<ConversationRecord | HttpRefusal> {
  const { kysely } = services.database;
  const conversation = await findConversation(kysely, which);
  if (!conversation) return refuse('not_found', 'There is no such conversation in this project.');
  const scale = await readScale(services, conversation);
  const person = await findPerson(kysely, conversation.annotatorId);
  return {
    conversationId: conversation.id,
    assignmentId: conversation.assignmentId,
    criterionKey: conversation.criterionKey,
    state: conversation.state,
    slots: chatSlots.slice(0, conversation.endpointIds.length),
    headId: conversation.headId,
    itemId: conversation.itemId,
    annotator: { personId: conversation.annotatorId, name: person?.name ?? '' },
    createdAt: conversation.createdAt.toISOString(),
    models: await listChatModels(kysely, conversation),
    scale: { perTurn: scale?.perTurn ?? 'none', labels: labelsOf(scale?.attack ?? null) },
    turns: (await listRecordedTurns(kysely, conversation.id)).map(presentRecorded),
  };
}

function labelsOf(taxonomy: AttackTaxonomy | null): Record<string, string> {
  if (taxonomy === null) return {};
  return Object.fromEntries(
    attackAxes.flatMap((axis) => taxonomy[axis].map(({ key, label }) => [`${axis}.${key}`, label])),
  );
}

function presentRecorded(turn: RecordedTurn): ConversationRecord['turns'][number] {
  return {
    ...presentTurn(turn),
    detail: turn.failure?.detail ?? null,
    request: turn.request,
    latencyMs: turn.facts?.latencyMs ?? null,
    firstTokenMs: turn.facts?.firstTokenMs ?? null,
    promptTokens: turn.facts?.promptTokens ?? null,
    completionTokens: turn.facts?.completionTokens ?? null,
    finishReason: turn.facts?.finishReason ?? null,
  };
}

/** Attempts and successes by technique and harm, under the names of the newest rubric. */
export async function readCoverage(
  services: ConversationServices,
  query: { projectId: string; target?: string | undefined },
) {
  const { kysely } = services.database;
  const project = await findProject(kysely, query);
  const rubric =
    project && (await services.rubrics.find({ projectId: query.projectId, version: project.rubricVersion }));
  const scales = (rubric?.criteria ?? []).map(({ scale }) => scale);
  const taxonomy = scales.find((scale) => scale.kind === 'chat')?.attack ?? null;
  const cells = await countAttacks(kysely, query);
  const used = {
    techniques: cells.map(({ technique }) => technique),
    harms: cells.map(({ harm }) => harm),
    targets: await listUsedTargets(kysely, query.projectId),
  };
  const named = (axis: keyof typeof used) => nameAll(taxonomy?.[axis] ?? [], used[axis]);
  return { techniques: named('techniques'), harms: named('harms'), targets: named('targets'), cells };
}

/** What the rubric names, then what older turns were filed under, by its key. */
function nameAll(
  options: readonly AttackOption[],
  used: readonly string[],
): { key: string; label: string }[] {
  const known = new Set(options.map(({ key }) => key));
  const others = [...new Set(used)].filter((key) => !known.has(key));
  return [
    ...options.map(({ key, label }) => ({ key, label })),
    ...others.map((key) => ({ key, label: key })),
  ];
}

interface ListQuery {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly technique?: string | undefined;
  readonly harm?: string | undefined;
  readonly target?: string | undefined;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One page of a project's conversations. */
export async function listRecords(
  services: ConversationServices,
  { projectId, query }: { projectId: string; query: ListQuery },
) {
  const { cursor, limit, technique, harm, target } = query;
  if (cursor !== undefined && !uuid.test(cursor))
    return refuse('invalid_request', 'query.cursor: is not one that a page gave; begin without one.');
  const rows = await listConversations(services.database.kysely, {
    projectId,
    filter: { technique, harm, target },
    beforeId: cursor ?? null,
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  return {
    rows: page.map(({ annotatorId, annotatorName, preview, broke, createdAt, ...row }) => ({
      ...row,
      annotator: { personId: annotatorId, name: annotatorName },
      preview: (preview ?? '').replace(/\s+/g, ' ').trim(),
      broke: broke ?? false,
      createdAt: createdAt.toISOString(),
    })),
    nextCursor: rows.length > limit ? (page.at(-1)?.conversationId ?? null) : null,
  };
}
