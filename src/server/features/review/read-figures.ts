import type { readReviewFigures as contract } from '#contract/review-figures.ts';
import type { ResponseOf } from '#contract/route.ts';
import { responseIdAt } from '#domain/items/item.ts';
import { isUpheld } from '#domain/review/is-upheld.ts';
import {
  type AuthorFigures,
  type DecidedLook,
  measureAuthors,
  measureReviewers,
  reviewShare,
} from '#domain/review/review-figures.ts';
import type { Services } from '#server/services/services.ts';
import { listNames } from '#server/store/person-store.ts';
import { findProject } from '#server/store/project-store.ts';
import {
  type DecidedLookRow,
  listCriterionFixes,
  listDecidedLooks,
  listSettledLooks,
} from '#server/store/review-figure-store.ts';
import { findReviewPlan } from '#server/store/review-plan-store.ts';
import type { ReviewServices } from './review-services.ts';

type Figures = ResponseOf<typeof contract>;
type Author = NonNullable<Figures['authors']>[number];

/** Reviewed judgments that the figures on criteria rest on: the newest so many. */
const mostCompared = 20_000;

/** How reviewers decide and how far it stands; whoever may see only their own figures is told of nobody else. */
export async function readFigures(
  services: ReviewServices,
  query: { projectId: string; onlyReviewerId: string | null },
): Promise<Figures> {
  const { kysely } = services.database;
  const { projectId, onlyReviewerId } = query;
  const looks = await readLooks(services, { projectId });
  const reviewers = measureReviewers(looks, await readUpheld(services, projectId)).filter(
    ({ reviewerId }) => onlyReviewerId === null || reviewerId === onlyReviewerId,
  );
  const authors = onlyReviewerId === null ? measureAuthors(looks) : null;
  const ids = [
    ...reviewers.map(({ reviewerId }) => reviewerId),
    ...(authors ?? []).map(({ authorId }) => authorId),
  ];
  const names = await listNames(kysely, [...new Set(ids)]);
  return {
    reviewers: reviewers.map(({ reviewerId, grades, ...figures }) => ({
      ...figures,
      personId: reviewerId,
      name: names.get(reviewerId) ?? '',
      grades: [...grades],
    })),
    authors: authors?.map((author) => presentAuthor(author, names)) ?? null,
    criteria: await readCriteria(services, projectId),
  };
}

/** One annotator's figures. */
export async function readPersonFigures(
  services: Services,
  query: { projectId: string; personId: string },
): Promise<Author | null> {
  const { projectId, personId } = query;
  const [figures] = measureAuthors(await readLooks(services, { projectId, authorId: personId }));
  if (figures === undefined) return null;
  return presentAuthor(figures, await listNames(services.database.kysely, [personId]));
}

function presentAuthor(
  { authorId, grades, ...figures }: AuthorFigures,
  names: ReadonlyMap<string, string>,
): Author {
  return { ...figures, personId: authorId, name: names.get(authorId) ?? '', grades: [...grades] };
}

async function readLooks(
  services: Services,
  query: { projectId: string; authorId?: string },
): Promise<DecidedLook[]> {
  const { kysely } = services.database;
  const plan = (await findReviewPlan(kysely, query))?.plan;
  const rows = await listDecidedLooks(kysely, query);
  const places = new Map(plan?.grades.map(({ key }, place) => [key, place]));
  const aspects = new Set(['', ...(plan?.aspects ?? []).map(({ key }) => key)]);
  return rows.map((row) => ({ ...row, grades: placeGrades(row, { places, aspects }) }));
}

/** Grades by their place; grades and aspects that the plan no longer has are left out. */
function placeGrades(
  { grade, aspectGrades }: Pick<DecidedLookRow, 'grade' | 'aspectGrades'>,
  known: { places: ReadonlyMap<string, number>; aspects: ReadonlySet<string> },
): DecidedLook['grades'] {
  const given = Object.entries({ ...aspectGrades, ...(grade !== null && { '': grade }) });
  const placed = given.flatMap(([aspectKey, key]): [string, number][] => {
    const place = known.places.get(key);
    return known.aspects.has(aspectKey) && place !== undefined ? [[aspectKey, place]] : [];
  });
  return Object.fromEntries(placed);
}

/** Of decisions on items that got a final answer later: whether it agrees with them. */
async function readUpheld(services: ReviewServices, projectId: string): Promise<Map<string, boolean>> {
  const upheld = new Map<string, boolean>();
  for (const row of await listSettledLooks(services.database.kysely, projectId)) {
    const rubric = await services.rubrics.find({ projectId, version: row.rubricVersion });
    if (rubric === undefined) continue;
    const responseIds = Array.from({ length: row.responseCount }, (_, index) => responseIdAt(index));
    upheld.set(row.decisionId, isUpheld({ ...row, rubric, responseIds }));
  }
  return upheld;
}

async function readCriteria(services: ReviewServices, projectId: string): Promise<Figures['criteria']> {
  const { kysely } = services.database;
  const fixes = await listCriterionFixes(kysely, { projectId, limit: mostCompared });
  const version = (await findProject(kysely, { projectId }))?.rubricVersion ?? 0;
  const rubric = version > 0 ? await services.rubrics.find({ projectId, version }) : undefined;
  const labels = new Map(rubric?.criteria.map(({ key, label }) => [key, label]));
  return fixes
    .map(({ criterionKey, reviewed, fixed }) => ({
      criterionKey,
      label: labels.get(criterionKey) ?? criterionKey,
      fixed: reviewShare(fixed, reviewed),
    }))
    .sort(
      (a, b) => (b.fixed.value ?? 0) - (a.fixed.value ?? 0) || (a.criterionKey < b.criterionKey ? -1 : 1),
    );
}
