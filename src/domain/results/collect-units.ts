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
import { comparableAnswers, newestRubric } from './comparable-answers.ts';
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
  readonly #comparable: (answers: Answers, rubricVersion: number) => Answers;
  readonly #columns: readonly Columns[];

  /** @throws RangeError where there is no version at all. */
  constructor(rubrics: ReadonlyMap<number, Rubric>) {
    const newest = newestRubric(rubrics);
    this.#rubric = newest;
    this.#comparable = comparableAnswers(rubrics);
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
      answers: this.#comparable(answers, rubricVersion),
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
}

function addUnits({ starts, values }: Columns, rows: readonly (readonly (number | null)[])[]): void {
  for (const row of rows) {
    if (row.length < 2) continue;
    for (const value of row) if (value !== null) values.push(value);
    starts.push(values.length);
  }
}
