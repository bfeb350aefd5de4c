import type { z } from 'zod';
import type {
  attention,
  driftAlarm,
  peopleAsOne,
  personEvidence,
  personReport,
  personSummary,
} from '#contract/people-quality.ts';
import type { Evidence } from '#domain/honest-work/evidence.ts';
import type { DriftAlarm } from '#domain/people-quality/drift.ts';
import type { Attention, PeopleFigures } from '#domain/people-quality/people-report.ts';
import type { WatchedSeries } from '#domain/thresholds/watch-series.ts';
import type { StoredPerson } from '#server/store/people-report-store.ts';
import type { KeptSeries } from '#server/store/watched-store.ts';

export type KeptEvidence = Omit<z.infer<typeof personEvidence>, 'other'> & {
  readonly otherId: string | null;
};
/** Evidence stands here and not in the report, of which annotators see parts. */
export type KeptSummary = Omit<z.infer<typeof personSummary>, 'personId' | 'name' | 'evidence'> & {
  readonly evidence?: readonly KeptEvidence[];
};
/** As it is kept: what an annotator may see of it is cut out when it is read. */
export type KeptReport = Omit<
  z.infer<typeof personReport>,
  'personId' | 'name' | 'attention' | 'evidence'
> & {
  readonly settledAgreement: z.infer<typeof personReport>['agreement'];
  /** Missing in reports that were kept before people were measured by gold. */
  readonly ownGold?: z.infer<typeof personReport>['gold'];
};
export type KeptAll = z.infer<typeof peopleAsOne>;

interface KeptPeople {
  readonly all: KeptAll;
  readonly people: readonly StoredPerson[];
}

export const noPeople: KeptPeople = {
  all: { criterion: null, biases: [], medianAgreement: null, medianMs: null, people: 0 },
  people: [],
};

/** Figures on people as they are kept: without names, which change, and with instants in place of numbers. */
export function presentPeople(
  { all, summaries, reports }: PeopleFigures,
  evidence: readonly Evidence[],
): KeptPeople {
  const evidenceOn = (annotatorId: string) =>
    evidence.filter((one) => one.annotatorId === annotatorId).map(presentEvidence);
  const summaryOf = new Map(summaries.map((summary) => [summary.annotatorId, summary]));
  const { criterion } = all;
  return {
    all: {
      ...all,
      criterion: criterion && { key: criterion.key, label: criterion.label, hasSides: criterion.hasSides },
      biases: [...all.biases],
    },
    people: reports.flatMap(({ annotatorId, ...report }) => {
      const summary = summaryOf.get(annotatorId);
      return summary === undefined
        ? []
        : [
            {
              personId: annotatorId,
              summary: { ...presentSummary(summary), evidence: evidenceOn(annotatorId) },
              report: presentReport(report),
            },
          ];
    }),
  };
}

/** What rules look at, as it is kept. */
export function presentSeries({ annotatorId, ...series }: WatchedSeries): {
  personId: string;
  series: KeptSeries;
} {
  const pairsOf = (points: WatchedSeries['quick']) => points.map(({ atMs, share }) => [atMs, share] as const);
  return {
    personId: annotatorId,
    series: {
      agreement: pairsOf(series.agreement),
      quick: pairsOf(series.quick),
      first: pairsOf(series.first),
      longer: pairsOf(series.longer),
    },
  };
}

function presentEvidence({ annotatorId: _person, itemIds, ...rest }: Evidence): KeptEvidence {
  return { ...rest, itemIds: [...itemIds] };
}

const instantOf = (atMs: number) => new Date(atMs).toISOString();
const instantOrNull = (atMs: number | null) => (atMs === null ? null : instantOf(atMs));

function presentSummary(summary: PeopleFigures['summaries'][number]): KeptSummary {
  const { annotatorId: _person, lastAtMs, ...rest } = summary;
  return { ...rest, lastAt: instantOrNull(lastAtMs), attention: summary.attention.map(presentAttention) };
}

function presentReport(report: Omit<PeopleFigures['reports'][number], 'annotatorId'>): KeptReport {
  const { firstAtMs, lastAtMs, ...rest } = report;
  return {
    ...rest,
    firstAt: instantOrNull(firstAtMs),
    lastAt: instantOrNull(lastAtMs),
    biases: [...report.biases],
    notable: [...report.notable],
    days: [...report.days],
    stretches: [...report.stretches],
    sessions: report.sessions.map(({ startedAtMs, endedAtMs, ...session }) => ({
      ...session,
      startedAt: instantOf(startedAtMs),
      endedAt: instantOf(endedAtMs),
    })),
    alarms: report.alarms.map(presentAlarm),
  };
}

function presentAlarm({ sinceMs, atMs, ...alarm }: DriftAlarm): z.infer<typeof driftAlarm> {
  return { ...alarm, since: instantOf(sinceMs), at: instantOf(atMs) };
}

function presentAttention(one: Attention): z.infer<typeof attention> {
  return one.kind === 'drift' ? { ...one, alarm: presentAlarm(one.alarm) } : one;
}
