import type { CodeFile, RunLimits, RunStatus } from './run-request.ts';

/** One start of the program: first by itself, then for each test. */
export interface Execution {
  readonly stdin: string;
  /** Appended to the source; null where the program is run as it is. */
  readonly code: string | null;
}

/** What a worker is given before it runs anything. */
export interface WorkerStart {
  readonly files: Readonly<Record<string, ArrayBuffer>>;
  readonly language: string;
  readonly source: string;
  readonly fixtures: readonly CodeFile[];
  readonly limits: RunLimits;
  readonly executions: readonly Execution[];
}

/** What a worker says, in this order: ready, then for each execution started, output … (cut), finished. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unavailable'; readonly message: string }
  | { readonly kind: 'started' }
  | { readonly kind: 'output'; readonly stream: 'stdout' | 'stderr'; readonly text: string }
  /** More was printed than is kept. */
  | { readonly kind: 'cut' }
  | ({ readonly kind: 'finished' } & ExecutionEnd);

export interface ExecutionEnd {
  readonly status: Extract<RunStatus, 'ok' | 'error' | 'out_of_memory'>;
  /** The value of the last expression of the appended code, as text. */
  readonly value: string | null;
  /** In one line, why the program failed. */
  readonly error: string | null;
  /** The runtime cannot be used again. */
  readonly isBroken: boolean;
}

/** One execution as it was seen from outside the sandbox. */
export interface ExecutionResult {
  readonly status: RunStatus;
  readonly stdout: string;
  readonly stderr: string;
  readonly isOutputCut: boolean;
  readonly durationMs: number;
  readonly value: string | null;
  readonly error: string | null;
}
