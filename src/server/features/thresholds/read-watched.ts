import { missing } from '#domain/people-quality/figure.ts';
import type { PersonReport } from '#domain/people-quality/person-report.ts';
import type { WatchedPerson, WatchedPoint } from '#domain/thresholds/watched-person.ts';
import type { Executor } from '#server/database/database.ts';
import { listPersonReports } from '#server/store/people-report-store.ts';
import { listTiers } from '#server/store/standing-store.ts';
import {
  type JudgedPoint,
  type KeptSeries,
  listGoldPoints,
  listGoldReaders,
  listReviewPoints,
  listSeries,
} from '#server/store/watched-store.ts';

/** The part of a kept report that rules look at; instants are texts there. */
interface KeptReport extends Pick<PersonReport, 'reliability' | 'consistency'> {
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  readonly alarms: readonly {
    readonly stream: string;
    readonly scope: string;
    readonly direction: string;
    readonly since: string;
  }[];
}

/** What rules look at of everybody of a project: what was computed last, and gold and reviews as they are now. */
export async function readWatched(executor: Executor, projectId: string): Promise<WatchedPerson[]> {
  const reports = new Map(
    (await listPersonReports(executor, projectId)).map((row) => [row.personId, row.report as KeptReport]),
  );
  const series = new Map((await listSeries(executor, projectId)).map((row) => [row.personId, row.series]));
  const gold = pointsByPerson(await listGoldPoints(executor, projectId));
  const review = pointsByPerson(await listReviewPoints(executor, projectId));
  const tiers = await listTiers(executor, projectId);
  const readers = await listGoldReaders(executor, projectId);
  const personIds = new Set([...reports.keys(), ...series.keys(), ...gold.keys(), ...review.keys()]);
  return [...personIds].sort().map((personId) => ({
    personId,
    tier: tiers.get(personId) ?? 'regular',
    mayReadGold: readers.has(personId),
    points: {
      agreement: unpack(series.get(personId)?.agreement),
      quick: unpack(series.get(personId)?.quick),
      first: unpack(series.get(personId)?.first),
      longer: unpack(series.get(personId)?.longer),
      gold: gold.get(personId) ?? [],
      review: review.get(personId) ?? [],
    },
    ...ofReport(reports.get(personId)),
  }));
}

const unpack = (kept: KeptSeries['agreement'] = []): WatchedPoint[] =>
  kept.map(([atMs, share]) => ({ atMs, share }));

function pointsByPerson(rows: readonly JudgedPoint[]): Map<string, WatchedPoint[]> {
  const byPerson = Map.groupBy(rows, ({ personId }) => personId);
  return new Map(
    [...byPerson].map(([personId, own]) => [
      personId,
      own.map(({ at, met }) => ({ atMs: at.getTime(), share: met ? 1 : 0 })),
    ]),
  );
}

function ofReport(
  report: KeptReport | undefined,
): Pick<WatchedPerson, 'figures' | 'changes' | 'firstAtMs' | 'lastAtMs'> {
  const { reliability, consistency, alarms = [], firstAt = null, lastAt = null } = report ?? {};
  const changes = (['agreement', 'speed'] as const).flatMap((stream) => {
    const last = alarms.findLast((alarm) => alarm.scope === 'days' && alarm.stream === stream);
    // Less agreement, or less time; a change that another one has made good since is over.
    return last?.direction === 'down' ? [{ stream, sinceMs: Date.parse(last.since) }] : [];
  });
  return {
    figures: {
      reliability: reliability ?? missing('nothing_measured'),
      consistency: consistency?.again ?? missing('nothing_measured'),
    },
    changes,
    firstAtMs: firstAt === null ? null : Date.parse(firstAt),
    lastAtMs: lastAt === null ? null : Date.parse(lastAt),
  };
}
