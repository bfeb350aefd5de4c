import { cusum } from '#stats/drift/cusum.ts';
import { selfStartingScores } from '#stats/drift/self-starting-scores.ts';
import type { GoldTests } from './people-votes.ts';
import { meanOf } from './speed.ts';
import type { PersonRecord, PersonTask } from './split-by-person.ts';

export const driftStreams = ['agreement', 'speed', 'labels', 'gold'] as const;
export type DriftStream = (typeof driftStreams)[number];

/** A lasting change of one person against their own past. */
export interface DriftAlarm {
  readonly stream: DriftStream;
  /** Across days, or within one session. */
  readonly scope: 'days' | 'session';
  readonly direction: 'up' | 'down';
  /** Where the change probably began, and where it was sure enough to be told. */
  readonly sinceMs: number;
  readonly atMs: number;
  /** The mean before and since: a share, a level, or milliseconds of a typical task. */
  readonly before: number;
  readonly after: number;
  /** Judgments since. */
  readonly n: number;
}

/**
 * Both charts look for a shift of one standard deviation. The limits were chosen by simulating steady people: the test
 * measures these rates anew.
 */
export const driftLimits = { slack: 0.5, days: 7, session: 10 } as const;
/**
 * Shares of steady people who set off any alarm: within sixty days of work, within one session of sixty tasks, and within
 * 200 tests on gold.
 */
export const falseAlarmRates = { inSixtyDays: 0.06, inSession: 0.003, inGold: 0.01 } as const;

const leastOfDay = 5;
const leastDays = 8;
/**
 * Agreement is watched in blocks of so many compared judgments instead of days: a person's fortnight is a dozen days, among
 * which a change soon counts as usual, but dozens of blocks.
 */
const blockSize = 20;
const leastBlocks = 12;
/** Judgments that others share, before a lasting change of agreement can be told. */
export const leastForAgreementDrift = blockSize * leastBlocks;
const leastOfSession = 25;
/** Tests on gold are seldom, so they are taken in fives, however long these take. */
const goldAtOnce = 5;
const dayMs = 86_400_000;

interface Series {
  readonly stream: DriftStream;
  readonly scope: DriftAlarm['scope'];
  readonly limit: number;
  readonly points: readonly Point[];
}

interface Point {
  readonly fromMs: number;
  readonly toMs: number;
  /** What the chart looks at. */
  readonly score: number;
  /** What a reader understands. */
  readonly mean: number;
  readonly n: number;
}

/** All alarms of one person, oldest first. */
export function findDrift(
  record: Pick<PersonRecord, 'tasks' | 'sessions' | 'timeline' | 'goldTests'>,
): DriftAlarm[] {
  const series = [...daySeries(record), ...goldSeries(record.goldTests), ...sessionSeries(record)];
  return series.flatMap(watch).sort((a, b) => a.atMs - b.atMs);
}

/** Finds change after change: after an alarm, what came since the change is the new past. */
function watch({ stream, scope, limit, points }: Series): DriftAlarm[] {
  const alarms: DriftAlarm[] = [];
  let start = 0;
  for (;;) {
    const rest = points.slice(start);
    const values = selfStartingScores(rest.map(({ score }) => score));
    const chart = cusum({ values, target: 0, sigma: 1, slack: driftLimits.slack, limit });
    const at = chart.firstSignal;
    if (at === null) return alarms;
    const isUp = (chart.above[at] ?? 0) > limit;
    const sums = isUp ? chart.above : chart.below;
    const change = sums.subarray(0, at).lastIndexOf(0) + 1;
    const [before, after] = [rest.slice(0, change), rest.slice(change, at + 1)];
    alarms.push({
      stream,
      scope,
      direction: isUp ? 'up' : 'down',
      sinceMs: after[0]?.fromMs ?? 0,
      atMs: after.at(-1)?.toMs ?? 0,
      before: meanOfPoints(before),
      after: meanOfPoints(after),
      n: after.reduce((sum, { n }) => sum + n, 0),
    });
    // A change is at least one point long, so this ends.
    start += Math.max(1, change);
  }
}

function meanOfPoints(points: readonly Point[]): number {
  const n = points.reduce((sum, point) => sum + point.n, 0);
  return points.reduce((sum, point) => sum + point.mean * point.n, 0) / n;
}

