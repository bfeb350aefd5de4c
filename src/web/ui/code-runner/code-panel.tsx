import { Play, Square } from 'lucide-react';
import { lazy, type Ref, Suspense, useImperativeHandle } from 'react';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { TextArea } from '#web/ui/text-field.tsx';
import styles from './code-panel.module.css';
import { FixtureFiles } from './fixture-files.tsx';
import { OutputText } from './output-text.tsx';
import type { RunResult } from './run-request.ts';
import { languageNames, sayOutcome, sayProgress } from './run-words.ts';
import { TestList } from './test-list.tsx';
import { type CodeRuns, type CodeToRun, useCodeRuns } from './use-code-runs.ts';

const CodeEditor = lazy(() => import('./code-editor.tsx'));

/** For the keys of the screen around. */
export interface CodePanelHandle {
  run(): void;
  stop(): void;
}

export interface CodePanelProps extends CodeToRun {
  /** Whose code it is, such as "Code of response A". */
  readonly label: string;
  /** The key of the screen around that runs it, as it is shown on the button. */
  readonly runKey?: string | undefined;
  readonly ref?: Ref<CodePanelHandle>;
}

/**
 * Runs the code of a response, or the person's own edit of it, with their input and against the item's tests.
 * Give it a `key` that changes with the code: it keeps the edit and the last result to itself.
 */
export function CodePanel({ label, runKey, ref, ...toRun }: CodePanelProps) {
  const runs = useCodeRuns(toRun);
  const { run, stop } = runs;
  useImperativeHandle(ref, () => ({ run, stop }));
  const { language, files, tests } = toRun;
  const result = runs.state.run.phase === 'done' ? runs.state.run.result : undefined;
  return (
    <section className={styles.panel} aria-label={label}>
      <SourceBar runs={runs} language={languageNames[language]} />
      <Suspense fallback={<pre className={styles.waiting}>{runs.code}</pre>}>
        <CodeEditor
          label={label}
          language={language}
          code={runs.code}
          onChange={runs.state.shown === 'edited' ? (code) => runs.act({ kind: 'write', code }) : null}
          onRun={run}
        />
      </Suspense>
      <TextArea
        label={language === 'sql' ? say('SQL to run before') : say('Input')}
        code
        rows={1}
        spellCheck={false}
        value={runs.state.stdin}
        onChange={(event) => runs.act({ kind: 'feed', stdin: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          run();
        }}
      />
      <FixtureFiles files={files} />
      <RunBar runs={runs} runKey={runKey} toRun={toRun} />
      {runs.state.run.phase === 'unavailable' && (
        <Notice tone="bad" title={say('{name} could not be loaded', { name: languageNames[language] })}>
          {say('Nothing was run. Check your connection and run it again.')}
        </Notice>
      )}
      {result !== undefined && <Output result={result} />}
      {tests.length > 0 && <TestList tests={tests} results={result?.tests} />}
    </section>
  );
}

function SourceBar({ runs, language }: { readonly runs: CodeRuns; readonly language: string }) {
  const { shown, edit } = runs.state;
  const original = runs.code;
  return (
    <div className={styles.bar}>
      <Segmented
        label={say('Which code')}
        options={[
          { value: 'original', label: say("Response's code") },
          { value: 'edited', label: say('My edit') },
        ]}
        value={shown}
        onChange={(next) => runs.act({ kind: 'show', shown: next, original })}
      />
      {edit !== null && shown === 'edited' && (
        <Button variant="quiet" size="small" onClick={() => runs.act({ kind: 'reset' })}>
          {say('Discard my edit')}
        </Button>
      )}
      <span className={styles.language}>{language}</span>
    </div>
  );
}

interface RunBarProps {
  readonly runs: CodeRuns;
  readonly runKey: string | undefined;
  readonly toRun: CodeToRun;
}

function RunBar({ runs, runKey, toRun }: RunBarProps) {
  const { run } = runs.state;
  const isBusy = run.phase === 'busy';
  return (
    <div className={styles.bar}>
      {isBusy ? (
        <Button icon={<Square />} onClick={runs.stop}>
          {say('Stop')}
        </Button>
      ) : (
        <Button icon={<Play />} keyHint={runKey} onClick={runs.run}>
          {toRun.tests.length > 0 ? say('Run with tests') : say('Run')}
        </Button>
      )}
      <p className={styles.status} role="status" data-busy={isBusy || undefined}>
        {run.phase === 'busy' && `${sayProgress(run.progress, toRun.language)} …`}
        {run.phase === 'done' && <Ending result={run.result} />}
      </p>
    </div>
  );
}

function Ending({ result }: { readonly result: RunResult }) {
  const passed = result.tests.filter((test) => test.passed).length;
  return (
    <>
      <span data-tone={result.status === 'ok' ? undefined : 'bad'}>{sayOutcome(result)}</span>
      {result.tests.length > 0 && (
        <span data-tone={passed === result.tests.length ? 'good' : 'bad'}>
          {say('{passed, number} of {total, number} tests passed', { passed, total: result.tests.length })}
        </span>
      )}
    </>
  );
}

function Output({ result }: { readonly result: RunResult }) {
  return (
    <div className={styles.output}>
      <OutputText
        label={result.stdout === '' ? say('It printed nothing') : say('Output')}
        text={result.stdout}
      />
      {result.stderr !== '' && <OutputText label={say('Error output')} text={result.stderr} tone="bad" />}
      {result.isOutputCut && <Notice tone="warn">{say('It printed more than is kept here.')}</Notice>}
    </div>
  );
}
