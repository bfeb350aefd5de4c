import { ReasonGroups } from '#domain/honest-work/reason-groups.ts';
import type { Answers } from '#domain/judging/answers.ts';
import { Numbering } from '#domain/quality/numbering.ts';
import { isMeasured, listAgreementValues, metricOf } from '#domain/results/agreement-values.ts';
import { comparableAnswers, newestRubric } from '#domain/results/comparable-answers.ts';
import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';
import { seedFromText } from '#stats/random/seed-from-text.ts';
import { noGoldTests } from './gold-tests.ts';
import { choiceCriterionOf, listPairChoices } from './pair-choices.ts';
import type { GoldTests, PeopleVotes, RepeatRow, Timeline, TypingRow } from './people-votes.ts';
import { compareTwice, type SeenTwice } from './retest.ts';
import { compareLooks, type TextFeatures, textFeaturesOf } from './text-features.ts';

/** The current judgments of one item with what was seen. */
export interface SeenItem {
  readonly itemId: string;
  /** The same for all items of one prompt. */
  readonly promptGroup: string;
  readonly responses: readonly {
    readonly id: string;
    readonly text: string;
    readonly model: string | null;
  }[];
  readonly judgments: readonly SeenJudgment[];
}

export interface SeenJudgment {
  readonly annotatorId: string;
  readonly rubricVersion: number;
  /** When it was first submitted. */
  readonly atMs: number;
  readonly activeMs: number;
  /** Whether it can no longer be amended. */
  readonly isSettled: boolean;
  /** Places in the item's own order. */
  readonly shownOrder: readonly number[];
  readonly answers: Answers;
}

/** Characters that somebody typed, and pasted from outside of the page, in one task. */
export interface SeenTyping {
  readonly annotatorId: string;
  readonly itemId: string;
  readonly typed: number;
  readonly pasted: number;
}

interface SeenResponse {
  readonly look: TextFeatures | undefined;
  readonly model: number;
  readonly text: number;
}

