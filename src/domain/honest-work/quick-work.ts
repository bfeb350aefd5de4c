import type { PeopleVotes, TaskColumns } from '#domain/people-quality/people-votes.ts';
import { twoSidedStudentT } from '#stats/distributions/student-t.ts';
import { quantile, quantileOfSorted } from '#stats/intervals/quantile.ts';
import { leastOfEvidence, leastOthers, type Tried } from './evidence.ts';

/** People who read alike still differ by about a third in the times they need: less spread is not believed. */
const leastSpread = 0.3;
/** Somebody who needs more than this share of the others' time is not quick enough to be told of. */
const quickShare = 0.5;
const leastTimesOfLength = 10;
/** From the median absolute deviation to the standard deviation of normal numbers. */
const deviationFactor = 1.4826;

interface Timed {
  readonly task: number;
  /** Texts of about the same length, two bins a doubling. */
  readonly bin: number;
  readonly ms: number;
}

/**
 * Whose times lie far below the others', text lengths held equal. Each person is one figure: the median, over tasks, of
 * the logarithm of the time against the median time for that length. That figure is held against the others' by a t with
 * their median and median absolute deviation.
 */
export function findQuick({ tasks, annotatorIds }: Pick<PeopleVotes, 'tasks' | 'annotatorIds'>): Tried[] {
  const byPerson: Timed[][] = annotatorIds.map(() => []);
  for (const [person, timed] of timedTasks(tasks)) byPerson[person]?.push(timed);
  const usual = mediansByBin(byPerson.flat());
  const paces = byPerson.flatMap((own, annotator) => {
    if (own.length < leastOfEvidence) return [];
    const pace = quantile(
      own.map(({ bin, ms }) => Math.log(ms / (usual.get(bin) ?? ms))),
      0.5,
    );
    return pace === null ? [] : [{ annotator, own, pace }];
  });
  if (paces.length <= leastOthers) return [];
  return paces.map(({ annotator, own, pace }) => {
    const others = paces.filter((other) => other.annotator !== annotator);
    const { middle, t } = standOut(
      pace,
      others.map((other) => other.pace),
    );
    const twoSided = twoSidedStudentT(t, others.length - 1);
    const isQuick = Math.exp(pace - middle) <= quickShare;
    const seen = isQuick
      ? describeQuick(
          annotator,
          own,
          others.map((other) => other.own),
        )
      : null;
    return {
      pValue: t < 0 ? twoSided / 2 : 1 - twoSided / 2,
      isLarge: seen !== null && seen.count >= seen.of / 2,
      describe: () => (seen === null ? [] : [{ ...seen, items: seen.tasks.map(itemOf(tasks)) }]),
    };
  });
}

const itemOf = (tasks: TaskColumns) => (task: number) => tasks.items[task] ?? -1;

function* timedTasks(tasks: TaskColumns): Generator<[person: number, timed: Timed]> {
  for (let task = 0; task < tasks.items.length; task++) {
    const [ms, characters] = [tasks.activeMs[task] ?? 0, tasks.characters[task] ?? 0];
    if (ms > 0 && characters > 0)
      yield [tasks.annotators[task] ?? -1, { task, ms, bin: Math.floor(2 * Math.log2(characters)) }];
  }
}

function mediansByBin(all: readonly Timed[]): Map<number, number> {
  return new Map([...sortByBin(all)].map(([bin, sorted]) => [bin, quantileOfSorted(sorted, 0.5) ?? 0]));
}

function sortByBin(all: readonly Timed[]): Map<number, Float64Array> {
  const lists = new Map<number, number[]>();
  for (const { bin, ms } of all) {
    const list = lists.get(bin) ?? [];
    lists.set(bin, list);
    list.push(ms);
  }
  return new Map([...lists].map(([bin, list]) => [bin, Float64Array.from(list).sort()]));
}

function standOut(pace: number, others: readonly number[]): { middle: number; t: number } {
  const middle = quantile(others, 0.5) ?? 0;
  const deviation =
    quantile(
      others.map((other) => Math.abs(other - middle)),
      0.5,
    ) ?? 0;
  const spread = Math.max(leastSpread, deviationFactor * deviation);
  return { middle, t: (pace - middle) / (spread * Math.sqrt(1 + 1 / others.length)) };
}

/** Counts against the quickest tenth of the others at each length; lengths that hardly anybody else met are left out. */
function describeQuick(annotator: number, own: readonly Timed[], others: readonly (readonly Timed[])[]) {
  const times = sortByBin(others.flat());
  const compared = own.flatMap(({ task, bin, ms }) => {
    const sorted = times.get(bin);
    if (sorted === undefined || sorted.length < leastTimesOfLength) return [];
    const at = (probability: number) => quantileOfSorted(sorted, probability) ?? 0;
    return [{ task, ms, tenth: at(0.1), median: at(0.5), nineTenths: at(0.9) }];
  });
  if (compared.length < leastOfEvidence) return null;
  const middleOf = (pick: (row: (typeof compared)[number]) => number) =>
    Math.round(quantile(compared.map(pick), 0.5) ?? 0);
  const under = compared.filter(({ ms, tenth }) => ms < tenth);
  const base = {
    lowTenth: middleOf(({ tenth }) => tenth),
    median: middleOf(({ median }) => median),
    highTenth: middleOf(({ nineTenths }) => nineTenths),
    n: others.length,
  };
  return {
    ...{ kind: 'quick' as const, annotator, other: null, base, expected: base.median },
    ...{ count: under.length, of: compared.length, value: middleOf(({ ms }) => ms) },
    test: 'student_t' as const,
    tasks: under.toSorted((a, b) => a.ms / a.tenth - b.ms / b.tenth).map(({ task }) => task),
  };
}
