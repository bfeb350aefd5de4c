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
  // What was looked at last stays when the keys go on to another question.
  if (activeIndex >= 0 && (kept.index !== activeIndex || kept.taskKey !== task.assignmentId))
    setShown({ taskKey: task.assignmentId, index: activeIndex });
  useImperativeHandle(handle, () => ({ run: () => code.current?.run() }));
  const controlOf = (responseId: string) =>
    ({ kind: 'run', criterionKey: criterion.key, responseId }) as const;
  const keep = (responseId: string, run: CodeRun) => {
    const { key } = criterion;
    const value = keepRun(desk.answers.runs, { key, responseId, run });
    const change = { record: 'runs', key, unitId: responseId, value } as const;
    onAct({ kind: 'answer', control: controlOf(responseId), change });
  };
  return (
    <section className={styles.panel} aria-label={criterion.label} data-panel="">
      <header className={styles.head} data-dock="">
        <h2>{criterion.label}</h2>
        <div className={styles.tabs}>
          {task.responses.map(({ id }, at) => {
            const control = controlOf(id);
            const runs = ownValue(ownValue(desk.answers.runs, criterion.key), id) ?? [];
            return (
              <button
                key={id}
                id={controlId(control)}
                type="button"
                aria-pressed={at === index}
                data-missing={isSameControl(desk.missing, control) || undefined}
                onClick={() => onAct({ kind: 'activate', control })}
              >
                {letterAt(at)}
                <span className={styles.standing}>{sayRuns(runs)}</span>
              </button>
            );
          })}
        </div>
      </header>
      {/* All of them, so that an edit and what came of a run are still there on coming back. */}
      {task.responses.map((response, at) => (
        <div key={response.id + task.assignmentId} hidden={at !== index}>
          <Code
            {...{ scene, response }}
            keep={(run) => keep(response.id, run)}
            ref={at === index ? code : null}
            letter={letterAt(at)}
            runKey={bindings.run_code}
          />
        </div>
      ))}
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
  readonly ref: RefObject<CodePanelHandle | null> | null;
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
