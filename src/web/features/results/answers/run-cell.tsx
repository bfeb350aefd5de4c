import type { CodeRun, RunStatus } from '#domain/judging/code-run.ts';
import { type Message, message, say } from '#web/messages/say.ts';
import { formatDuration } from '#web/ui/format-number.ts';
import { RenderedText } from '#web/ui/rendered-text/rendered-text.tsx';
import { Tag } from '#web/ui/tag.tsx';
import styles from './made-cells.module.css';
import { nameUnit } from './unit-names.ts';

const statusWords: Readonly<Record<RunStatus, Message>> = {
  ok: message('Ran to the end'),
  error: message('Failed'),
  timeout: message('Took too long'),
  out_of_memory: message('Out of memory'),
  killed: message('Stopped'),
};

function Text({ label, text }: { readonly label: string; readonly text: string }) {
  if (text === '') return null;
  return (
    <div className={styles.output}>
      <span className={styles.faint}>{label}</span>
      <RenderedText text={text} as="source" />
    </div>
  );
}

function Run({ run }: { readonly run: CodeRun }) {
  const passed = run.tests.filter((test) => test.passed).length;
  return (
    <li className={styles.mark}>
      <details>
        <summary>
          <Tag tone={run.status === 'ok' ? 'neutral' : 'warn'}>{say(statusWords[run.status])}</Tag>{' '}
          {run.language}
          {run.tests.length > 0 &&
            ` · ${say('{passed, number} of {tests, plural, one {# test} other {# tests}} passed', { passed, tests: run.tests.length })}`}
          {' · '}
          {run.source === 'edited' ? say('own edit') : say('as it is')} · {formatDuration(run.durationMs)}
        </summary>
        {run.tests.length > 0 && (
          <ul className={styles.tests}>
            {run.tests.map((test) => (
              <li key={test.name}>
                {test.passed ? say('passed') : say('failed')}: {test.name}
              </li>
            ))}
          </ul>
        )}
        <Text label={say('Code')} text={run.code} />
        <Text label={say('Input')} text={run.stdin} />
        <Text label={say('Output')} text={run.stdout} />
        <Text label={say('Errors')} text={run.stderr} />
        {run.isOutputCut && <p className={styles.faint}>{say('The output was cut.')}</p>}
      </details>
    </li>
  );
}

/** What one person ran of each response, oldest first; what came of it is one press away. */
export function RunCell({
  byResponse,
}: {
  readonly byResponse: Readonly<Record<string, readonly CodeRun[]>>;
}) {
  return Object.entries(byResponse).map(([responseId, runs]) => (
    <div key={responseId}>
      <span className={styles.faint}>{nameUnit(responseId)}</span>
      <ol className={styles.marks}>
        {runs.map((run, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: runs have no name but their place, and never change
          <Run key={index} run={run} />
        ))}
      </ol>
    </div>
  ));
}
