import type { readOwnDay as contract } from '#contract/judging.ts';
import type { HttpRefusal } from '#contract/refusals.ts';
import type { ResponseOf } from '#contract/route.ts';
import { responseIdAt } from '#domain/items/item.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import { canSeeOwn } from '#domain/people-quality/own-view.ts';
import { type AgreementWithOthers, agreementWithOthers } from '#domain/results/agreement-with-others.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { readOwnCounts } from '#server/store/judgment-store.ts';
import { listOwnShared, type OwnSharedRow } from '#server/store/own-shared-store.ts';
import { findProject } from '#server/store/project-store.ts';
import type { JudgingServices } from './judging-services.ts';
import { dayStart } from './take-hand.ts';

interface Query {
  readonly projectId: string;
  readonly annotatorId: string;
  readonly dayStartedAt?: string | undefined;
}

/** The newest shared items say how somebody judges now, and are quick to compare. */
const mostSharedItems = 200;

/** A person's day in a project: what is done, what is asked, how long a task takes, how often others say the same. */
export async function readOwnDay(
  services: JudgingServices,
  query: Query,
): Promise<ResponseOf<typeof contract> | HttpRefusal> {
  const { kysely } = services.database;
  const project = await findProject(kysely, query);
  if (!project) return refuse('not_found', 'There is no such project.');
  const counts = await readOwnCounts(kysely, {
    ...query,
    dayStartedAt: dayStart(services, query.dayStartedAt),
  });
  const rows = await listOwnShared(kysely, {
    ...query,
    atMostItems: mostSharedItems,
    now: services.now(),
  });
  const agreement = await compare(services, query, rows);
  return {
    ...counts,
    targetPerDay: project.targetPerDay,
    agreement: canSeeOwn(project.annotatorSees, 'agreement') ? agreement : null,
  };
}

async function compare(
  services: JudgingServices,
  { projectId, annotatorId }: Query,
  rows: readonly OwnSharedRow[],
): Promise<AgreementWithOthers | null> {
  const rubrics = new Map<number, Rubric>();
  for (const version of new Set(rows.map((row) => row.rubricVersion))) {
    const rubric = await services.rubrics.find({ projectId, version });
    if (rubric) rubrics.set(version, rubric);
  }
  const judgments = rows.map(({ responseCount, ...row }) => ({
    ...row,
    responseIds: Array.from({ length: responseCount }, (_, index) => responseIdAt(index)),
  }));
  return agreementWithOthers({ annotatorId, rubrics, judgments });
}
