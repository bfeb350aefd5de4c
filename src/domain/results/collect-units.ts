import type { Answers } from '#domain/judging/answers.ts';
import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';
import type { CriterionTarget } from '#domain/rubrics/target.ts';
import type { LongUnits } from '#stats/agreement/unit-values.ts';
import {
  type AgreementMetric,
  type AgreementUnit,
  isMeasured,
  listAgreementValues,
  metricOf,
  unitOf,
} from './agreement-values.ts';
import { groupByUnit } from './group-by-unit.ts';

/** The values of one criterion by unit, only of units that were judged at least twice. */
export interface CollectedUnits {
  readonly key: string;
  readonly label: string;
  readonly target: CriterionTarget;
  readonly metric: AgreementMetric;
  readonly unit: AgreementUnit;
  readonly units: LongUnits;
}

export interface JudgedTogether {
  readonly itemId: string;
  readonly responseIds: readonly string[];
  readonly judgments: readonly {
    readonly annotatorId: string;
    readonly rubricVersion: number;
    readonly answers: Answers;
  }[];
}

interface Columns {
  readonly starts: number[];
  readonly values: number[];
}

/**
 * Gathers what the agreement statistics take, one item after the other. The newest rubric says what is measured;
 * answers given under an older version count where that version asked the same question on the same scale.
 */
export class UnitCollector {
  readonly #rubric: Rubric;
  readonly #criteria: readonly Criterion[];
  readonly #alike: ReadonlyMap<number, ReadonlySet<string>>;
  readonly #columns: readonly Columns[];

  /** @throws RangeError where there is no version at all. */
  constructor(rubrics: ReadonlyMap<number, Rubric>) {
    const newest = rubrics.get(Math.max(...rubrics.keys()));
    if (newest === undefined) throw new RangeError('Agreement needs at least one version of the rubric.');
    this.#rubric = newest;
    this.#alike = new Map([...rubrics].map(([version, rubric]) => [version, alikeKeys(rubric, newest)]));
    this.#criteria = newest.criteria.filter(isMeasured);
    this.#columns = this.#criteria.map(() => ({ starts: [0], values: [] }));
  }

  /** Adds an item; one that was judged once adds nothing. */
  add({ itemId, responseIds, judgments }: JudgedTogether): void {
    if (judgments.length < 2) return;
    const comparable = judgments.map(({ annotatorId, rubricVersion, answers }) => ({
      itemId,
      annotatorId,
      responseIds,
      answers: this.#keepAlike(answers, rubricVersion),
    }));
    for (const [index, values] of listAgreementValues(this.#rubric, comparable).entries()) {
      const columns = this.#columns[index];
      if (columns) addUnits(columns, groupByUnit(values));
    }
  }

  get collected(): CollectedUnits[] {
    return this.#criteria.map(({ key, label, target, scale }, index) => ({
      key,
      label,
      target,
      metric: metricOf(scale),
      unit: unitOf({ target, scale }),
      units: this.#columns[index] ?? { starts: [0], values: [] },
    }));
  }

  #keepAlike(answers: Answers, rubricVersion: number): Answers {
    const alike = this.#alike.get(rubricVersion) ?? new Set();
    if (alike.size === this.#rubric.criteria.length) return answers;
    const keep = <Value>(record: Readonly<Record<string, Value>>) =>
      Object.fromEntries(Object.entries(record).filter(([key]) => alike.has(key)));
    return {
      pair: keep(answers.pair),
      ranking: keep(answers.ranking ?? {}),
      response: keep(answers.response),
      turn: keep(answers.turn ?? {}),
      step: keep(answers.step ?? {}),
      task: keep(answers.task),
    };
  }
}

function addUnits({ starts, values }: Columns, rows: readonly (readonly (number | null)[])[]): void {
  for (const row of rows) {
    if (row.length < 2) continue;
    for (const value of row) if (value !== null) values.push(value);
    starts.push(values.length);
  }
}

function alikeKeys(rubric: Rubric, newest: Rubric): Set<string> {
  const same = newest.criteria.filter((criterion) =>
    rubric.criteria.some((other) => measure(other) === measure(criterion)),
  );
  return new Set(same.map(({ key }) => key));
}

/** What makes two criteria comparable: words may have changed, the question's key, target and points may not. */
function measure({ key, target, scale }: Criterion): string {
  switch (scale.kind) {
    case 'choice':
    case 'choices':
      return JSON.stringify([key, target, scale.options.map((option) => option.key)]);
    case 'rating':
      return JSON.stringify([key, target, scale.min, scale.max]);
    case 'preference':
      return JSON.stringify([key, target, scale.steps, scale.tie]);
    default:
      return JSON.stringify([key, target, scale]);
  }
}
