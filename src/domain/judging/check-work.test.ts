import { describe, expect, test } from 'vitest';
import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';
import type { Scale, WritingScale } from '#domain/rubrics/scale.ts';
import { type Answers, answerLimits, emptyAnswers, type WrittenText } from './answers.ts';
import { checkWork } from './check-work.ts';
import type { CodeRun } from './code-run.ts';

const writing: WritingScale = {
  kind: 'writing',
  purpose: 'reference',
  start: 'either',
  rules: { minWords: 2, maxWords: 0, format: 'any', tone: [], mustInclude: [], mustNotInclude: [] },
};
const run: CodeRun = {
  language: 'python',
  source: 'original',
  code: 'print(1)',
  stdin: '',
  status: 'ok',
  stdout: '1\n',
  stderr: '',
  isOutputCut: false,
  durationMs: 5,
  tests: [],
};

function criterion(key: string, target: Criterion['target'], scale: Scale): Criterion {
  return { key, label: key, help: '', target, scale, required: true };
}
const rubricWith = (scale: WritingScale): Rubric => ({
  criteria: [criterion('text', 'task', scale), criterion('code', 'response', { kind: 'run' })],
  overallKey: null,
  justification: { ask: 'off', minCharacters: 0 },
  confidence: 'off',
});

function pathsOf(
  answers: Partial<Answers>,
  scale: Partial<WritingScale> = {},
  purpose: 'draft' | 'submission' = 'submission',
) {
  const rubric = rubricWith({ ...writing, ...scale });
  return checkWork({
    rubric,
    responseIds: ['r1', 'r2'],
    answers: { ...emptyAnswers, ...answers },
    purpose,
  }).map(({ path }) => path);
}
const text = (change: Partial<WrittenText>) => ({
  writing: { text: { text: 'Two words', editedFrom: null, ...change } },
});
const runs = (list: readonly CodeRun[], responseId = 'r1') => ({ runs: { code: { [responseId]: list } } });

describe('a written text', () => {
  test.each<[string, Partial<Answers>, Partial<WritingScale>]>([
    ['from scratch', text({}), { start: 'blank' }],
    ['edited from a response', text({ editedFrom: 'r2' }), { start: 'edit' }],
    ['that is blank is missing, not wrong', text({ text: ' ' }), {}],
  ])('%s fits', (_name, answers, scale) => {
    expect(pathsOf(answers, scale)).toEqual([]);
  });

  test.each<[string, Partial<Answers>, Partial<WritingScale>, string]>([
    [
      'edited where it is to be written from scratch',
      text({ editedFrom: 'r1' }),
      { start: 'blank' },
      'answers.writing.text',
    ],
    ['from scratch where one is to be edited', text({}), { start: 'edit' }, 'answers.writing.text'],
    ['edited from a stranger', text({ editedFrom: 'r9' }), {}, 'answers.writing.text'],
    ['with a broken character', text({ text: 'Two \uD800' }), {}, 'answers.writing.text'],
    [
      'without end',
      text({ text: 'x'.repeat(answerLimits.writtenCharacters + 1) }),
      {},
      'answers.writing.text',
    ],
    [
      'that nothing asks for',
      { writing: { gone: { text: 'Two words', editedFrom: null } } },
      {},
      'answers.writing.gone',
    ],
    [
      'in a criterion of another kind',
      { writing: { code: { text: 'Two words', editedFrom: null } } },
      {},
      'answers.writing.code',
    ],
  ])('%s is refused, also as a draft', (_name, answers, scale, path) => {
    expect(pathsOf(answers, scale)).toEqual([path]);
    expect(pathsOf(answers, scale, 'draft')).toEqual([path]);
  });

  test('that breaks a rule is a draft and no submission', () => {
    expect(pathsOf(text({ text: 'One' }))).toEqual(['answers.writing.text']);
    expect(pathsOf(text({ text: 'One' }), {}, 'draft')).toEqual([]);
  });
});

describe('runs and conversations', () => {
  test.each<[string, Partial<Answers>, string[]]>([
    ['a run of a response', runs([run]), []],
    ['as many runs as are kept', runs(Array.from({ length: answerLimits.runsOfResponse }, () => run)), []],
    [
      'more runs than are kept',
      runs(Array.from({ length: answerLimits.runsOfResponse + 1 }, () => run)),
      ['answers.runs.code.r1'],
    ],
    ['a run of a response that is not there', runs([run], 'r9'), ['answers.runs.code.r9']],
    [
      'output beyond what is kept',
      runs([{ ...run, stdout: 'x'.repeat(answerLimits.runCharacters + 1) }]),
      ['answers.runs.code.r1'],
    ],
    ['output with a null character', runs([{ ...run, stderr: '\u0000' }]), ['answers.runs.code.r1']],
    ['a run that nothing asks for', { runs: { text: { r1: [run] } } }, ['answers.runs.text']],
    [
      'a conversation that nothing asks for',
      { chat: { text: { conversationId: 'c' } } },
      ['answers.chat.text'],
    ],
  ])('%s', (_name, answers, expected) => {
    expect(pathsOf(answers)).toEqual(expected);
  });
});
