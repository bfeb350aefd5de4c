import { responseIdAt } from '#domain/items/item.ts';
import { countDiffering } from '#domain/review/count-differing.ts';
import type { ReviewPlan } from '#domain/review/review-plan.ts';
import { reviewLimits } from '#domain/review/review-plan.ts';
import { rewindId } from '#domain/review/rewind-id.ts';
import { type SampleReason, sampleJudgment, standsApart } from '#domain/review/sample-judgment.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import type { Transaction } from '#server/database/database.ts';
import { transact } from '#server/database/transact.ts';
import type { Services } from '#server/services/services.ts';
import { findReviewPlan, moveSweep } from '#server/store/review-plan-store.ts';
import {
  type CandidateRow,
  insertReviews,
  listCandidates,
  listPeers,
  type NewReview,
  type PeerRow,
} from '#server/store/review-sample-store.ts';
import { findRubricVersion } from '#server/store/rubric-store.ts';
import { createDraw } from './review-services.ts';

/** Judgments looked at in one transaction. */
const pageSize = 200;
/** A judgment gets its id before it is committed, so a sweep begins a little before where the last one ended. */
const overlapMs = 60_000;

interface Sweep {
  readonly projectId: string;
  readonly plan: ReviewPlan;
  readonly draw: (assignmentId: string, rule: string) => number;
  readonly newId: () => string;
}

/**
 * Looks at the judgments that came since the last sweep and puts those that the plan wants into the queue. Safe to run
 * as often as wanted and by several at once: each task is sampled once. True where more are left.
 */
export async function sweepPage(
  services: Services,
  { projectId, after }: { projectId: string; after?: string | undefined },
): Promise<{ last: string; isEnd: boolean }> {
  const draw = await createDraw(services);
  return transact(services.database.kysely, async (transaction) => {
    // Held, so that sweeps of one project come one after the other.
    const stored = await findReviewPlan(transaction, { projectId, lock: true });
    if (stored === undefined || (!stored.plan.isOn && stored.applyingSince === null))
      return { last: '', isEnd: true };
    const begin = [stored.appliesFrom, rewindId(stored.sweptThrough, overlapMs)].sort().at(-1) ?? '';
    const rows = await listCandidates(transaction, {
      projectId,
      after: after ?? begin,
      limit: pageSize,
      countUpTo: reviewLimits.newcomers,
    });
    const sweep: Sweep = { projectId, plan: stored.plan, draw, newId: services.newId };
    await insertReviews(transaction, {
      projectId,
      reviews: await chooseReviews(transaction, sweep, rows),
      now: services.now(),
    });
    const last = rows.at(-1)?.judgmentId ?? after ?? begin;
    const isEnd = rows.length < pageSize;
    await moveSweep(transaction, { projectId, sweptThrough: last, looked: rows.length, isEnd });
    return { last, isEnd };
  });
}

/** Sweeps to the end, page by page. */
export async function sweepAll(services: Services, projectId: string): Promise<void> {
  let after: string | undefined;
  for (;;) {
    const { last, isEnd } = await sweepPage(services, { projectId, after });
    if (isEnd) return;
    after = last;
  }
}

async function chooseReviews(
  transaction: Transaction,
  sweep: Sweep,
  rows: readonly CandidateRow[],
): Promise<NewReview[]> {
  const rubrics = await readRubricsOf(transaction, sweep.projectId, rows);
  const comparing = sweep.plan.risk.differs ? rows.map(({ itemId }) => itemId) : [];
  const peers = await listPeers(transaction, [...new Set(comparing)]);
  const byItem = Map.groupBy(peers, ({ itemId }) => itemId);
  const chosen = rows.flatMap((row) => {
    const all = byItem.get(row.itemId) ?? [];
    const rubric = rubrics.get(row.rubricVersion);
    return rubric === undefined ? [] : chooseOne(sweep, { row, all, rubric });
  });
  const looked = new Set(rows.map(({ assignmentId }) => assignmentId));
  return [...chosen, ...chooseEarlier(sweep, { rows, byItem, rubrics, looked })];
}

function chooseOne(
  { plan, draw, newId }: Sweep,
  { row, all, rubric }: { row: CandidateRow; all: readonly PeerRow[]; rubric: Rubric },
): NewReview[] {
  const { itemId, assignmentId, annotatorId: authorId, lastRound } = row;
  const base = { id: newId(), itemId, assignmentId, authorId, kind: 'first' } as const;
  if (lastRound !== null) {
    // Whoever changes what was decided on is looked at again; what still waits shows the newest anyway.
    const isChanged = row.isDecided === true && row.lastJudgmentId !== row.judgmentId;
    return isChanged ? [{ ...base, round: lastRound + 1, reasons: [{ kind: 'amended' }] }] : [];
  }
  const counts = countDiffering(rubric, responseIdsOf(row.responseCount), { judgment: row, all });
  const reasons: SampleReason[] = sampleJudgment(plan, { ...row, ...counts }, (rule) =>
    draw(assignmentId, rule),
  );
  return reasons.length > 0 ? [{ ...base, round: 1, reasons }] : [];
}

/** Judgments of others that only now turn out to stand apart. */
function chooseEarlier(
  { newId }: Sweep,
  found: {
    rows: readonly CandidateRow[];
    byItem: ReadonlyMap<string, readonly PeerRow[]>;
    rubrics: ReadonlyMap<number, Rubric>;
    looked: ReadonlySet<string>;
  },
): NewReview[] {
  const counts = new Map(found.rows.map(({ itemId, responseCount }) => [itemId, responseCount]));
  return [...found.byItem].flatMap(([itemId, all]) =>
    all.flatMap((peer) => {
      const rubric = found.rubrics.get(peer.rubricVersion);
      if (found.looked.has(peer.assignmentId) || rubric === undefined) return [];
      const counted = countDiffering(rubric, responseIdsOf(counts.get(itemId) ?? 0), {
        judgment: peer,
        all,
      });
      if (!standsApart(counted)) return [];
      const reasons: SampleReason[] = [{ kind: 'differs', others: counted.differing }];
      const { assignmentId, annotatorId: authorId } = peer;
      return [{ id: newId(), itemId, assignmentId, authorId, round: 1, kind: 'first' as const, reasons }];
    }),
  );
}

function responseIdsOf(count: number): string[] {
  return Array.from({ length: count }, (_, index) => responseIdAt(index));
}

async function readRubricsOf(
  transaction: Transaction,
  projectId: string,
  rows: readonly CandidateRow[],
): Promise<Map<number, Rubric>> {
  const rubrics = new Map<number, Rubric>();
  for (const version of new Set(rows.map(({ rubricVersion }) => rubricVersion))) {
    const found = await findRubricVersion(transaction, { projectId, version });
    if (found) rubrics.set(version, found.rubric);
  }
  return rubrics;
}
