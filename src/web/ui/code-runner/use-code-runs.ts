import { useEffect, useReducer, useRef } from 'react';
import { type PanelAct, type PanelState, panelAfter, type ShownCode } from './panel-state.ts';
import { runCode } from './run-code.ts';
import type { CodeFile, CodeLanguage, CodeTest, RunLimits, RunStatus } from './run-request.ts';

/** What ran and what came of it, as it can be stored. */
export interface CodeRunRecord {
  readonly language: CodeLanguage;
  /** The response's own code, or the person's edit of it. */
  readonly source: ShownCode;
  readonly code: string;
  readonly stdin: string;
  readonly status: RunStatus;
  readonly stdout: string;
  readonly stderr: string;
  readonly isOutputCut: boolean;
  readonly durationMs: number;
  readonly tests: readonly { readonly name: string; readonly passed: boolean }[];
}

export interface CodeToRun {
  readonly language: CodeLanguage;
  /** The response's own code. */
  readonly original: string;
  readonly files: readonly CodeFile[];
  readonly tests: readonly CodeTest[];
  readonly limits?: Partial<RunLimits> | undefined;
  readonly onRun: (record: CodeRunRecord) => void;
}

export interface CodeRuns {
  readonly state: PanelState;
  readonly act: (act: PanelAct) => void;
  /** The code that runs next: what is shown. */
  readonly code: string;
  /** Starts a run; while one is under way it does nothing. */
  readonly run: () => void;
  readonly stop: () => void;
}

/** The state of a panel that runs code, and its one run at a time. */
export function useCodeRuns(toRun: CodeToRun): CodeRuns {
  const { language, original, files, tests, limits, onRun } = toRun;
  const [state, act] = useReducer(panelAfter, tests, startingState);
  const current = useRef<AbortController>(undefined);
  // Synchronises with the sandbox: a panel that is gone has nobody to show a result to.
  useEffect(() => () => current.current?.abort(), []);
  const code = state.shown === 'edited' ? (state.edit ?? original) : original;

  const run = async () => {
    if (current.current !== undefined) return;
    const controller = new AbortController();
    current.current = controller;
    act({ kind: 'begin' });
    const { shown: source, stdin } = state;
    const request = { language, source: code, stdin, files, tests, limits };
    try {
      const result = await runCode(request, {
        signal: controller.signal,
        onProgress: (progress) => act({ kind: 'progress', progress }),
      });
      act({ kind: 'finish', result });
      const passed = result.tests.map((test) => ({ name: test.name, passed: test.passed }));
      onRun({ language, source, code, stdin, ...result, tests: passed });
    } catch {
      act({ kind: 'give-up' });
    } finally {
      current.current = undefined;
    }
  };
  return { state, act, code, run: () => void run(), stop: () => current.current?.abort() };
}

/** The input of the first test is there already: most programs cannot do without. */
function startingState(tests: readonly CodeTest[]): PanelState {
  const stdin = tests.find((test) => test.code === undefined)?.stdin ?? '';
  return { shown: 'original', edit: null, stdin, run: { phase: 'idle' } };
}
