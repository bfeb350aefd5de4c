import { quantile, quantileOfSorted } from '#stats/intervals/quantile.ts';
import { type Bias, biasesOf, type NotableBias } from './biases.ts';
import { type DriftAlarm, findDrift } from './drift.ts';
import { type Figure, missing, shareOf } from './figure.ts';
import { goldFigure, ownGoldFigure } from './gold-tests.ts';
import type { PeopleVotes } from './people-votes.ts';
import { type Consistency, consistencyOf } from './self-consistency.ts';
import { type Speed, speedOf } from './speed.ts';
import type { PersonRecord, PersonTask } from './split-by-person.ts';
import { adviseBreak, type BreakAdvice, type Stretch, stretchesOf } from './within-session.ts';

/** One day (UTC) of a person. */
export interface PersonDay {
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly judgments: number;
  readonly medianMs: number | null;
  readonly lowerQuarterMs: number | null;
  readonly upperQuarterMs: number | null;
  readonly agreement: Figure;
}

export interface PersonSession {
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  readonly judgments: number;
  readonly medianMs: number;
}

/** All that is known of how one person works. */
export interface PersonReport {
  readonly judgments: number;
  readonly incomparable: number;
  readonly firstAtMs: number | null;
  readonly lastAtMs: number | null;
  readonly agreement: Figure;
  /** Only of what can no longer be amended: whoever sees it move with their own answer knows what others said. */
  readonly settledAgreement: Figure;
  readonly reliability: Figure;
  /** How often a known answer was met in tests; null for somebody who was never tested. */
  readonly gold: Figure | null;
  /** What the person may see of it. */
  readonly ownGold: Figure | null;
  readonly consistency: Consistency;
  readonly speed: Speed;
  readonly biases: readonly Bias[];
  readonly notable: readonly NotableBias[];
  readonly days: readonly PersonDay[];
  readonly sessions: readonly PersonSession[];
  /** Of what can no longer be amended, too. */
  readonly stretches: readonly Stretch[];
  readonly alarms: readonly DriftAlarm[];
  readonly breakAdvice: BreakAdvice | null;
}

/** Fewer than this are no day; the interval says how little even these tell. */
const leastOfDay = 5;
const mostDays = 120;
const mostSessions = 60;
const dayMs = 86_400_000;

export interface ReportContext {
  readonly votes: PeopleVotes;
  readonly models: readonly number[];
  readonly reliability: Figure;
  readonly people: number;
}

export function reportOnPerson(record: PersonRecord, context: ReportContext): Omit<PersonReport, 'notable'> {
  const { votes, models, reliability } = context;
  const { timeline, tasks, choices: own, looks, incomparable, goldTests } = record;
  const { choices, hasChoices, models: modelNames } = votes;
  const settled = tasks.filter(({ isSettled }) => isSettled);
  const stretches = stretchesOf(settled);
  return {
    judgments: timeline.atMs.length,
    incomparable,
    firstAtMs: timeline.atMs[0] ?? null,
    lastAtMs: timeline.atMs.at(-1) ?? null,
    agreement: agreementFigure(tasks, context),
    settledAgreement: agreementFigure(settled, context),
    reliability,
    gold: goldFigure(goldTests),
    ownGold: ownGoldFigure(goldTests),
    consistency: consistencyOf(choices, { own, looks }, hasChoices),
    speed: speedOf(timeline.activeMs, tasks),
    biases: biasesOf({ choices, own, hasChoices, models, modelNames }),
    days: daysOf(record),
    sessions: sessionsOf(record),
    stretches,
    alarms: findDrift(record),
    breakAdvice: adviseBreak(stretches),
  };
}

/** Leave-one-out: a person's own vote is never part of what they are held against. */
function agreementFigure(
  tasks: readonly PersonTask[],
  { votes, people }: Pick<ReportContext, 'votes' | 'people'>,
): Figure {
  if (votes.criterion === null) return missing('nothing_measured');
  if (people < 2) return missing('one_person');
  const shares = tasks.flatMap(({ agreement }) => agreement ?? []);
  if (shares.length === 0) {
    const isOtherScale = tasks.length > 0 && tasks.every(({ level }) => level === null);
    return missing(isOtherScale ? 'other_scale' : 'no_overlap');
  }
  return shareOf(
    shares.reduce((sum, share) => sum + share, 0),
    shares.length,
  );
}

function daysOf({ timeline, tasks }: PersonRecord): PersonDay[] {
  const byDay = new Map<number, { times: number[]; shares: number[] }>();
  const dayAt = (atMs: number) => {
    const day = Math.floor(atMs / dayMs);
    const known = byDay.get(day) ?? { times: [], shares: [] };
    byDay.set(day, known);
    return known;
  };
  timeline.atMs.forEach((atMs, place) => {
    dayAt(atMs).times.push(timeline.activeMs[place] ?? 0);
  });
  for (const { atMs, agreement } of tasks) if (agreement !== null) dayAt(atMs).shares.push(agreement);
  return [...byDay]
    .sort(([a], [b]) => a - b)
    .slice(-mostDays)
    .map(([day, { times, shares }]) => {
      const sorted = Float64Array.from(times).sort();
      return {
        day: new Date(day * dayMs).toISOString().slice(0, 10),
        judgments: times.length,
        medianMs: quantileOfSorted(sorted, 0.5),
        lowerQuarterMs: quantileOfSorted(sorted, 0.25),
        upperQuarterMs: quantileOfSorted(sorted, 0.75),
        agreement:
          shares.length < leastOfDay
            ? missing('too_few', shares.length, leastOfDay)
            : shareOf(
                shares.reduce((sum, share) => sum + share, 0),
                shares.length,
              ),
      };
    });
}

function sessionsOf({ sessions, timeline }: PersonRecord): PersonSession[] {
  return sessions.slice(-mostSessions).map(({ from, to }) => ({
    // A session begins when its first task does, which is known only by how long that one took.
    startedAtMs: (timeline.atMs[from] ?? 0) - (timeline.activeMs[from] ?? 0),
    endedAtMs: timeline.atMs[to - 1] ?? 0,
    judgments: to - from,
    medianMs: quantile(timeline.activeMs.subarray(from, to), 0.5) ?? 0,
  }));
}
