import type { Answers } from '#domain/judging/answers.ts';
import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';

/** A small rubric with one criterion of each kind. */
export const aRubric: Rubric = {
  criteria: [
    {
      key: 'overall',
      label: 'Which is better?',
      help: '',
      target: 'pair',
      required: true,
      scale: {
        kind: 'preference',
        steps: 3,
        tie: true,
        bothBad: true,
        anchors: [{ value: 2, label: 'Clearly better' }],
      },
    },
    {
      key: 'honest',
      label: 'Honest',
      help: '',
      target: 'response',
      required: true,
      scale: { kind: 'rating', min: 1, max: 5, anchors: [{ value: 5, label: 'Fully' }] },
    },
    {
      key: 'topic',
      label: 'Topic',
      help: '',
      target: 'task',
      required: false,
      scale: { kind: 'choice', options: [{ key: 'law', label: 'Law' }] },
    },
  ],
  overallKey: 'overall',
  justification: { ask: 'optional', minCharacters: 0 },
  confidence: 'optional',
};

export function prefers(responseId: string, strength: number): Answers {
  return { pair: { overall: { verdict: 'prefers', responseId, strength } }, response: {}, task: {} };
}

const asked = { help: '', required: true } as const;

export const aRanking: Criterion = {
  ...asked,
  key: 'order',
  label: 'From best to worst',
  target: 'ranking',
  scale: { kind: 'ranking', mode: 'full', ties: true, allBad: true, unrankable: true },
};

export const someMarks: Criterion = {
  ...asked,
  key: 'errors',
  label: 'Errors',
  target: 'span',
  scale: {
    kind: 'marks',
    types: [
      { key: 'wrong', label: 'Wrong' },
      { key: 'wordy', label: 'Wordy' },
    ],
    severities: [
      { key: 'mild', label: 'Mild' },
      { key: 'grave', label: 'Grave' },
    ],
    explanation: 'optional',
    correction: 'optional',
    wholeResponse: true,
  },
};

export const someClaims: Criterion = {
  ...asked,
  key: 'claims',
  label: 'Claims',
  target: 'span',
  scale: {
    kind: 'claims',
    verdicts: [
      { key: 'supported', label: 'Supported' },
      { key: 'refuted', label: 'Refuted' },
    ],
    source: 'optional',
    note: 'optional',
  },
};

export const stepLabels: Criterion = {
  ...asked,
  key: 'steps',
  label: 'Each step',
  target: 'step',
  scale: { kind: 'step_label', neutral: true, stopAtFirstError: true },
};

export const aReference: Criterion = {
  ...asked,
  key: 'reference',
  label: 'Your response',
  target: 'task',
  scale: {
    kind: 'writing',
    purpose: 'reference',
    start: 'either',
    rules: { minWords: 0, maxWords: 0, format: 'any', tone: [], mustInclude: [], mustNotInclude: [] },
  },
};

export const aRun: Criterion = {
  ...asked,
  key: 'run',
  label: 'Run it',
  target: 'response',
  scale: { kind: 'run' },
};

export const aWay: Criterion = {
  key: 'way',
  label: 'Which goes on?',
  help: '',
  target: 'task',
  scale: { kind: 'continuation', mayStop: true },
  required: true,
};
