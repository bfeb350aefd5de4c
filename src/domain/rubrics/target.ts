import type { ScaleKind } from './scale.ts';

/** What a criterion is asked about. */
export const criterionTargets = [
  'task',
  'pair',
  'ranking',
  'response',
  'turn',
  'step',
  'span',
  'region',
] as const;
export type CriterionTarget = (typeof criterionTargets)[number];

const values = ['rating', 'choice', 'choices', 'number', 'slider', 'text'] as const;

/** The scales that fit a target. */
export const scalesOf: Readonly<Record<CriterionTarget, readonly ScaleKind[]>> = {
  task: [...values, 'writing', 'chat', 'continuation'],
  pair: ['preference'],
  ranking: ['ranking'],
  response: [...values, 'run'],
  turn: values,
  step: ['step_label', ...values],
  span: ['marks', 'claims'],
  region: ['regions'],
};

/** A target in words, as in "asked of …". */
export const targetWords: Readonly<Record<CriterionTarget, string>> = {
  task: 'the task',
  pair: 'the pair',
  ranking: 'all responses together',
  response: 'each response',
  turn: 'each turn',
  step: 'each step',
  span: 'passages of the text',
  region: 'places in media',
};

/** A kind of scale in words, with its article. */
export const scaleKindWords: Readonly<Record<ScaleKind, string>> = {
  preference: 'a preference',
  ranking: 'a ranking',
  rating: 'a rating',
  choice: 'a choice',
  choices: 'a choice of several',
  number: 'a number',
  slider: 'a slider',
  text: 'a text',
  marks: 'error marks',
  claims: 'claims',
  regions: 'regions',
  step_label: 'a step label',
  writing: 'writing',
  run: 'a run of the code',
  chat: 'a live chat',
  continuation: 'a choice of continuations',
};
