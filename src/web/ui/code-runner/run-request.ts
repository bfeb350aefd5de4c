export type CodeLanguage = 'python' | 'javascript' | 'typescript' | 'sql';

export interface CodeFile {
  readonly name: string;
  readonly content: string;
}

/**
 * One case that the code must meet. A test starts from a fresh program (and, for SQL, an empty database) with the files in place.
 *
 * - With `stdin`, and no `code`: the program is run with that input, and what it prints must be `expected`, both trimmed.
 *   For SQL the input is SQL of its own, run before the source, and what is printed are the rows of each query.
 * - With `code`: the code is appended to the source and must not throw. Where `expected` is not blank, the value of the code's
 *   last expression must equal it as text: `str(…)` in Python; in JavaScript a string as it is, all else as JSON;
 *   in SQL the rows of the last query as JSON, a list of objects. Two JSON texts are equal when they say the same.
 *   A Python source is then imported rather than started: its `__name__` is not `__main__`.
 */
export interface CodeTest {
  readonly name: string;
  readonly stdin?: string | undefined;
  readonly code?: string | undefined;
  readonly expected?: string | undefined;
}

export interface RunLimits {
  /** For the program and for each test anew; what runs longer is ended. */
  readonly wallMs: number;
  /** Of WebAssembly memory, the interpreter included; the files that a program writes may take as much again. */
  readonly memoryBytes: number;
  /** Of stdout and stderr together, for the program and for each test anew; what is printed beyond is dropped. */
  readonly outputBytes: number;
}

export const defaultLimits: RunLimits = {
  wallMs: 10_000,
  memoryBytes: 256 * 1024 * 1024,
  outputBytes: 64 * 1024,
};

export interface RunRequest {
  readonly language: CodeLanguage;
  readonly source: string;
  readonly stdin: string;
  /** Laid into the program's folder. For SQL, a `.sql` file is run first and a `.csv` file becomes a table of its name, all columns text. */
  readonly files: readonly CodeFile[];
  readonly tests: readonly CodeTest[];
  readonly limits?: Partial<RunLimits> | undefined;
}

export type RunStatus = 'ok' | 'error' | 'timeout' | 'out_of_memory' | 'killed';

export interface TestResult {
  readonly name: string;
  readonly passed: boolean;
  /** What the program printed, or the value of the test's last expression; null where there is none. */
  readonly actual: string | null;
  /** Why it did not pass; empty where it did. */
  readonly message: string;
}

/** What came of the program itself, and of each test. */
export interface RunResult {
  readonly status: RunStatus;
  readonly stdout: string;
  readonly stderr: string;
  readonly isOutputCut: boolean;
  readonly durationMs: number;
  readonly tests: readonly TestResult[];
}
