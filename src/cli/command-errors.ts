import { FaultError, RefusedError, UnreachableError } from '#client/call-errors.ts';

/** The command was given something that it cannot work with; nothing was done. */
export class UsageError extends Error {}

/** The command ran and did not reach its aim; the message says so in words. */
export class FailedError extends Error {}

/** The person pressed Ctrl-C. */
export class InterruptedError extends Error {}

/** 130 is what shells expect of a program that Ctrl-C ended. */
export const exitCodes = { done: 0, failed: 1, usage: 2, interrupted: 130 } as const;

/** What went wrong in words, with places and the cure, and the exit code for scripts. */
export function explainError(error: unknown): { text: string; exitCode: number } {
  if (error instanceof UsageError) return { text: error.message, exitCode: exitCodes.usage };
  if (error instanceof InterruptedError) return { text: error.message, exitCode: exitCodes.interrupted };
  if (error instanceof RefusedError) return { text: explainRefusal(error), exitCode: exitCodes.failed };
  if (error instanceof UnreachableError)
    return {
      text: 'The server cannot be reached. Is it running, and is the address right? Set it with "plumbline login URL" or PLUMBLINE_URL.',
      exitCode: exitCodes.failed,
    };
  if (error instanceof FaultError) {
    const id = error.requestId === null ? '' : ` Request id for the server's admin: ${error.requestId}.`;
    return { text: `${error.message}${id}`, exitCode: exitCodes.failed };
  }
  const text = error instanceof Error ? error.message : String(error);
  return { text, exitCode: exitCodes.failed };
}

function explainRefusal(error: RefusedError): string {
  if (error.code === 'not_signed_in')
    return 'The server does not know this API key, or none was sent. Make one under "Settings, API keys" in the web app, then run "plumbline login".';
  const places = error.places
    .filter((place) => place.message !== error.detail)
    .map(({ path, line, message }) => {
      const where = [line === undefined ? null : `line ${line}`, path ?? null].filter(
        (part) => part !== null,
      );
      return `\n  ${where.join(', ')}${where.length > 0 ? ': ' : ''}${message}`;
    });
  return `${error.detail}${places.join('')}`;
}
