import { defaultChatScale } from '#domain/chat/chat-scale.ts';
import { defaultAttackTaxonomy } from '#domain/chat/default-attack-taxonomy.ts';
import { defaultErrorTypes, defaultSeverities } from './error-taxonomy.ts';
import type { Scale, ScaleKind } from './scale.ts';
import { type CriterionTarget, scalesOf } from './target.ts';

const yesNo = [
  { key: 'yes', label: 'Yes' },
  { key: 'no', label: 'No' },
];

const fresh: { readonly [Kind in ScaleKind]: Extract<Scale, { kind: Kind }> } = {
  preference: { kind: 'preference', steps: 3, tie: true, bothBad: false, anchors: [] },
  ranking: { kind: 'ranking', mode: 'full', ties: true, allBad: true, unrankable: false },
  rating: { kind: 'rating', min: 1, max: 5, anchors: [] },
  choice: { kind: 'choice', options: yesNo },
  choices: { kind: 'choices', options: yesNo, atLeast: 0, atMost: 2 },
  number: { kind: 'number', min: 0, max: 100, decimals: 0, unit: '' },
  slider: { kind: 'slider', min: 0, max: 100, step: 1, lowLabel: 'Not at all', highLabel: 'Entirely' },
  text: { kind: 'text', minCharacters: 0, maxCharacters: 2_000 },
  marks: {
    kind: 'marks',
    types: defaultErrorTypes,
    severities: defaultSeverities,
    explanation: 'optional',
    correction: 'optional',
    wholeResponse: true,
  },
  claims: {
    kind: 'claims',
    verdicts: [
      { key: 'supported', label: 'Supported', help: 'A source that you trust says the same.' },
      { key: 'refuted', label: 'Refuted', help: 'A source that you trust says otherwise.' },
      { key: 'unverifiable', label: 'Unverifiable', help: 'No source settles it.' },
    ],
    source: 'optional',
    note: 'optional',
  },
  regions: {
    kind: 'regions',
    shapes: ['box', 'polygon', 'time'],
    labels: [{ key: 'problem', label: 'Problem' }],
    note: 'optional',
  },
  step_label: { kind: 'step_label', neutral: true, stopAtFirstError: false },
  writing: {
    kind: 'writing',
    purpose: 'reference',
    start: 'either',
    rules: { minWords: 1, maxWords: 0, format: 'any', tone: [], mustInclude: [], mustNotInclude: [] },
  },
  run: { kind: 'run' },
  chat: defaultChatScale,
  continuation: { kind: 'continuation', mayStop: true },
};

/** A scale of a kind as it stands before anybody has changed it. */
export function freshScale<Kind extends ScaleKind>(kind: Kind): Extract<Scale, { kind: Kind }> {
  return fresh[kind];
}

/** The scale that a target is first given. */
export function firstScaleOf(target: CriterionTarget): Scale {
  const [kind = 'rating'] = scalesOf[target];
  return fresh[kind];
}

/** A live chat that is an attack, filed by the taxonomy that Plumbline comes with. */
export const freshAttackChat = { ...fresh.chat, perTurn: 'none', attack: defaultAttackTaxonomy } as const;
