import { boundEnd } from '#web/ui/code-runner/bound-end.ts';
import type { Execution, ExecutionEnd, WorkerMessage, WorkerStart } from '#web/ui/code-runner/execution.ts';
import { capMemory } from './cap-memory.ts';
import { harden } from './harden.ts';
import { Output } from './output.ts';

/** A started interpreter. Each execution begins afresh: nothing of the one before is left. */
export interface Engine {
  readonly execute: (execution: Execution) => Promise<ExecutionEnd>;
}

export type StartEngine = (start: WorkerStart, output: Output) => Promise<Engine>;

/** The life of a worker: start the interpreter, lock the doors, run one execution after the other, and say so. */
export function serveExecutions(startEngine: StartEngine): void {
  addEventListener(
    'message',
    (event: MessageEvent<WorkerStart>) => {
      const [port] = event.ports;
      if (port === undefined) return;
      // Taken now: the programs to come may change what these names mean.
      const post = port.postMessage.bind(port);
      const say = (said: WorkerMessage) => post(said);
      serve(event.data, startEngine, say).catch((error: unknown) =>
        say({ kind: 'unavailable', message: String(error) }),
      );
    },
    { once: true },
  );
}

async function serve(
  start: WorkerStart,
  startEngine: StartEngine,
  say: (said: WorkerMessage) => void,
): Promise<void> {
  const output = new Output({
    limit: start.limits.outputBytes,
    post: (stream, text) => say({ kind: 'output', stream, text }),
    onCut: () => say({ kind: 'cut' }),
  });
  capMemory(start.limits.memoryBytes);
  const engine = await startEngine(start, output);
  harden();
  say({ kind: 'ready' });
  for (const execution of start.executions) {
    output.reset();
    say({ kind: 'started' });
    const end = await executeSafely(engine, execution, output);
    output.finish();
    // One character more tells the page that there was more.
    say({ kind: 'finished', ...boundEnd(end, start.limits.outputBytes + 1) });
    if (end.isBroken) return;
  }
}

async function executeSafely(engine: Engine, execution: Execution, output: Output): Promise<ExecutionEnd> {
  try {
    return await engine.execute(execution);
  } catch (fault) {
    // The interpreter itself fell over: a full memory or stack does that. It is not used again.
    const message = String(fault);
    output.writeError(`${message}\n`);
    return {
      status: isMemoryFault(message) ? 'out_of_memory' : 'error',
      value: null,
      error: message,
      isBroken: true,
    };
  }
}

/** Whether a fault of a WebAssembly runtime comes of a full memory. */
export function isMemoryFault(message: string): boolean {
  return /out of memory|memory access out of bounds|allocation failed|MemoryError|Array buffer allocation/i.test(
    message,
  );
}
