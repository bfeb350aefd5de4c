import type { ChatScale } from '#domain/chat/chat-scale.ts';
import type { Requirement } from './requirement.ts';

export interface ScaleAnchor {
  /** Rating value, or preference strength (1 = weakest; 0 names the tie). */
  readonly value: number;
  readonly label: string;
  readonly help?: string | undefined;
}

/** Which of two responses is better, and by how many steps. Asked of a pair. */
export interface PreferenceScale {
  readonly kind: 'preference';
  /** Strengths a side: 3 with a tie is the "7-point" scale, 4 without a tie the "8-point" one. */
  readonly steps: number;
  readonly tie: boolean;
  readonly bothBad: boolean;
  readonly anchors: readonly ScaleAnchor[];
}

export const rankingModes = ['full', 'best_worst'] as const;
export type RankingMode = (typeof rankingModes)[number];

/** All responses from best to worst, or only the best and the worst of them. Asked of the ranking. */
export interface RankingScale {
  readonly kind: 'ranking';
  readonly mode: RankingMode;
  /** Several responses may share a rank. */
  readonly ties: boolean;
  /** "All bad" is an answer of its own. */
  readonly allBad: boolean;
  /** Single responses may be left out of the ranking, as impossible to place. */
  readonly unrankable: boolean;
}

/** A whole number from `min` to `max`. */
export interface RatingScale {
  readonly kind: 'rating';
  readonly min: number;
  readonly max: number;
  readonly anchors: readonly ScaleAnchor[];
}

export interface ChoiceOption {
  readonly key: string;
  readonly label: string;
  readonly help?: string | undefined;
}

/** One of named options. */
export interface ChoiceScale {
  readonly kind: 'choice';
  readonly options: readonly ChoiceOption[];
}

/** Several of named options. */
export interface ChoicesScale {
  readonly kind: 'choices';
  readonly options: readonly ChoiceOption[];
  /** 0 lets "none of these" be an answer. */
  readonly atLeast: number;
  readonly atMost: number;
}

/** A number that is typed. */
export interface NumberScale {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  /** Digits after the point. */
  readonly decimals: number;
  /** Shown behind the field, such as "%"; empty for none. */
  readonly unit: string;
}

/** A number that is set on a line, from `min` to `max` in steps of `step`. */
export interface SliderScale {
  readonly kind: 'slider';
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly lowLabel: string;
  readonly highLabel: string;
}

/** Words, counted in characters. */
export interface TextScale {
  readonly kind: 'text';
  readonly minCharacters: number;
  readonly maxCharacters: number;
}

/** Errors marked in the text of a response, or on a response as a whole. Asked of spans. */
export interface MarksScale {
  readonly kind: 'marks';
  readonly types: readonly ChoiceOption[];
  /** From mild to grave; empty where no severity is asked for. */
  readonly severities: readonly ChoiceOption[];
  readonly explanation: Requirement;
  readonly correction: Requirement;
  readonly wholeResponse: boolean;
}

/** Factual claims of a response, each with a verdict. Asked of spans. */
export interface ClaimsScale {
  readonly kind: 'claims';
  readonly verdicts: readonly ChoiceOption[];
  /** The address of a page that settles the claim. */
  readonly source: Requirement;
  readonly note: Requirement;
}

export const shapeKinds = ['box', 'polygon', 'time'] as const;
export type ShapeKind = (typeof shapeKinds)[number];

/** Places in an image, a page, a sound or a film. Asked of regions. */
export interface RegionsScale {
  readonly kind: 'regions';
  readonly shapes: readonly ShapeKind[];
  readonly labels: readonly ChoiceOption[];
  readonly note: Requirement;
}

/** Good, neutral or bad. Asked of each step of a solution. */
export interface StepLabelScale {
  readonly kind: 'step_label';
  readonly neutral: boolean;
  /** Nothing is asked after the first bad step: what follows rests on an error. */
  readonly stopAtFirstError: boolean;
}

export const textFormats = ['any', 'plain', 'markdown', 'json'] as const;
export type TextFormat = (typeof textFormats)[number];
export const toneRules = ['no_first_person', 'no_exclamation', 'no_hedging', 'no_apology'] as const;
export type ToneRule = (typeof toneRules)[number];

/** What a written text must keep to; checked while it is written. */
export interface WritingRules {
  readonly minWords: number;
  readonly maxWords: number;
  readonly format: TextFormat;
  readonly tone: readonly ToneRule[];
  readonly mustInclude: readonly string[];
  readonly mustNotInclude: readonly string[];
}

export const writingPurposes = ['prompt', 'reference'] as const;
export const writingStarts = ['blank', 'edit', 'either'] as const;

/** A prompt or a reference response, written from scratch or by editing a response. Asked of the task. */
export interface WritingScale {
  readonly kind: 'writing';
  readonly purpose: (typeof writingPurposes)[number];
  readonly start: (typeof writingStarts)[number];
  readonly rules: WritingRules;
}

/** Which reply goes on at each place of a recorded dialogue that several replies answer. Asked of the task. */
export interface ContinuationScale {
  readonly kind: 'continuation';
  /** "None is good enough" is an answer too, and ends the dialogue there. */
  readonly mayStop: boolean;
}

/** The response's code is run, and what came of it is kept. Asked of each response. */
export interface RunScale {
  readonly kind: 'run';
}

export type Scale =
  | PreferenceScale
  | RankingScale
  | RatingScale
  | ChoiceScale
  | ChoicesScale
  | NumberScale
  | SliderScale
  | TextScale
  | MarksScale
  | ClaimsScale
  | RegionsScale
  | StepLabelScale
  | WritingScale
  | ContinuationScale
  | RunScale
  | ChatScale;
export type ScaleKind = Scale['kind'];

/** A scale that takes one value of each thing it is asked of. */
export type ValueScale =
  | RatingScale
  | ChoiceScale
  | ChoicesScale
  | NumberScale
  | SliderScale
  | TextScale
  | StepLabelScale;

const valueKinds: readonly ScaleKind[] = [
  'rating',
  'choice',
  'choices',
  'number',
  'slider',
  'text',
  'step_label',
];

export function isValueScale(scale: Scale): scale is ValueScale {
  return valueKinds.includes(scale.kind);
}
