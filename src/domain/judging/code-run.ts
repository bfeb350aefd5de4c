export const runLanguages = ['python', 'javascript', 'typescript', 'sql'] as const;
export type RunLanguage = (typeof runLanguages)[number];

export function isRunLanguage(value: unknown): value is RunLanguage {
  return runLanguages.some((language) => language === value);
}

export const runStatuses = ['ok', 'error', 'timeout', 'out_of_memory', 'killed'] as const;
export type RunStatus = (typeof runStatuses)[number];

/** What was run in the page before a response was rated, and what came of it. */
export interface CodeRun {
  readonly language: RunLanguage;
  /** The response's own code, or the annotator's edit of it. */
  readonly source: 'original' | 'edited';
  readonly code: string;
  readonly stdin: string;
  readonly status: RunStatus;
  /** Bounded; see `isOutputCut`. */
  readonly stdout: string;
  readonly stderr: string;
  readonly isOutputCut: boolean;
  readonly durationMs: number;
  readonly tests: readonly { readonly name: string; readonly passed: boolean }[];
}
