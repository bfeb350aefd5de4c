import type { HttpRefusal } from '#contract/refusals.ts';
import { type ItemContent, responseIdAt } from '#domain/items/item.ts';
import { unitsOf } from '#domain/items/item-units.ts';
import type { Answers } from '#domain/judging/answers.ts';
import { checkAnswers } from '#domain/judging/check-answers.ts';
import { isRefusal, refuse } from '#domain/outcomes/refusal.ts';
import {
  type AdjudicationCause,
  type AdjudicationOutcome,
  decideAdjudication,
} from '#domain/review/adjudication.ts';
import type { Database, Transaction } from '#server/database/database.ts';
import { inOneTransaction } from '#server/database/one-transaction.ts';
import type { Services } from '#server/services/services.ts';
import {
  findAdjudication,
  findAdjudicationByClientId,
  insertPrecedent,
  type JudgedAs,
  listJudgmentsOf,
  lockItem,
  storeAdjudication,
} from '#server/store/adjudication-store.ts';
import { insertFlag } from '#server/store/flag-store.ts';
import { findProject } from '#server/store/project-store.ts';
import { findResultItem } from '#server/store/result-store.ts';
import { findRubricVersion } from '#server/store/rubric-store.ts';
import { noSuchItem } from './read-item.ts';
import { setGold } from './set-gold.ts';
import { setItemHold } from './set-item-hold.ts';

export interface Adjudicating {
  readonly projectId: string;
  readonly itemId: string;
  readonly personId: string;
  readonly mayManage: boolean;
  readonly clientId: string;
  readonly seenId: string | null;
  readonly answers: Answers | null;
  readonly pickedJudgmentId: string | null;
  readonly cause: AdjudicationCause;
  readonly words: string;
  readonly outcomes: readonly AdjudicationOutcome[];
  readonly section: string;
  readonly criterion: string;
}

/** Carries a refusal out of a transaction that must leave nothing behind. */
class Refused extends Error {
  readonly refusal: HttpRefusal;
  constructor(refusal: HttpRefusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** Gives an item its final answer and does what follows from it: all of it or nothing, however often it is sent. */
export async function adjudicateItem(
  services: Services,
  adjudicating: Adjudicating,
): Promise<HttpRefusal | undefined> {
  try {
    await inOneTransaction(services.database, async (database) => {
      const settled = await database.kysely
        .transaction()
        .execute((transaction) => settle(services, transaction, adjudicating));
      if (isRefusal(settled)) throw new Refused(settled);
      if (settled !== 'replayed') await follow({ ...services, database }, { ...adjudicating, ...settled });
    });
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
  services.projectEvents.publish({ kind: 'progress', projectId: adjudicating.projectId });
  return undefined;
}

interface Settled {
  readonly id: string;
  readonly answers: Answers | null;
  readonly judged: JudgedAs;
}

async function settle(
  services: Services,
  transaction: Transaction,
  wish: Adjudicating,
): Promise<Settled | 'replayed' | HttpRefusal> {
  if (!(await lockItem(transaction, wish))) return noSuchItem();
  const adjudicatorId = wish.personId;
  const earlier = await findAdjudicationByClientId(transaction, { adjudicatorId, clientId: wish.clientId });
  if (earlier?.itemId === wish.itemId) return 'replayed';
  if (earlier)
    return refuse('client_id_reused', 'This client id was used for another item. Send a new id with each.');
  const judgments = await listJudgmentsOf(transaction, wish.itemId);
  const picked = judgments.find(({ judgmentId }) => judgmentId === wish.pickedJudgmentId);
  if (wish.pickedJudgmentId !== null && picked === undefined)
    return refuse(
      'adjudication_superseded',
      'The judgment you picked was changed meanwhile. Load the item again.',
    );
  const answers = picked?.answers ?? wish.answers;
  const current = await findAdjudication(transaction, wish);
  const decision = decideAdjudication({
    wish: { ...wish, hasAnswers: answers !== null },
    mayManage: wish.mayManage,
    currentId: current?.id ?? null,
    seenId: wish.seenId,
    judgments: judgments.length,
  });
  if (isRefusal(decision)) return decision;
  const rubricVersion = picked?.rubricVersion ?? (await findProject(transaction, wish))?.rubricVersion ?? 0;
  if (wish.answers !== null) {
    const problem = await check(transaction, { ...wish, answers: wish.answers, rubricVersion });
    if (problem) return problem;
  }
  const id = services.newId();
  const { projectId, itemId, clientId, pickedJudgmentId, cause, words, section } = wish;
  const outcomes = [...new Set(wish.outcomes)];
  await storeAdjudication(transaction, {
    ...{ id, projectId, itemId, clientId, adjudicatorId, answers, pickedJudgmentId, rubricVersion },
    ...{ cause, words, outcomes, section, now: services.now() },
  });
  const [judged] = picked ? [picked] : judgments;
  return judged === undefined ? noSuchItem() : { id, answers, judged };
}

async function check(
  transaction: Transaction,
  of: { projectId: string; itemId: string; answers: Answers; rubricVersion: number },
): Promise<HttpRefusal | undefined> {
  const item = await findResultItem(transaction, of);
  const rubric = await findRubricVersion(transaction, { ...of, version: of.rubricVersion });
  if (!item || !rubric) return noSuchItem();
  const places = checkAnswers({
    rubric: rubric.rubric,
    responseIds: Array.from({ length: item.responseCount }, (_, index) => responseIdAt(index)),
    units: unitsOf(item as unknown as ItemContent),
    answers: of.answers,
    purpose: 'submission',
  });
  return places[0] ? refuse('answers_invalid', places[0].message, { places }) : undefined;
}

/** What a final answer brings about. */
async function follow(
  services: Services & { readonly database: Database },
  wish: Adjudicating & Settled,
): Promise<void> {
  const { projectId, itemId, personId, section, words, outcomes, answers } = wish;
  const now = services.now();
  const must = (refusal: HttpRefusal | undefined) => {
    if (refusal) throw new Refused(refusal);
  };
  await services.database.kysely.transaction().execute(async (transaction) => {
    if (outcomes.includes('precedent')) {
      const precedent = { id: services.newId(), projectId, adjudicationId: wish.id, itemId };
      const said = { section, criterionKey: wish.criterion, words: words.trim() };
      await insertPrecedent(transaction, { ...precedent, ...said, now });
    }
    if (outcomes.includes('feedback')) {
      const question = { id: services.newId(), projectId, itemId, assignmentId: wish.judged.assignmentId };
      const kind = 'rubric_unclear' as const;
      const nothing = { violationType: null, quote: '', unitId: null, answersSoFar: null };
      await insertFlag(transaction, {
        ...question,
        ...nothing,
        personId,
        kind,
        note: words.trim(),
        section,
        now,
      });
    }
  });
  if (outcomes.includes('gold') && answers !== null)
    must(await setGold(services, { projectId, itemId, answers, personId }));
  if (outcomes.includes('drop')) must(await setItemHold(services, { projectId, itemId, hold: 'dropped' }));
}
