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
import type { JudgingServices } from './judging-services.ts';

interface Place {
  readonly projectId: string;
  readonly itemId: string;
}

/**
 * Decides how many judgments an item needs, if that is to be decided: frees places where the answer is sure, adds one
 * where it is not. Does nothing the second time. What goes wrong is told in the log and decided later, as the judgment
 * that asked for it is stored already.
 */
export async function settleOverlap(services: JudgingServices, place: Place): Promise<void> {
  try {
    await transact(services.database.kysely, (transaction) => settle(services, transaction, place));
  } catch (error) {
    services.log.warn(
      { err: error, itemId: place.itemId },
      'how many judgments an item needs is decided later',
    );
  }
}

const mostAtOnce = 20;

/** Decides what a killed process left undecided. */
export async function settleLeftOverlap(services: JudgingServices, projectId: string): Promise<void> {
  for (const itemId of await listOverlapChecks(services.database.kysely, { projectId, atMost: mostAtOnce }))
    await settleOverlap(services, { projectId, itemId });
}

async function settle(services: JudgingServices, transaction: Transaction, place: Place): Promise<void> {
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
