import { describe, expect, test } from 'vitest';
import { answers as schema } from '#contract/answers.ts';
import { type Answers, emptyAnswers } from './answers.ts';
import type { CodeRun } from './code-run.ts';
import { keepRun } from './keep-run.ts';

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
const tests = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ name: `test ${at}`, passed: true }));
const named = (durationMs: number, more: Partial<CodeRun> = {}): CodeRun => ({ ...run, durationMs, ...more });

/** Runs each response so many times. */
function runAll(count: number, responses: readonly string[], more: Partial<CodeRun>): Answers {
  let runs: Answers['runs'] = {};
  for (let round = 1; round <= count; round += 1)
    for (const responseId of responses) {
      const kept = keepRun(runs, { key: 'runs', responseId, run: named(round, more) });
      runs = { runs: { ...runs['runs'], [responseId]: kept } };
    }
  return { ...emptyAnswers, runs };
}
const ofNewest = (answers: Answers, responseId: string) =>
  answers.runs?.['runs']?.[responseId]?.at(-1)?.durationMs;

describe('a run that is kept', () => {
  test.each<[string, Partial<CodeRun>]>([
    ['a text cut in the middle of a character', { stdin: `${'x'.repeat(69_999)}\u{1f600}` }],
    ['code that is too long', { code: 'x'.repeat(100_000) }],
    ['output that is too long', { stdout: 'x'.repeat(130_000), stderr: 'y'.repeat(130_000) }],
    ['a NUL', { stdout: 'a\u0000b', code: 'a\u0000b' }],
    ['half of a character', { stderr: 'a\ud83d' }],
    ['a test with a long name', { tests: [{ name: `${'x'.repeat(199)}\u{1f600}`, passed: true }] }],
    ['a clock that went back', { durationMs: -5 }],
  ])('can be stored with %s', (_name, more) => {
    const kept = keepRun(undefined, { key: 'runs', responseId: 'r1', run: { ...run, ...more } });
    expect(schema.safeParse({ ...emptyAnswers, runs: { runs: { r1: kept } } }).success).toBe(true);
  });

  test('comes after the earlier ones of its response, of which the newest stay', () => {
    const { runs } = runAll(25, ['r1', 'r2'], {});
    expect(runs?.['runs']?.['r1']?.map(({ durationMs }) => durationMs)).toEqual(
      Array.from({ length: 20 }, (_, at) => at + 6),
    );
  });
});

describe('nine responses that are run again and again', () => {
  const responses = Array.from({ length: 9 }, (_, at) => `r${at + 1}`);
  test.each<[string, Partial<CodeRun>]>([
    ['a hundred tests', { tests: tests(100) }],
    ['as much output as there may be', { stdout: 'x'.repeat(65_000) }],
  ])('fit into one request with %s, each with its newest run', (_name, more) => {
    const answers = runAll(20, responses, more);
    const body = JSON.stringify(answers);
    expect(body.length).toBeLessThan(8_000_000);
    // As many as the server takes of one body.
    expect(body.split('":').length).toBeLessThan(10_000);
    expect(responses.map((id) => ofNewest(answers, id))).toEqual(responses.map(() => 20));
  });
});
