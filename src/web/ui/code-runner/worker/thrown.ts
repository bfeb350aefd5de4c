import type { QuickJSContext, QuickJSHandle } from 'quickjs-emscripten-core';

/** What the program threw, copied out of the interpreter. */
export class Thrown extends Error {
  readonly value: unknown;

  constructor(value: unknown) {
    super('thrown by the program');
    this.value = value;
  }
}

/** The value of a call into the interpreter, or its error thrown on this side. */
export function unwrap(
  context: QuickJSContext,
  result: ReturnType<QuickJSContext['evalCode']>,
): QuickJSHandle {
  if (result.error) throw new Thrown(context.dump(result.error));
  return result.value;
}

/** An error in one line, and where it came from. */
export function describeFault(fault: unknown): { readonly title: string; readonly stack: string } {
  // Not thrown by the program: text that cannot be read as TypeScript, or the worker's own stack was full.
  if (!(fault instanceof Thrown)) return { title: String(fault), stack: '' };
  const { value } = fault;
  // The interpreter that has no memory left for an error throws null.
  if (value === null) return { title: 'InternalError: out of memory', stack: '' };
  if (typeof value !== 'object') return { title: `Uncaught: ${String(value)}`, stack: '' };
  const { name = 'Error', message = '', stack = '' } = value as Readonly<Record<string, unknown>>;
  // An error of the worker itself that passed through the program has the worker's stack, which tells nobody anything.
  const isOurs = value instanceof Error && /wasm-function/.test(String(stack));
  return { title: `${String(name)}: ${String(message)}`, stack: isOurs ? '' : String(stack) };
}
