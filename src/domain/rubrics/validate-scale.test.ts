import { describe, expect, test } from 'vitest';
import { freshAttackChat, freshScale } from './fresh-scale.ts';
import { rubricLimits } from './rubric.ts';
import type { ChoiceOption, Scale, ScaleKind, WritingRules } from './scale.ts';
import { criterionTargets, scalesOf } from './target.ts';
import { validateScale } from './validate-scale.ts';

const everyKind: readonly ScaleKind[] = [...new Set(criterionTargets.flatMap((target) => scalesOf[target]))];
const option = (key: string, label = key): ChoiceOption => ({ key, label });
const many = Array.from({ length: rubricLimits.options + 1 }, (_, index) => option(`o${index}`));
const paths = (scale: Scale) => validateScale(scale, 'scale').map(({ path }) => path);

test.each(everyKind)('a fresh %s has no contradiction', (kind) => {
  expect(paths(freshScale(kind))).toEqual([]);
});

const choices = freshScale('choices');
const number = freshScale('number');
const slider = freshScale('slider');
const text = freshScale('text');
const marks = freshScale('marks');
const claims = freshScale('claims');
const regions = freshScale('regions');
const writing = freshScale('writing');
const chat = freshScale('chat');
const rules = (change: Partial<WritingRules>): Scale => ({
  ...writing,
  rules: { ...writing.rules, ...change },
});

describe('a choice of several', () => {
  test.each<[string, Partial<typeof choices>, string[]]>([
    ['more than there are', { atMost: 3 }, ['scale.atMost']],
    ['none at most', { atMost: 0 }, ['scale.atMost']],
    ['more at least than at most', { atLeast: 2, atMost: 1 }, ['scale.atLeast']],
    ['less than none', { atLeast: -1 }, ['scale.atLeast']],
    ['half an option', { atLeast: 0.5 }, ['scale.atLeast']],
    ['one option only', { options: [option('a')], atMost: 1 }, ['scale.options']],
    ['one key twice', { options: [option('a'), option('a', 'b')] }, ['scale.options.1.key']],
    ['too many options', { options: many }, ['scale.options']],
    ['an option without a label', { options: [option('a'), option('b', ' ')] }, ['scale.options.1.label']],
  ])('cannot ask for %s', (_name, change, expected) => {
    expect(paths({ ...choices, ...change })).toEqual(expected);
  });
});

describe('a number', () => {
  test.each<[string, Partial<typeof number>, string[]]>([
    ['upside down', { min: 5, max: 1 }, ['scale.min']],
    ['without an end', { max: Number.POSITIVE_INFINITY }, ['scale.max']],
    ['beyond a billion', { min: -2e9 }, ['scale.min']],
    ['with half a digit', { decimals: 0.5 }, ['scale.decimals']],
    ['with seven digits', { decimals: 7 }, ['scale.decimals']],
  ])('cannot stand %s', (_name, change, expected) => {
    expect(paths({ ...number, ...change })).toEqual(expected);
  });
});

describe('a slider', () => {
  test.each<[string, Partial<typeof slider>, string[]]>([
    ['in steps of nothing', { step: 0 }, ['scale.step']],
    ['backwards', { step: -1 }, ['scale.step']],
    ['in steps that miss its end', { step: 3 }, ['scale.step']],
    ['in too many steps', { step: 0.01 }, ['scale.step']],
    ['without a name of its low end', { lowLabel: '' }, ['scale.lowLabel']],
    ['without names at all', { lowLabel: ' ', highLabel: '' }, ['scale.lowLabel', 'scale.highLabel']],
  ])('cannot move %s', (_name, change, expected) => {
    expect(paths({ ...slider, ...change })).toEqual(expected);
  });

  test('may move by tenths', () => {
    expect(paths({ ...slider, min: 0, max: 1, step: 0.1 })).toEqual([]);
  });
});

