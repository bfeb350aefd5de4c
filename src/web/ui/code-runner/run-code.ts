import type { Execution, ExecutionResult } from './execution.ts';
import { judgeTest } from './judge-test.ts';
import { loadRuntime } from './load-runtime.ts';
import { type CodeTest, defaultLimits, type RunRequest, type RunResult } from './run-request.ts';
import { runSession } from './run-session.ts';

/** How far a run is: the runtime's files are on their way, it starts, or the program (0) or a test (1, 2, …) is running. */
export type RunProgress =
  | { readonly phase: 'loading'; readonly bytes: number }
  | { readonly phase: 'starting' }
  | { readonly phase: 'running'; readonly execution: number };

export interface RunWatch {
  /** Stops the run; what is not done by then counts as not run. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: RunProgress) => void) | undefined;
}

/**
 * Runs a program, and then each of its tests, in this browser and cut off from everything else: no network, no page,
 * no storage, a wall clock that kills, bounded memory and output.
 * @throws RuntimeUnavailable where the runtime could not be loaded or started, which says nothing about the program
 */
export async function runCode(request: RunRequest, watch: RunWatch = {}): Promise<RunResult> {
  const signal = watch.signal ?? new AbortController().signal;
  const say = watch.onProgress ?? (() => undefined);
  const runtime = await loadRuntime(request.language, (bytes) => say({ phase: 'loading', bytes }));
  const executions: readonly Execution[] = [
    { stdin: request.stdin, code: null },
    ...request.tests.map(executionOf),
  ];
  const start = {
    language: request.language,
    source: request.source,
    fixtures: request.files,
    limits: { ...defaultLimits, ...request.limits },
  };
  const results: ExecutionResult[] = [];
  while (results.length < executions.length && !signal.aborted) {
    say({ phase: 'starting' });
    let running = results.length;
    const onStarted = () => say({ phase: 'running', execution: running++ });
    const left = executions.slice(results.length);
    const ended = await runSession({ runtime, start, executions: left, signal, onStarted });
    if (ended.length === 0) break;
    results.push(...ended);
  }
  return describe(request, results);
}

function executionOf(test: CodeTest): Execution {
  return { stdin: test.stdin ?? '', code: test.code ?? null };
}

function describe(request: RunRequest, results: readonly ExecutionResult[]): RunResult {
  const [program] = results;
  return {
    status: program?.status ?? 'killed',
    stdout: program?.stdout ?? '',
    stderr: program?.stderr ?? '',
    isOutputCut: program?.isOutputCut ?? false,
    durationMs: program?.durationMs ?? 0,
    tests: request.tests.map((test, index) => judgeTest(test, results[index + 1])),
  };
}
