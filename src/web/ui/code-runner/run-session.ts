import { boundEnd } from './bound-end.ts';
import { BoundedText } from './bounded-text.ts';
import type { Execution, ExecutionEnd, ExecutionResult, WorkerStart } from './execution.ts';
import { type Runtime, RuntimeUnavailable } from './load-runtime.ts';
import { openSandbox } from './open-sandbox.ts';
import { readWorkerMessage } from './read-worker-message.ts';

export interface Session {
  readonly runtime: Runtime;
  readonly start: Omit<WorkerStart, 'files' | 'executions'>;
  readonly executions: readonly Execution[];
  readonly signal: AbortSignal;
  readonly onStarted: () => void;
}

/** Loading takes seconds on a slow machine; a runtime that is not ready by then never will be. */
const startMs = 60_000;
/** More than any honest run says; it keeps a worker that babbles from holding up the page. */
const maxMessages = 10_000;

/**
 * Runs executions one after the other in one sandbox. Returns those that came to an end, the last of them perhaps by
 * force: after a timeout, a crash or an abort the sandbox is gone, and what is left needs another one.
 */
export function runSession(session: Session): Promise<readonly ExecutionResult[]> {
  return new Promise((resolve, reject) => {
    const progress = new SessionProgress(session, (outcome) => {
      close();
      session.signal.removeEventListener('abort', abort);
      if (outcome instanceof Error) reject(outcome);
      else resolve(outcome);
    });
    const abort = () => progress.end('killed', null);
    const close = openSandbox(
      session.runtime,
      { ...session.start, executions: session.executions },
      { onMessage: (data) => progress.hear(data), onCrash: (message) => progress.crash(message) },
    );
    session.signal.addEventListener('abort', abort);
    if (session.signal.aborted) abort();
  });
}

/** What is known of a session while it goes on. All clocks are this page's own: the worker's word is not needed. */
class SessionProgress {
  readonly #session: Session;
  readonly #settle: (outcome: readonly ExecutionResult[] | Error) => void;
  readonly #results: ExecutionResult[] = [];
  #current: { stdout: BoundedText; stderr: BoundedText; startedAt: number; isCut: boolean } | undefined;
  #timer: ReturnType<typeof setTimeout>;
  #messages = 0;
  #isOver = false;

  constructor(session: Session, settle: (outcome: readonly ExecutionResult[] | Error) => void) {
    this.#session = session;
    this.#settle = settle;
    this.#timer = setTimeout(() => this.#giveUp('It did not start in time.'), startMs);
  }

  hear(data: unknown): void {
    this.#messages += 1;
    const said = readWorkerMessage(data);
    if (this.#isOver || said === undefined) return;
    if (this.#messages > maxMessages) this.end('error', 'The program sent too many messages.');
    else if (said.kind === 'unavailable') this.#giveUp(said.message);
    else if (this.#current === undefined) {
      if (said.kind === 'started') this.#begin();
    } else if (said.kind === 'output') this.#current[said.stream].add(said.text);
    else if (said.kind === 'cut') this.#current.isCut = true;
    else if (said.kind === 'finished') this.#finish(said);
  }

  crash(message: string): void {
    if (this.#current === undefined) this.#giveUp(message);
    else this.end('error', `The runtime broke down. ${message}`.trim());
  }

  /** Ends the execution under way, and with it the session. */
  end(status: 'timeout' | 'killed' | 'error', error: string | null): void {
    if (this.#isOver) return;
    if (this.#current !== undefined) this.#record({ status, value: null, error });
    this.#over(this.#results);
  }

  #begin(): void {
    const { outputBytes, wallMs } = this.#session.start.limits;
    this.#current = {
      stdout: new BoundedText(outputBytes),
      // What went wrong is said beyond what the program itself has printed.
      stderr: new BoundedText(outputBytes * 2),
      startedAt: performance.now(),
      isCut: false,
    };
    this.#session.onStarted();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.end('timeout', null), wallMs);
  }

  #finish(end: ExecutionEnd): void {
    const { outputBytes } = this.#session.start.limits;
    if (this.#current !== undefined && (end.value?.length ?? 0) > outputBytes) this.#current.isCut = true;
    this.#record(boundEnd(end, outputBytes));
    clearTimeout(this.#timer);
    // Between two executions the runtime is put in order; that too must end some day.
    this.#timer = setTimeout(() => this.#over(this.#results), startMs);
    if (end.isBroken || this.#results.length === this.#session.executions.length) this.#over(this.#results);
  }

  #record(end: Pick<ExecutionResult, 'status' | 'value' | 'error'>): void {
    const current = this.#current;
    if (current === undefined) return;
    this.#results.push({
      status: end.status,
      value: end.value,
      error: end.error,
      stdout: current.stdout.text,
      stderr: current.stderr.text,
      isOutputCut: current.isCut || current.stdout.isCut || current.stderr.isCut,
      durationMs: Math.round(performance.now() - current.startedAt),
    });
    this.#current = undefined;
  }

  #giveUp(reason: string): void {
    this.#over(new RuntimeUnavailable(reason));
  }

  #over(outcome: readonly ExecutionResult[] | Error): void {
    if (this.#isOver) return;
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#settle(outcome);
  }
}
