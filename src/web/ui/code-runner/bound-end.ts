import type { ExecutionEnd } from './execution.ts';

const errorCharacters = 2_000;

/** The end of an execution with no more of its value and its error than is looked at: both are the program's to choose. */
export function boundEnd(end: ExecutionEnd, mostCharacters: number): ExecutionEnd {
  return {
    ...end,
    value: end.value?.slice(0, mostCharacters) ?? null,
    error: end.error?.slice(0, errorCharacters) ?? null,
  };
}
