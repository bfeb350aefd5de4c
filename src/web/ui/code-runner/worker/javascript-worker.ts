import releaseSync from '@jitl/quickjs-wasmfile-release-sync';
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSSyncVariant,
} from 'quickjs-emscripten-core';
import type { ExecutionEnd, WorkerStart } from '#web/ui/code-runner/execution.ts';
import { lendHost, type NodeHost } from './lend-host.ts';
import type { Output } from './output.ts';
import { type Engine, isMemoryFault, serveExecutions } from './serve-executions.ts';
import { describeFault, Thrown, unwrap } from './thrown.ts';
import { toScript } from './to-script.ts';

/** JS_EVAL_FLAG_ASYNC of QuickJS: `await` may stand outside of functions, and the result is a promise of `{ value }`. */
const allowAwait = 1 << 7;
/** Well under the worker's own stack, which must not be the one that overflows. */
const stackBytes = 96 * 1024;

/** QuickJS in WebAssembly; each execution gets an instance of its own. */
async function startJavascript(start: WorkerStart, output: Output): Promise<Engine> {
  const wasmModule = await WebAssembly.compile(start.files['quickjs.wasm'] ?? new ArrayBuffer());
  const variant = newVariant(releaseSync as unknown as QuickJSSyncVariant, { wasmModule });
  const execute: Engine['execute'] = async ({ stdin, code }) => {
    const quickjs = await newQuickJSWASMModuleFromVariant(variant);
    const runtime = quickjs.newRuntime();
    // A part is left for the interpreter itself.
    runtime.setMemoryLimit(Math.floor(start.limits.memoryBytes * 0.9));
    runtime.setMaxStackSize(stackBytes);
    const context = runtime.newContext();
    const host = lendHost(context, { stdin, fixtures: start.fixtures, output, toScript });
    const end = await new Program(context, host, output).run(start, code);
    // Not disposed of: QuickJS aborts on disposing of what failed half-way, and nothing outlives the worker anyway.
    return end;
  };
  return { execute };
}

/** One program in one context: its text, then what it left to be done later, until nothing is left. */
class Program {
  readonly #context: QuickJSContext;
  readonly #host: NodeHost;
  readonly #output: Output;

  constructor(context: QuickJSContext, host: NodeHost, output: Output) {
    this.#context = context;
    this.#host = host;
    this.#output = output;
  }

  async run(start: WorkerStart, code: string | null): Promise<ExecutionEnd> {
    const isTyped = start.language === 'typescript';
    try {
      await this.#evaluate(toScript(start.source, isTyped), 'main.js');
      let value: string | null = null;
      if (code !== null) value = await this.#evaluate(toScript(code, isTyped), 'test.js');
      while (await this.#advance());
      return this.#exit() ?? { status: 'ok', value, error: null, isBroken: false };
    } catch (fault) {
      return this.#exit() ?? this.#fail(fault);
    }
  }

  /** Runs a script and waits for its last value, a promise's outcome included. */
  async #evaluate(script: string, name: string): Promise<string | null> {
    const context = this.#context;
    const done = unwrap(context, context.evalCode(script, name, allowAwait));
    const value = context.getProp(await this.#settled(done), 'value');
    return this.#host.textOf(await this.#settled(value));
  }

  async #settled(handle: QuickJSHandle): Promise<QuickJSHandle> {
    for (;;) {
      const state = this.#context.getPromiseState(handle);
      if (state.type === 'fulfilled') return state.value;
      if (state.type === 'rejected') throw new Thrown(this.#context.dump(state.error));
      if (!(await this.#advance()))
        throw new Thrown({ name: 'Error', message: 'A promise is never settled.' });
    }
  }

  /** Does the next thing that was put off: promise callbacks at once, a timer when its time has come. */
  async #advance(): Promise<boolean> {
    const { runtime } = this.#context;
    if (runtime.hasPendingJob()) {
      const done = runtime.executePendingJobs();
      if (done.error) throw new Thrown(done.error.context.dump(done.error));
      return true;
    }
    const waitMs = this.#host.nextTimerMs();
    if (waitMs < 0) return false;
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    this.#host.fireTimer();
    return true;
  }

  #exit(): ExecutionEnd | undefined {
    const code = this.#host.exitCode();
    if (code === undefined) return undefined;
    if (code === 0) return { status: 'ok', value: null, error: null, isBroken: false };
    const error = `The program ended with exit code ${code}.`;
    return { status: 'error', value: null, error, isBroken: false };
  }

  #fail(fault: unknown): ExecutionEnd {
    const { title, stack } = describeFault(fault);
    const isFull = isMemoryFault(title);
    this.#output.writeError(`${title}\n${stack}`);
    return { status: isFull ? 'out_of_memory' : 'error', value: null, error: title, isBroken: false };
  }
}

serveExecutions(startJavascript);
