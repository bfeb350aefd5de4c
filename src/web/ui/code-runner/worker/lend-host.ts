import type { QuickJSContext, QuickJSHandle } from 'quickjs-emscripten-core';
import type { CodeFile } from '#web/ui/code-runner/run-request.ts';
import nodeLikeness from './node-likeness.js?raw';
import type { Output } from './output.ts';
import { unwrap } from './thrown.ts';

interface Lent {
  readonly stdin: string;
  readonly fixtures: readonly CodeFile[];
  readonly output: Output;
  readonly toScript: (code: string, isTyped: boolean) => string;
}

/** What the worker may ask of the program's surroundings inside of the interpreter. */
export interface NodeHost {
  /** Until the next timer; negative where there is none. */
  readonly nextTimerMs: () => number;
  readonly fireTimer: () => void;
  readonly textOf: (value: QuickJSHandle) => string;
  /** Undefined until the program has asked to end. */
  readonly exitCode: () => number | undefined;
}

/** Gives the interpreter the few things that reach out of it: writing, the clock, leaving. Only texts and numbers pass. */
export function lendHost(context: QuickJSContext, lent: Lent): NodeHost {
  const prelude = unwrap(context, context.evalCode(nodeLikeness, 'node.js'));
  const inner: Record<string, QuickJSHandle> = {};
  let exitCode: number | undefined;
  const now = performance.now.bind(performance);
  const host = context.newObject();
  const lend = (name: string, act: (...values: QuickJSHandle[]) => QuickJSHandle | undefined) =>
    context.setProp(host, name, context.newFunction(name, act));
  lend('write', (stream, text) => {
    if (stream && text)
      lent.output.write(
        context.getString(stream) === 'stderr' ? 'stderr' : 'stdout',
        context.getString(text),
      );
    return undefined;
  });
  lend('now', () => context.newNumber(now()));
  lend('exit', (code) => {
    exitCode ??= code === undefined ? 0 : context.getNumber(code) || 0;
    return undefined;
  });
  lend('transform', (code) => context.newString(code ? lent.toScript(context.getString(code), false) : ''));
  lend('lend', (given) => {
    if (given === undefined) return undefined;
    for (const name of ['wait', 'fire', 'text']) inner[name] = context.getProp(given, name);
    return undefined;
  });
  const files = JSON.stringify(Object.fromEntries(lent.fixtures.map(({ name, content }) => [name, content])));
  const start = context.callFunction(
    prelude,
    context.undefined,
    host,
    context.newString(files),
    context.newString(lent.stdin),
  );
  unwrap(context, start);
  const call = (name: string, ...values: QuickJSHandle[]) =>
    unwrap(context, context.callFunction(inner[name] ?? context.undefined, context.undefined, ...values));
  return {
    nextTimerMs: () => context.getNumber(call('wait')),
    fireTimer: () => void call('fire'),
    textOf: (value) => context.getString(call('text', value)),
    exitCode: () => exitCode,
  };
}