interface Measured {
  readonly atMs: number;
  readonly value: number;
}

const streamsOf = (tasks: readonly PersonTask[]): Readonly<Record<'agreement' | 'labels', Measured[]>> => ({
  agreement: tasks.flatMap(({ atMs, agreement }) => (agreement === null ? [] : [{ atMs, value: agreement }])),
  labels: tasks.flatMap(({ atMs, level }) => (level === null ? [] : [{ atMs, value: level }])),
});

/** Times run from seconds to minutes: their logarithm has the even spread that the chart needs. */
const logTimes = ({ atMs, activeMs }: PersonRecord['timeline']): Measured[] =>
  Array.from(atMs, (at, place) => ({ atMs: at, value: Math.log(Math.max(1, activeMs[place] ?? 1)) }));

function daySeries({ tasks, timeline }: Pick<PersonRecord, 'tasks' | 'timeline'>): Series[] {
  const { agreement, labels } = streamsOf(tasks);
  const byStream = { agreement, speed: logTimes(timeline), labels };
  return (['agreement', 'speed', 'labels'] as const).flatMap((stream) => {
    const isAgreement = stream === 'agreement';
    const groups = isAgreement ? inBlocks(byStream[stream], blockSize) : byDay(byStream[stream]);
    const points = groups.map((group) => pointOf(stream, group));
    return points.length < (isAgreement ? leastBlocks : leastDays)
      ? []
      : [{ stream, scope: 'days' as const, limit: driftLimits.days, points }];
  });
}

/** In the order of time; what does not fill a block waits for more. */
function inBlocks(rows: readonly Measured[], size: number): Measured[][] {
  const sorted = rows.toSorted((one, other) => one.atMs - other.atMs);
  return Array.from({ length: Math.floor(sorted.length / size) }, (_, block) =>
    sorted.slice(block * size, (block + 1) * size),
  );
}

function goldSeries({ atMs, passed }: GoldTests): Series[] {
  const rows = Array.from(atMs, (at, place) => ({ atMs: at, value: passed[place] ?? 0 }));
  const points = inBlocks(rows, goldAtOnce).map((block) => pointOf('gold', block));
  return points.length < leastDays
    ? []
    : [{ stream: 'gold', scope: 'days', limit: driftLimits.days, points }];
}

/** Days (UTC) with enough work to have a mean. */
export function byDay<Row extends { readonly atMs: number }>(rows: readonly Row[]): Row[][] {
  const days = new Map<number, Row[]>();
  for (const row of rows) {
    const day = Math.floor(row.atMs / dayMs);
    const known = days.get(day);
    if (known) known.push(row);
    else days.set(day, [row]);
  }
  return [...days]
    .sort(([a], [b]) => a - b)
    .map(([, each]) => each)
    .filter((each) => each.length >= leastOfDay);
}

function pointOf(stream: DriftStream, rows: readonly Measured[]): Point {
  const mean = meanOf(rows.map(({ value }) => value));
  return {
    fromMs: rows[0]?.atMs ?? 0,
    toMs: rows.at(-1)?.atMs ?? 0,
    // The arc sine evens out the spread of shares.
    score: isShare(stream) ? Math.asin(Math.sqrt(Math.min(1, Math.max(0, mean)))) : mean,
    mean: stream === 'speed' ? Math.exp(mean) : mean,
    n: rows.length,
  };
}

const isShare = (stream: DriftStream) => stream === 'agreement' || stream === 'gold';

/** Within a session only time and agreement: what is asked changes from task to task. */
function sessionSeries({ tasks, sessions, timeline }: Parameters<typeof findDrift>[0]): Series[] {
  const { agreement } = streamsOf(tasks);
  const times = logTimes(timeline);
  return sessions.flatMap(({ from, to }) => {
    const [first, last] = [times[from]?.atMs ?? 0, times[to - 1]?.atMs ?? 0];
    const inside = agreement.filter(({ atMs }) => atMs >= first && atMs <= last);
    const streams = { speed: times.slice(from, to), agreement: inside };
    return (['speed', 'agreement'] as const).flatMap((stream) => {
      const rows = streams[stream];
      if (rows.length < leastOfSession) return [];
      const points = rows.map((row) => pointOf(stream, [row]));
      return [{ stream, scope: 'session' as const, limit: driftLimits.session, points }];
    });
  });
}