describe('a text', () => {
  test.each<[string, Partial<typeof text>, string[]]>([
    ['no room', { maxCharacters: 0 }, ['scale.maxCharacters']],
    ['too much room', { maxCharacters: rubricLimits.textCharacters + 1 }, ['scale.maxCharacters']],
    ['a floor above its ceiling', { minCharacters: 3, maxCharacters: 2 }, ['scale.minCharacters']],
    ['a floor below nothing', { minCharacters: -1 }, ['scale.minCharacters']],
  ])('cannot have %s', (_name, change, expected) => {
    expect(paths({ ...text, ...change })).toEqual(expected);
  });
});

describe('marks, claims and regions', () => {
  test.each<[string, Scale, string[]]>([
    ['marks without types', { ...marks, types: [] }, ['scale.types']],
    ['marks with one severity', { ...marks, severities: [option('minor')] }, ['scale.severities']],
    ['marks with a bad key', { ...marks, types: [option('Bad Key')] }, ['scale.types.0.key']],
    ['claims with one verdict', { ...claims, verdicts: [option('true')] }, ['scale.verdicts']],
    ['regions without shapes', { ...regions, shapes: [] }, ['scale.shapes']],
    ['regions with a shape twice', { ...regions, shapes: ['box', 'box'] }, ['scale.shapes']],
    ['regions without labels', { ...regions, labels: [] }, ['scale.labels']],
  ])('refuse %s', (_name, scale, expected) => {
    expect(paths(scale)).toEqual(expected);
  });

  test('marks may go without severities', () => {
    expect(paths({ ...marks, severities: [] })).toEqual([]);
  });
});

describe('writing', () => {
  test.each<[string, Scale, string[]]>([
    ['a prompt by editing', { ...writing, purpose: 'prompt', start: 'edit' }, ['scale.start']],
    ['more words at least than at most', rules({ minWords: 9, maxWords: 8 }), ['scale.rules.minWords']],
    ['half a word', rules({ minWords: 0.5 }), ['scale.rules.minWords']],
    ['a whole library', rules({ maxWords: 20_001 }), ['scale.rules.maxWords']],
    ['an empty phrase', rules({ mustInclude: [' '] }), ['scale.rules.mustInclude.0']],
    ['one phrase twice', rules({ mustNotInclude: ['As', 'as'] }), ['scale.rules.mustNotInclude.1']],
    [
      'a phrase both wanted and forbidden',
      rules({ mustInclude: ['No way'], mustNotInclude: ['way'] }),
      ['scale.rules.mustInclude.0'],
    ],
    [
      'Markdown in plain text',
      rules({ format: 'plain', mustInclude: ['# Title'] }),
      ['scale.rules.mustInclude.0'],
    ],
    [
      'too many phrases',
      rules({ mustInclude: Array.from({ length: 31 }, (_, index) => `p${index}`) }),
      ['scale.rules.mustInclude'],
    ],
  ])('cannot ask for %s', (_name, scale, expected) => {
    expect(paths(scale)).toEqual(expected);
  });
});

describe('a live chat', () => {
  const noTargets = { ...freshAttackChat.attack, targets: [] };
  test.each<[string, Scale, string[]]>([
    ['no model', { ...chat, models: 0 }, ['scale.models']],
    ['five models', { ...chat, models: 5 }, ['scale.models']],
    ['a choice of one', { ...chat, models: 1 }, ['scale.perTurn']],
    ['more turns at least than at most', { ...chat, minTurns: 9, maxTurns: 8 }, ['scale.minTurns']],
    ['no turns', { ...chat, minTurns: 0 }, ['scale.minTurns']],
    ['an attack on nothing', { ...chat, attack: noTargets }, ['scale.attack.targets']],
  ])('cannot have %s', (_name, scale, expected) => {
    expect(paths(scale)).toEqual(expected);
  });

  test('may be an attack on one model', () => {
    expect(paths({ ...freshAttackChat, models: 1 })).toEqual([]);
  });
});
