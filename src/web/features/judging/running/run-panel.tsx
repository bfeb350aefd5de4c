import { type RefObject, useImperativeHandle, useRef, useState } from 'react';
import { extractCode } from '#domain/items/extract-code.ts';
import { ownValue } from '#domain/judging/answers.ts';
import type { CodeRun } from '#domain/judging/code-run.ts';
import { letterAt } from '#domain/judging/display-order.ts';
import { keepRun } from '#domain/judging/keep-run.ts';
import type { Criterion } from '#domain/rubrics/rubric.ts';
import { controlId, isSameControl } from '#web/features/judging/desk/control-id.ts';
import type { Scene } from '#web/features/judging/parts/scene.ts';
import { say } from '#web/messages/say.ts';
import { CodePanel, type CodePanelHandle } from '#web/ui/code-runner/code-panel.tsx';
import styles from './run-panel.module.css';

/** For the key that runs the code. */
export interface RunPanelHandle {
  run(): void;
}

interface RunPanelProps {
  readonly criterion: Criterion;
  readonly scene: Scene;
  readonly handle: RefObject<RunPanelHandle | null>;
}

interface Shown {
  readonly taskKey: string;
  readonly index: number;
}

/** The code of one response after the other, to be run before it is judged; what ran is kept with the judgment. */
export function RunPanel({ criterion, scene, handle }: RunPanelProps) {
  const { task, desk, onAct, bindings } = scene;
  const code = useRef<CodePanelHandle>(null);
  const [kept, setShown] = useState<Shown>({ taskKey: task.assignmentId, index: 0 });
  const active = desk.active?.kind === 'run' ? desk.active.responseId : undefined;
  const activeIndex = task.responses.findIndex(({ id }) => id === active);
  const index = activeIndex >= 0 ? activeIndex : kept.taskKey === task.assignmentId ? kept.index : 0;
  const response = task.responses[index];
  useImperativeHandle(handle, () => ({ run: () => code.current?.run() }));
  if (response === undefined) return null;
  const show = (next: number) => {
    const responseId = task.responses[next]?.id ?? response.id;
    setShown({ taskKey: task.assignmentId, index: next });
    onAct({ kind: 'activate', control: { kind: 'run', criterionKey: criterion.key, responseId } });
  };
  const keep = (run: CodeRun) => {
    const control = { kind: 'run', criterionKey: criterion.key, responseId: response.id } as const;
    const value = keepRun(desk.answers.runs, { key: criterion.key, responseId: response.id, run });
    onAct({
      kind: 'answer',
      control,
      change: { record: 'runs', key: criterion.key, unitId: response.id, value },
    });
  };
  return (
    <section className={styles.panel} aria-label={criterion.label} data-panel="">
      <header className={styles.head} data-dock="">
        <h2>{criterion.label}</h2>
        <div className={styles.tabs}>
          {task.responses.map(({ id }, at) => {
            const control = { kind: 'run', criterionKey: criterion.key, responseId: id } as const;
            const runs = ownValue(ownValue(desk.answers.runs, criterion.key), id) ?? [];
            return (
              <button
                key={id}
                id={controlId(control)}
                type="button"
                aria-pressed={at === index}
                data-missing={isSameControl(desk.missing, control) || undefined}
                onClick={() => show(at)}
              >
                {letterAt(at)}
                <span className={styles.standing}>{sayRuns(runs)}</span>
              </button>
            );
          })}
        </div>
      </header>
      <Code
        key={response.id + task.assignmentId}
        {...{ scene, response, keep }}
        ref={code}
        letter={letterAt(index)}
        runKey={bindings.run_code}
      />
    </section>
  );
}

function sayRuns(runs: readonly CodeRun[]): string {
  const last = runs.at(-1);
  if (last === undefined) return say('not run');
  if (last.tests.length === 0) return last.status === 'ok' ? say('ran') : say('failed');
  const passed = last.tests.filter((test) => test.passed).length;
  return say('{passed, number} of {all, number}', { passed, all: last.tests.length });
}

interface CodeProps {
  readonly scene: Scene;
  readonly response: { readonly id: string; readonly text: string };
  readonly letter: string;
  readonly runKey: string;
  readonly keep: (run: CodeRun) => void;
  readonly ref: RefObject<CodePanelHandle | null>;
}

const nothing: readonly never[] = [];

function Code({ scene, response, letter, runKey, keep, ref }: CodeProps) {
  const setup = scene.task.code;
  const [block] = extractCode(response.text, setup?.language);
  const language = block?.language ?? setup?.language;
  if (block === undefined || language === undefined)
    return (
      <p className={styles.empty}>{say('Response {letter} holds no code that can be run.', { letter })}</p>
    );
  return (
    <div className={styles.code}>
      <CodePanel
        ref={ref}
        label={say('Code of response {letter}', { letter })}
        runKey={runKey}
        language={language}
        original={block.code}
        files={setup?.files ?? nothing}
        tests={setup?.tests ?? nothing}
        onRun={keep}
      />
    </div>
  );
}
