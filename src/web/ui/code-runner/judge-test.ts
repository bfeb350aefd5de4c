import { say } from '#web/messages/say.ts';
import type { ExecutionResult } from './execution.ts';
import type { CodeTest, TestResult } from './run-request.ts';

/** Whether a test passed, from how its execution went. The verdict is made here, outside of the sandbox. */
export function judgeTest(test: CodeTest, result: ExecutionResult | undefined): TestResult {
  const failed = (actual: string | null, message: string): TestResult => ({
    name: test.name,
    passed: false,
    actual,
    message,
  });
  if (result === undefined) return failed(null, say('Not run: the run was stopped before.'));
  const actual = test.code === undefined ? result.stdout.trim() : result.value;
  if (result.status !== 'ok') return failed(actual, reasonOf(result));
  const expected = (test.expected ?? '').trim();
  if (test.code !== undefined && expected === '')
    return { name: test.name, passed: true, actual, message: '' };
  if (isSame(actual ?? '', expected)) return { name: test.name, passed: true, actual, message: '' };
  if (test.code !== undefined && actual === null)
    return failed(null, say('The code of the test ends without a value.'));
  return failed(
    actual,
    result.isOutputCut ? say('The output is too long and was cut.') : say('Another result was expected.'),
  );
}

function reasonOf(result: ExecutionResult): string {
  switch (result.status) {
    case 'timeout':
      return say('Ended after {seconds, number} s: it ran too long.', {
        seconds: Math.round(result.durationMs / 1000),
      });
    case 'out_of_memory':
      return say('It needed more memory than allowed.');
    case 'killed':
      return say('Stopped.');
    default:
      return result.error ?? say('It ended with an error.');
  }
}

function isSame(actual: string, expected: string): boolean {
  const plain = (text: string) => text.replaceAll('\r\n', '\n').trim();
  if (plain(actual) === plain(expected)) return true;
  const [one, other] = [canonicalJson(actual), canonicalJson(expected)];
  return one !== undefined && one === other;
}

/** A list or an object with its keys in order, so that spaces and order of keys do not matter. */
function canonicalJson(text: string): string | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.stringify(JSON.parse(text), (_key, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    );
  } catch {
    return undefined;
  }
}
