import type { AgreementMetric } from '#domain/results/agreement-values.ts';
import type { SecondLook } from './retest.ts';

/** When one person submitted, and how long each task took them; oldest first, also what is not measured. */
export interface Timeline {
  readonly atMs: Float64Array;
  readonly activeMs: Float64Array;
}

/** Tests on known answers that count, oldest first. */
export interface GoldTests {
  readonly atMs: Float64Array;
  /** 1 where the expected answer was met. */
  readonly passed: Uint8Array;
  /** 1 once it can no longer be amended. */
  readonly isSettled: Uint8Array;
}

/** The criterion on which people are looked at. */
export interface MainCriterion {
  readonly key: string;
  readonly label: string;
  readonly metric: AgreementMetric;
  /** Whether the sign of a value says which of two is better. */
  readonly hasSides: boolean;
}

/** One row a judgment, in no order. */
export interface TaskColumns {
  readonly annotators: Int32Array;
  readonly items: Int32Array;
  readonly atMs: Float64Array;
  readonly activeMs: Float64Array;
  /** Of all responses of the item. */
  readonly characters: Float64Array;
  /** 1 once it can no longer be amended. */
  readonly isSettled: Uint8Array;
  /** 1 where the main criterion was asked on another scale, so that nothing can be compared. */
  readonly isIncomparable: Uint8Array;
}

/** Answers to the main criterion; the votes on unit u stand from `starts[u]` up to, but not with, `starts[u + 1]`. */
export interface UnitColumns {
  readonly starts: Int32Array;
  /** Per vote: its row in {@link TaskColumns}. */
  readonly tasks: Int32Array;
  readonly values: Float64Array;
}

/** Looks of the first shown minus those of the second, one row a choice. */
export const lookNames = ['longer', 'lists', 'headings', 'bold', 'code'] as const;
export type LookName = (typeof lookNames)[number];

/** Every two responses that somebody weighed against each other. */
export interface ChoiceColumns {
  /** Its row in {@link TaskColumns}. */
  readonly tasks: Int32Array;
  /** 1 where the response shown earlier was preferred, -1 where the other one was, 0 where neither. */
  readonly signs: Int8Array;
  /** `lookNames.length` numbers a row: the binary logarithm of the ratio of lengths, then -1, 0 or 1 each. */
  readonly looks: Float64Array;
  /** The model of the one shown earlier, and of the other one; -1 where it is unknown. */
  readonly firstModels: Int32Array;
  readonly secondModels: Int32Array;
  /** The same number for the same text under the same prompt, whichever item it stands in. */
  readonly firstTexts: Int32Array;
  readonly secondTexts: Int32Array;
}

/** Reasons that people wrote, one row each; those too short to compare are left out. */
export interface ReasonColumns {
  /** Its row in {@link TaskColumns}. */
  readonly tasks: Int32Array;
  /** The same number for near doubles. */
  readonly groups: Int32Array;
}

/** An item that came to the same person a second time. */
export interface RepeatRow extends SecondLook {
  /** The person, as {@link PeopleVotes.annotatorIds} number them. */
  readonly annotator: number;
}

/** How what one person wrote in a task came about. */
export interface TypingRow {
  readonly annotator: number;
  /** As {@link PeopleVotes.itemIds} number them. */
  readonly item: number;
  readonly typed: number;
  readonly pasted: number;
}

/** A stretch of time in which one person judged from one browser. */
export interface DeviceRow {
  readonly annotator: number;
  /** The same number for the same browser. */
  readonly device: number;
  readonly fromMs: number;
  readonly untilMs: number;
}

/** What reports on people are computed from: flat columns, so that a thread of its own can be given it at once. */
export interface PeopleVotes {
  readonly annotatorIds: readonly string[];
  /** Of the items as {@link TaskColumns} number them. */
  readonly itemIds: readonly string[];
  readonly models: readonly string[];
  /** Null where nothing that the rubric asks can be compared. */
  readonly criterion: MainCriterion | null;
  /** Whether the rubric asks which of several responses is better. */
  readonly hasChoices: boolean;
  readonly tasks: TaskColumns;
  readonly units: UnitColumns;
  readonly choices: ChoiceColumns;
  readonly reasons: ReasonColumns;
  /** Few, so one object each; none of them is among the tasks. */
  readonly repeats: readonly RepeatRow[];
  readonly typing: readonly TypingRow[];
  readonly devices: readonly DeviceRow[];
  /** In the order of {@link annotatorIds}. */
  readonly timelines: readonly Timeline[];
  /** In the order of {@link annotatorIds}. */
  readonly goldTests: readonly GoldTests[];
}
