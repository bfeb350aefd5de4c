import type { z } from 'zod';
import type { qualityReport } from '#contract/quality.ts';
import type { PeopleMatrix, PersonAgreement } from '#domain/quality/compare-people.ts';
import type { QualityFigures } from '#domain/quality/quality-report.ts';
import { transact } from '#server/database/transact.ts';
import type { Services } from '#server/services/services.ts';
import { keepPeople } from '#server/store/people-report-store.ts';
import { listNames } from '#server/store/person-store.ts';
import { countOpenBySection, keepQuality, listChangeMarks } from '#server/store/quality-store.ts';
import { keepSeries } from '#server/store/watched-store.ts';
import { computeInThread } from './compute-figures.ts';
import { noPeople, presentPeople, presentSeries } from './present-people.ts';
import type { VoteFacts } from './read-votes.ts';

type Report = z.infer<typeof qualityReport>;

/** Computes a project's quality report and keeps it. Safe to run as often as wanted: the newest one stays. */
export async function runQuality(services: Services, projectId: string): Promise<void> {
  const startedAt = performance.now();
  const { facts, figures: computed } = await computeInThread({
    url: services.database.url,
    isOwnDatabase: services.config.databaseUrl === null,
    projectId,
    now: services.now(),
  });
  const report = await presentReport(services, { projectId, facts, figures: computed?.figures ?? noFigures });
  const people = computed ? presentPeople(computed.people, computed.evidence) : noPeople;
  await transact(services.database.kysely, async (transaction) => {
    await keepPeople(transaction, { projectId, ...people });
    await keepSeries(transaction, { projectId, people: (computed?.watched ?? []).map(presentSeries) });
    await keepQuality(transaction, {
      projectId,
      report,
      throughJudgmentId: facts.throughJudgmentId,
      rubricVersion: facts.rubricVersion,
      computedAt: services.now(),
      tookMs: Math.round(performance.now() - startedAt),
    });
  });
}

const noFigures: QualityFigures = {
  criteria: [],
  mainKey: null,
  closeness: null,
  people: [],
  matrix: { annotatorIds: [], cells: [], leftOut: 0 },
  weakest: { criterion: null, person: null, slice: null },
};

/** Adds what the votes do not tell: names, open questions, and when versions came. */
async function presentReport(
  { database }: Services,
  { projectId, facts, figures }: { projectId: string; facts: VoteFacts; figures: QualityFigures },
): Promise<Report> {
  const { kysely } = database;
  const { people, matrix, weakest, ...same } = figures;
  const names = await listNames(kysely, namedIds(people, matrix));
  const named = (annotatorId: string) => ({ personId: annotatorId, name: names.get(annotatorId) ?? '' });
  const marks = await listChangeMarks(kysely, projectId);
  const section = weakestSection(await countOpenBySection(kysely, projectId));
  const namePerson = ({ annotatorId, ...rest }: PersonAgreement) => ({ ...rest, ...named(annotatorId) });
  return {
    ...facts.counts,
    comparedItems: facts.comparedItems,
    ...same,
    criteria: [...same.criteria.map((criterion) => ({ ...criterion, slices: [...criterion.slices] }))],
    closeness: same.closeness && { ...same.closeness, strata: [...same.closeness.strata] },
    people: people.map(namePerson),
    matrix: {
      people: matrix.annotatorIds.map(named),
      cells: [...matrix.cells],
      leftOut: matrix.leftOut,
    },
    weakest: {
      ...weakest,
      person: weakest.person && {
        ...named(weakest.person.annotatorId),
        share: weakest.person.share,
        othersMedian: weakest.person.othersMedian,
      },
      section,
    },
    marks: marks.map(({ at, ...mark }) => ({ ...mark, at: at.toISOString() })),
  };
}

function namedIds(people: readonly PersonAgreement[], matrix: PeopleMatrix): string[] {
  return [...new Set([...people.map(({ annotatorId }) => annotatorId), ...matrix.annotatorIds])];
}

/** Where most questions are open; questions that name no section count only where none does. */
function weakestSection(
  sections: readonly { section: string; open: number }[],
): Report['weakest']['section'] {
  const worst = sections.find(({ section }) => section !== '') ?? sections[0];
  if (worst === undefined) return null;
  const openInAll = sections.reduce((sum, { open }) => sum + open, 0);
  return { name: worst.section, open: worst.open, openInAll };
}