/** Gathers item by item what people said and what they saw when they said it. */
export class PeopleVoteCollector {
  readonly #main: Criterion | null;
  readonly #rubric: Rubric;
  readonly #choice: Criterion | null;
  readonly #newest: number;
  readonly #comparable: ReturnType<typeof comparableAnswers>;
  readonly #annotators = new Numbering();
  readonly #models = new Numbering();
  readonly #texts = new Numbering();
  readonly #timelines = new Map<string, Timeline>();
  readonly #goldTests = new Map<string, GoldTests>();
  readonly #tasks = {
    annotators: [] as number[],
    items: [] as number[],
    atMs: [] as number[],
    activeMs: [] as number[],
    characters: [] as number[],
    isSettled: [] as number[],
    isIncomparable: [] as number[],
  };
  readonly #units = { starts: [0], tasks: [] as number[], values: [] as number[] };
  readonly #choices = {
    tasks: [] as number[],
    signs: [] as number[],
    looks: [] as number[],
    firstModels: [] as number[],
    secondModels: [] as number[],
    firstTexts: [] as number[],
    secondTexts: [] as number[],
  };
  readonly #reasons = { tasks: [] as number[], groups: [] as number[] };
  readonly #reasonGroups = new ReasonGroups();
  readonly #repeats: RepeatRow[] = [];
  readonly #typing: TypingRow[] = [];
  readonly #itemIds: string[] = [];

  /** `mainKey` names the criterion on which people are compared. @throws RangeError where there is no rubric. */
  constructor(rubrics: ReadonlyMap<number, Rubric>, mainKey: string | null) {
    this.#rubric = newestRubric(rubrics);
    this.#newest = Math.max(...rubrics.keys());
    this.#comparable = comparableAnswers(rubrics);
    const measured = this.#rubric.criteria.filter(isMeasured);
    this.#main =
      measured.find(({ key }) => key === mainKey) ??
      measured.find(({ key }) => key === this.#rubric.overallKey) ??
      measured[0] ??
      null;
    this.#choice = choiceCriterionOf(this.#rubric);
  }

  addTimeline(annotatorId: string, timeline: Timeline): void {
    this.#annotators.placeOf(annotatorId);
    this.#timelines.set(annotatorId, timeline);
  }

  addGoldTests(annotatorId: string, tests: GoldTests): void {
    this.#annotators.placeOf(annotatorId);
    this.#goldTests.set(annotatorId, tests);
  }

  add(item: SeenItem): void {
    const looks = item.responses.map(({ text }) => textFeaturesOf(text));
    const characters = looks.reduce((sum, look) => sum + look.characters, 0);
    const number = this.#itemIds.push(item.itemId) - 1;
    const responseIds = item.responses.map(({ id }) => id);
    const judged = item.judgments.map((judgment) => ({
      ...judgment,
      answers: this.#comparable(judgment.answers, judgment.rubricVersion),
      task: this.#addTask(judgment, { item: number, characters }),
    }));
    // Read from what was said, not from what is comparable: words have no scale.
    judged.forEach(({ task }, place) => {
      this.#addReason(task, item.judgments[place]?.answers.justification ?? '');
    });
    const answered = this.#addUnits(judged, responseIds);
    for (const { task, rubricVersion } of judged)
      this.#tasks.isIncomparable[task] = rubricVersion < this.#newest && !answered.has(task) ? 1 : 0;
    if (this.#choice === null) return;
    const seen = this.#describe(item, looks);
    for (const { task, answers, shownOrder } of judged)
      for (const choice of listPairChoices(this.#choice, { answers, responseIds, shownOrder }))
        this.#addChoice(task, choice, seen);
  }

  /** A second look counts only against the first one: it is nobody's vote. */
  addRepeat(seen: SeenTwice): void {
    if (this.#choice === null) return;
    const comparable = (look: SeenTwice['first']) => ({
      ...look,
      answers: this.#comparable(look.answers, look.rubricVersion),
    });
    const { first, second } = seen;
    const look = compareTwice(this.#choice, {
      ...seen,
      first: comparable(first),
      second: comparable(second),
    });
    if (look !== null) this.#repeats.push({ annotator: this.#annotators.placeOf(seen.annotatorId), ...look });
  }

  /** How what somebody wrote came about. */
  addTyping({ annotatorId, itemId, typed, pasted }: SeenTyping): void {
    const item = this.#itemIds.push(itemId) - 1;
    this.#typing.push({ annotator: this.#annotators.placeOf(annotatorId), item, typed, pasted });
  }

  get votes(): PeopleVotes {
    const [tasks, units, choices] = [this.#tasks, this.#units, this.#choices];
    return {
      annotatorIds: this.#annotators.names,
      itemIds: this.#itemIds,
      models: this.#models.names,
      criterion: this.#main && {
        key: this.#main.key,
        label: this.#main.label,
        metric: metricOf(this.#main.scale),
        hasSides: this.#main.target === 'pair' || this.#main.target === 'ranking',
      },
      hasChoices: this.#choice !== null,
      timelines: this.#annotators.names.map(
        (id) => this.#timelines.get(id) ?? { atMs: new Float64Array(), activeMs: new Float64Array() },
      ),
      goldTests: this.#annotators.names.map((id) => this.#goldTests.get(id) ?? noGoldTests),
      tasks: {
        annotators: Int32Array.from(tasks.annotators),
        items: Int32Array.from(tasks.items),
        atMs: Float64Array.from(tasks.atMs),
        activeMs: Float64Array.from(tasks.activeMs),
        characters: Float64Array.from(tasks.characters),
        isSettled: Uint8Array.from(tasks.isSettled),
        isIncomparable: Uint8Array.from(tasks.isIncomparable),
      },
      units: {
        starts: Int32Array.from(units.starts),
        tasks: Int32Array.from(units.tasks),
        values: Float64Array.from(units.values),
      },
      choices: {
        tasks: Int32Array.from(choices.tasks),
        signs: Int8Array.from(choices.signs),
        looks: Float64Array.from(choices.looks),
        firstModels: Int32Array.from(choices.firstModels),
        secondModels: Int32Array.from(choices.secondModels),
        firstTexts: Int32Array.from(choices.firstTexts),
        secondTexts: Int32Array.from(choices.secondTexts),
      },
      reasons: {
        tasks: Int32Array.from(this.#reasons.tasks),
        groups: Int32Array.from(this.#reasons.groups),
      },
      repeats: this.#repeats,
      typing: this.#typing,
      devices: [],
    };
  }

  #addReason(task: number, text: string): void {
    const group = this.#reasonGroups.groupOf(text);
    if (group === null) return;
    this.#reasons.tasks.push(task);
    this.#reasons.groups.push(group);
  }

  #addTask(
    { annotatorId, atMs, activeMs, isSettled }: SeenJudgment,
    { item, characters }: { item: number; characters: number },
  ): number {
    const tasks = this.#tasks;
    tasks.items.push(item);
    tasks.atMs.push(atMs);
    tasks.activeMs.push(activeMs);
    tasks.characters.push(characters);
    tasks.isSettled.push(isSettled ? 1 : 0);
    return tasks.annotators.push(this.#annotators.placeOf(annotatorId)) - 1;
  }

  /** Adds the answers to the main criterion; says which tasks had any. */
  #addUnits(
    judged: readonly { task: number; answers: Answers }[],
    responseIds: readonly string[],
  ): ReadonlySet<number> {
    const answered = new Set<number>();
    if (this.#main === null) return answered;
    const rubric = { ...this.#rubric, criteria: [this.#main] };
    const judgments = judged.map(({ task, answers }) => ({
      itemId: '',
      annotatorId: String(task),
      responseIds,
      answers,
    }));
    const byUnit = new Map<string, [number, number][]>();
    for (const { unitIds, annotatorIds, values } of listAgreementValues(rubric, judgments))
      unitIds.forEach((unitId, vote) => {
        const unit = byUnit.get(unitId) ?? [];
        byUnit.set(unitId, unit);
        unit.push([Number(annotatorIds[vote]), values[vote] ?? 0]);
      });
    for (const unit of byUnit.values()) {
      for (const [task, value] of unit) {
        answered.add(task);
        this.#units.tasks.push(task);
        this.#units.values.push(value);
      }
      this.#units.starts.push(this.#units.tasks.length);
    }
    return answered;
  }

  #describe({ promptGroup, responses }: SeenItem, looks: readonly TextFeatures[]): SeenResponse[] {
    return responses.map(({ text, model }, place) => ({
      look: looks[place],
      model: model === null ? -1 : this.#models.placeOf(model),
      text: this.#texts.placeOf(`${promptGroup}/${text.length}/${seedFromText(text)}`),
    }));
  }

  #addChoice(
    task: number,
    { first, second, sign }: { first: number; second: number; sign: number },
    seen: readonly SeenResponse[],
  ): void {
    const [one, other] = [seen[first], seen[second]];
    if (!one?.look || !other?.look) return;
    this.#choices.tasks.push(task);
    this.#choices.signs.push(sign);
    this.#choices.looks.push(...compareLooks(one.look, other.look));
    this.#choices.firstModels.push(one.model);
    this.#choices.secondModels.push(other.model);
    this.#choices.firstTexts.push(one.text);
    this.#choices.secondTexts.push(other.text);
  }
}
