import { describe, expect, test } from 'vitest';
import type { ExecutionResult } from './execution.ts';
import { judgeTest } from './judge-test.ts';
import type { CodeTest } from './run-request.ts';

const ended: ExecutionResult = {
  status: 'ok',
  stdout: '',
  stderr: '',
  isOutputCut: false,
  durationMs: 10,
  value: null,
  error: null,
};
const withInput: CodeTest = { name: 'one', stdin: '1 2', expected: '3' };
const withCode: CodeTest = { name: 'two', code: 'add(1, 2)', expected: '' };

describe('judgeTest', () => {
  test.each<[string, CodeTest, Partial<ExecutionResult>, boolean]>([
    ['what was printed is what was expected', withInput, { stdout: '3' }, true],
    ['only space around it differs', withInput, { stdout: '\n3 \r\n' }, true],
    ['another text was printed', withInput, { stdout: '4' }, false],
    ['nothing was printed', withInput, {}, false],
    ['nothing was printed and nothing expected', { ...withInput, expected: '' }, {}, true],
    ['the program failed after printing it', withInput, { stdout: '3', status: 'error' }, false],
    ['the program was ended after printing it', withInput, { stdout: '3', status: 'timeout' }, false],
    ['line ends differ', { ...withInput, expected: '1\n2' }, { stdout: '1\r\n2\r\n' }, true],
    ['appended code did not throw', withCode, {}, true],
    ['appended code threw', withCode, { status: 'error', error: 'AssertionError' }, false],
    ['its value is the expected one', { ...withCode, expected: '3' }, { value: '3' }, true],
    ['its value is another', { ...withCode, expected: '3' }, { value: '4' }, false],
    ['a value was expected and there is none', { ...withCode, expected: '3' }, { stdout: '3' }, false],
    ['JSON differs in spaces only', { ...withCode, expected: '[{"a": 1}]' }, { value: '[{"a":1}]' }, true],
    [
      'JSON has its keys in another order',
      { ...withCode, expected: '{"a":1,"b":2}' },
      { value: '{"b":2,"a":1}' },
      true,
    ],
    ['JSON has its rows in another order', { ...withCode, expected: '[1,2]' }, { value: '[2,1]' }, false],
    ['numbers are texts, not JSON', { ...withCode, expected: '1.0' }, { value: '1' }, false],
  ])('%s', (_name, given, result, passed) => {
    expect(judgeTest(given, { ...ended, ...result }).passed).toBe(passed);
  });

  test('says why a test did not pass', () => {
    const words = (result: Partial<ExecutionResult>) => judgeTest(withInput, { ...ended, ...result }).message;
    expect(words({ stdout: '4' })).toBe('Another result was expected.');
    expect(words({ status: 'error', error: 'ValueError: no' })).toBe('ValueError: no');
    expect(words({ status: 'timeout', durationMs: 10_004 })).toBe('Ended after 10 s: it ran too long.');
    expect(words({ stdout: '3 3 3', isOutputCut: true })).toBe('The output is too long and was cut.');
    expect(judgeTest(withInput, undefined)).toEqual({
      name: 'one',
      passed: false,
      actual: null,
      message: 'Not run: the run was stopped before.',
    });
  });
});
