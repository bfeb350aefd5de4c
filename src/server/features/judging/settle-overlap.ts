import { responseIdAt } from '#domain/items/item.ts';
import {
  commonAccuracy,
  type DecidingQuestion,
  decideOverlap,
  decidingQuestion,
  type OverlapDecision,
} from '#domain/queue/adaptive-overlap.ts';
import type { Transaction } from '#server/database/database.ts';
import { transact } from '#server/database/transact.ts';
import { RubricCache } from '#server/services/rubric-cache.ts';
import type { Services } from '#server/services/services.ts';
import { dropCursorsBehind } from '#server/store/item-writing-store.ts';
import {
  addPlace,
  type CheckedItem,
  findOverallAgreement,
  freePlaces,
  keepOverlapOutcome,
  listCurrentAnswers,
  listOverlapChecks,
  takeOverlapCheck,
} from '#server/store/overlap-store.ts';

/** What deciding needs beyond the usual services. */
interface OverlapServices extends Services {
  readonly rubrics: RubricCache;
}

interface Place {
  readonly projectId: string;
  readonly itemId: string;
}

/**
 * Decides how many judgments an item needs, if that is to be decided: frees places where the answer is sure, adds one
 * where it is not. Does nothing the second time. What goes wrong is told in the log and decided later, as the judgment
 * that asked for it is stored already.
 */
export async function settleOverlap(services: OverlapServices, place: Place): Promise<void> {
  try {
    await transact(services.database.kysely, (transaction) => settle(services, transaction, place));
  } catch (error) {
    services.log.warn(
      { err: error, itemId: place.itemId },
      'how many judgments an item needs is decided later',
    );
  }
}

const atOnce = 20;
const first = '00000000-0000-0000-0000-000000000000';

/** Decides some of what a killed process left undecided. */
export async function settleLeftOverlap(services: OverlapServices, projectId: string): Promise<void> {
  const { kysely } = services.database;
  for (const itemId of await listOverlapChecks(kysely, { projectId, after: first, atMost: atOnce }))
    await settleOverlap(services, { projectId, itemId });
}

/** Decides about every item of a project that is to be decided; after other settings that is each one that was judged. */
export async function settleAllOverlap(given: Services, projectId: string): Promise<void> {
  const services = { ...given, rubrics: new RubricCache(given.database) };
  const { kysely, pool } = services.database;
  for (let after = first; !pool.ending; ) {
    const items = await listOverlapChecks(kysely, { projectId, after, atMost: atOnce });
    for (const itemId of items) await settleOverlap(services, { projectId, itemId });
    const last = items.at(-1);
    if (last === undefined) break;
    after = last;
  }
  services.projectEvents.publish({ kind: 'progress', projectId });
}

async function settle(services: OverlapServices, transaction: Transaction, place: Place): Promise<void> {
  const item = await takeOverlapCheck(transaction, place);
  if (item === undefined || item.settings === null) return;
  const rubric = await services.rubrics.find({ projectId: place.projectId, version: item.rubricVersion });
  const responseIds = Array.from({ length: item.responseCount }, (_, index) => responseIdAt(index));
  const question = rubric === undefined ? null : decidingQuestion(rubric, responseIds);
  if (question === null) return;
  const decision = decideOverlap({
    ...item,
    settings: item.settings,
    question,
    votes: await readVotes(transaction, place, question),
  });
  const done = await carryOut(transaction, { place, item, decision });
  await keepOverlapOutcome(transaction, {
    ...place,
    decision: done,
    judgments: item.done,
    now: services.now(),
  });
}

async function readVotes(transaction: Transaction, { projectId, itemId }: Place, question: DecidingQuestion) {
  const agreement = await findOverallAgreement(transaction, { projectId, criterionKey: question.key });
  const accuracy = commonAccuracy(agreement, question.labels.length);
  const given = await listCurrentAnswers(transaction, itemId);
  return given.flatMap(({ answers }) => {
    const label = question.voteOf(answers);
    return label === undefined ? [] : [{ label, accuracy }];
  });
}

/** What was done: where nothing may be added any more, an item that needed it is left to experts. */
async function carryOut(
  transaction: Transaction,
  { place, item, decision }: { place: Place; item: CheckedItem; decision: OverlapDecision },
): Promise<OverlapDecision> {
  if (decision.kind === 'settle') await freePlaces(transaction, { ...place, freed: decision.freed });
  if (decision.kind !== 'extend') return decision;
  if (!(await addPlace(transaction, place))) return { ...decision, kind: 'split' };
  const { projectId, itemId } = place;
  await dropCursorsBehind(transaction, { projectId, priority: item.priority, firstId: itemId });
  return decision;
}
