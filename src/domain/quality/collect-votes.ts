import type { Answers } from '#domain/judging/answers.ts';
import {
  type AgreementValues,
  isMeasured,
  listAgreementValues,
  metricOf,
  unitOf,
} from '#domain/results/agreement-values.ts';
import { comparableAnswers, newestRubric } from '#domain/results/comparable-answers.ts';
import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';
import { Numbering } from './numbering.ts';
import type { Votes } from './votes.ts';
import { weekOf } from './week-of.ts';

/** The current judgments of one item, with what its slices are made of. */
export interface VotedItem {
  readonly itemId: string;
  readonly responseIds: readonly string[];
  readonly domain: string | null;
  /** The model of each response in the item's own order; null where it is unknown. */
  readonly models: readonly (string | null)[];
  readonly judgments: readonly {
    readonly annotatorId: string;
    readonly rubricVersion: number;
    readonly guidelineVersion: number;
    readonly submittedAtMs: number;
    readonly answers: Answers;
  }[];
}

interface Columns {
  readonly starts: number[];
  readonly items: number[];
  readonly values: number[];
  readonly annotators: number[];
  readonly guidelines: number[];
  readonly weeks: number[];
}

const emptyColumns = (): Columns => ({
  starts: [0],
  items: [],
  values: [],
  annotators: [],
  guidelines: [],
  weeks: [],
});

interface Facts {
  readonly annotator: number;
  readonly guideline: number;
  readonly week: number;
}

/**
 * Gathers votes item by item. The newest rubric says what is measured; answers under an older version count where it
 * asked the same question on the same scale.
 */
export class VoteCollector {
  readonly #rubric: Rubric;
  readonly #comparable: ReturnType<typeof comparableAnswers>;
  readonly #criteria: readonly Criterion[];
  readonly #columns: readonly Columns[];
  readonly #annotators = new Numbering();
  readonly #domains = new Numbering();
  readonly #pairs = new Numbering();
  readonly #items = { domains: [] as number[], pairs: [] as number[], firstIsR1: [] as number[] };

  /** @throws RangeError where there is no version at all. */
  constructor(rubrics: ReadonlyMap<number, Rubric>) {
    this.#rubric = newestRubric(rubrics);
    this.#comparable = comparableAnswers(rubrics);
    this.#criteria = this.#rubric.criteria.filter(isMeasured);
    this.#columns = this.#criteria.map(emptyColumns);
  }

  /** Adds an item; one that was judged once adds nothing. */
  add(item: VotedItem): void {
    if (item.judgments.length < 2) return;
    const place = this.#addItem(item);
    const facts = new Map<string, Facts>();
    const judgments = item.judgments.map(({ annotatorId, rubricVersion, answers, ...given }) => {
      facts.set(annotatorId, {
        annotator: this.#annotators.placeOf(annotatorId),
        guideline: given.guidelineVersion,
        week: weekOf(given.submittedAtMs),
      });
      return {
        itemId: item.itemId,
        annotatorId,
        responseIds: item.responseIds,
        answers: this.#comparable(answers, rubricVersion),
      };
    });
    for (const [index, values] of listAgreementValues(this.#rubric, judgments).entries()) {
      const columns = this.#columns[index];
      if (columns) addUnits(columns, { values, facts, item: place });
    }
  }

  get votes(): Votes {
    const { domains, pairs, firstIsR1 } = this.#items;
    return {
      overallKey: this.#rubric.overallKey,
      annotatorIds: this.#annotators.names,
      domains: this.#domains.names,
      modelPairs: this.#pairs.names.map((name) => JSON.parse(name) as [string, string]),
      items: {
        domains: Int32Array.from(domains),
        pairs: Int32Array.from(pairs),
        firstIsR1: Uint8Array.from(firstIsR1),
      },
      criteria: this.#criteria.map((criterion, index) => ({
        key: criterion.key,
        label: criterion.label,
        target: criterion.target,
        metric: metricOf(criterion.scale),
        unit: unitOf(criterion),
        hasSides: criterion.target === 'pair',
        ...asArrays(this.#columns[index] ?? emptyColumns()),
      })),
    };
  }

  #addItem({ domain, models }: VotedItem): number {
    const { domains, pairs, firstIsR1 } = this.#items;
    const [r1, r2] = models;
    // A model against itself says nothing about how close two models are.
    const areKnown = models.length === 2 && r1 != null && r2 != null && r1 !== r2;
    const isInOrder = areKnown && r1 < r2;
    firstIsR1.push(isInOrder ? 1 : 0);
    pairs.push(areKnown ? this.#pairs.placeOf(JSON.stringify(isInOrder ? [r1, r2] : [r2, r1])) : -1);
    return domains.push(domain === null ? -1 : this.#domains.placeOf(domain)) - 1;
  }
}

function addUnits(
  columns: Columns,
  { values, facts, item }: { values: AgreementValues; facts: ReadonlyMap<string, Facts>; item: number },
): void {
  const byUnit = new Map<string, number[]>();
  values.unitIds.forEach((unitId, vote) => {
    const votes = byUnit.get(unitId);
    if (votes) votes.push(vote);
    else byUnit.set(unitId, [vote]);
  });
  for (const votes of byUnit.values()) {
    if (votes.length < 2) continue;
    for (const vote of votes) {
      const given = facts.get(values.annotatorIds[vote] ?? '');
      columns.values.push(values.values[vote] ?? 0);
      columns.annotators.push(given?.annotator ?? -1);
      columns.guidelines.push(given?.guideline ?? -1);
      columns.weeks.push(given?.week ?? -1);
    }
    columns.items.push(item);
    columns.starts.push(columns.values.length);
  }
}

function asArrays({ starts, items, values, annotators, guidelines, weeks }: Columns) {
  return {
    starts: Int32Array.from(starts),
    items: Int32Array.from(items),
    values: Float64Array.from(values),
    annotators: Int32Array.from(annotators),
    guidelines: Int32Array.from(guidelines),
    weeks: Int32Array.from(weeks),
  };
}
