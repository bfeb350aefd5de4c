import { noGoldTests } from './gold-tests.ts';
import type { GoldTests, PeopleVotes, UnitColumns } from './people-votes.ts';
import type { SecondLook } from './retest.ts';
import { positionAt, type Session, splitSessions } from './sessions.ts';

/** One judgment of a person. */
export interface PersonTask {
  readonly atMs: number;
  readonly activeMs: number;
  readonly characters: number;
  readonly isSettled: boolean;
  /** How many judgments came before it in the same session. */
  readonly position: number;
  /** The share of others who said the same about the item; null where nobody else judged it. */
  readonly agreement: number | null;
  /** Of a preference its strength, of anything else the value; null where it was not answered. */
  readonly level: number | null;
}

/** Two responses that a person weighed against each other; `row` is its place among all choices. */
export interface PersonChoice {
  readonly row: number;
  readonly item: number;
  readonly position: number;
  readonly atMs: number;
}

export interface PersonRecord {
  readonly annotator: number;
  readonly sessions: readonly Session[];
  readonly timeline: { readonly atMs: Float64Array; readonly activeMs: Float64Array };
  readonly goldTests: GoldTests;
  /** Oldest first. */
  readonly tasks: readonly PersonTask[];
  readonly choices: readonly PersonChoice[];
  /** Of items that came again. */
  readonly looks: readonly SecondLook[];
  /** Answers under a scale that the newest rubric no longer has. */
  readonly incomparable: number;
}

/** Takes the flat columns apart, person by person. */
export function splitByPerson(votes: PeopleVotes): PersonRecord[] {
  const { annotatorIds, timelines, tasks, choices } = votes;
  const agreement = agreementOfTasks(votes);
  const level = levelOfTasks(votes);
  const sessions = timelines.map(({ atMs }) => splitSessions(atMs));
  const positionOf = (task: number) => {
    const annotator = tasks.annotators[task] ?? -1;
    return positionAt(timelines[annotator]?.atMs ?? [], sessions[annotator] ?? [], tasks.atMs[task] ?? 0);
  };
  const positions = Int32Array.from(tasks.annotators, (_, task) => positionOf(task));
  const records = annotatorIds.map((_, annotator) => ({
    annotator,
    sessions: sessions[annotator] ?? [],
    timeline: timelines[annotator] ?? { atMs: new Float64Array(), activeMs: new Float64Array() },
    goldTests: votes.goldTests[annotator] ?? noGoldTests,
    tasks: [] as PersonTask[],
    choices: [] as PersonChoice[],
    looks: votes.repeats.filter((repeat) => repeat.annotator === annotator),
    incomparable: 0,
  }));
  tasks.annotators.forEach((annotator, task) => {
    const record = records[annotator];
    if (record === undefined) return;
    record.incomparable += tasks.isIncomparable[task] ?? 0;
    record.tasks.push({
      atMs: tasks.atMs[task] ?? 0,
      activeMs: tasks.activeMs[task] ?? 0,
      characters: tasks.characters[task] ?? 0,
      isSettled: tasks.isSettled[task] === 1,
      position: positions[task] ?? 0,
      agreement: numberOrNull(agreement[task]),
      level: numberOrNull(level[task]),
    });
  });
  choices.tasks.forEach((task, row) => {
    records[tasks.annotators[task] ?? -1]?.choices.push({
      row,
      item: tasks.items[task] ?? -1,
      position: positions[task] ?? 0,
      atMs: tasks.atMs[task] ?? 0,
    });
  });
  for (const record of records) {
    record.tasks.sort((a, b) => a.atMs - b.atMs);
    record.choices.sort((a, b) => a.atMs - b.atMs);
  }
  return records;
}

const numberOrNull = (value: number | undefined) =>
  value === undefined || Number.isNaN(value) ? null : value;

/** Of a preference the side counts, of everything else the very answer; NaN where nobody else answered. */
function agreementOfTasks({ criterion, units, tasks }: PeopleVotes): Float64Array {
  const [same, compared] = [new Float64Array(tasks.items.length), new Float64Array(tasks.items.length)];
  const asCompared = (value: number) => (criterion?.hasSides ? Math.sign(value) : value);
  forEachUnit(units, (from, to) => {
    for (let own = from; own < to; own++) {
      const task = units.tasks[own] ?? -1;
      for (let other = from; other < to; other++) {
        if (other === own) continue;
        compared[task] = (compared[task] ?? 0) + 1;
        if (asCompared(units.values[other] ?? 0) === asCompared(units.values[own] ?? 0))
          same[task] = (same[task] ?? 0) + 1;
      }
    }
  });
  return same.map((count, task) => count / (compared[task] || Number.NaN));
}

function levelOfTasks({ criterion, units, tasks }: PeopleVotes): Float64Array {
  const [sums, counts] = [new Float64Array(tasks.items.length), new Float64Array(tasks.items.length)];
  units.tasks.forEach((task, vote) => {
    const value = units.values[vote] ?? 0;
    sums[task] = (sums[task] ?? 0) + (criterion?.hasSides ? Math.abs(value) : value);
    counts[task] = (counts[task] ?? 0) + 1;
  });
  return sums.map((sum, task) => sum / (counts[task] || Number.NaN));
}

/** Calls with the first vote of each unit and the one after its last. */
export function forEachUnit({ starts }: UnitColumns, visit: (from: number, to: number) => void): void {
  for (let unit = 0; unit + 1 < starts.length; unit++) visit(starts[unit] ?? 0, starts[unit + 1] ?? 0);
}
