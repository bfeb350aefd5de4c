import { Check, X } from 'lucide-react';
import { say } from '#web/messages/say.ts';
import { OutputText } from './output-text.tsx';
import type { CodeTest, TestResult } from './run-request.ts';
import styles from './test-list.module.css';

interface TestListProps {
  readonly tests: readonly CodeTest[];
  /** In the order of the tests; undefined before the first run. */
  readonly results: readonly TestResult[] | undefined;
}

/** The tests of an item, and after a run which of them passed; a failed one shows what was expected and what came. */
export function TestList({ tests, results }: TestListProps) {
  return (
    <ol className={styles.list} aria-label={say('Tests')}>
      {tests.map((test, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the tests of an item never move, and two may have one name
        <li key={index} className={styles.test}>
          <TestHead name={test.name} result={results?.[index]} />
          <TestDetail test={test} result={results?.[index]} />
        </li>
      ))}
    </ol>
  );
}

function TestHead({ name, result }: { readonly name: string; readonly result: TestResult | undefined }) {
  const state = result === undefined ? 'waiting' : result.passed ? 'passed' : 'failed';
  const words = { waiting: say('Not run yet'), passed: say('Passed'), failed: say('Failed') };
  return (
    <div className={styles.head} data-state={state}>
      <span className={styles.sign} aria-hidden="true">
        {state === 'passed' && <Check />}
        {state === 'failed' && <X />}
      </span>
      <span className={styles.name} dir="auto">
        {name}
      </span>
      <span className={styles.state}>{words[state]}</span>
    </div>
  );
}

function TestDetail({ test, result }: { readonly test: CodeTest; readonly result: TestResult | undefined }) {
  const isFailed = result?.passed === false;
  const expected = (test.expected ?? '').trim();
  return (
    <>
      {isFailed && <p className={styles.message}>{result.message}</p>}
      <details open={isFailed} className={styles.detail}>
        <summary>{say('What it does')}</summary>
        <div className={styles.columns}>
          {test.code === undefined ? (
            <OutputText label={say('Input')} text={test.stdin ?? ''} />
          ) : (
            <OutputText label={say('Code after the program')} text={test.code} />
          )}
          {expected !== '' && <OutputText label={say('Expected')} text={expected} />}
          {isFailed && result.actual !== null && (
            <OutputText label={say('What came')} text={result.actual} tone="bad" />
          )}
        </div>
      </details>
    </>
  );
}
