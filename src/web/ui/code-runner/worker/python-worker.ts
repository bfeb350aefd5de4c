import { loadPyodide, type PyodideAPI } from 'pyodide';
import createPyodideModule from 'pyodide/pyodide.asm.mjs';
import type { ExecutionEnd, WorkerStart } from '#web/ui/code-runner/execution.ts';
import { capFiles, type MemoryFileSystem } from './cap-files.ts';
import type { Output } from './output.ts';
import harness from './run_program.py?raw';
import { type Engine, serveExecutions } from './serve-executions.ts';

type Ended = Pick<ExecutionEnd, 'status' | 'value' | 'error'>;

/** CPython, standard library only. */
async function startPython(start: WorkerStart, output: Output): Promise<Engine> {
  serveFiles(start.files);
  const pyodide = await loadPyodide({
    indexURL: folder,
    createPyodideModule,
    lockFileContents: { info: lockInfo, packages: {} },
    // What `import js` would show; the program sees not even this.
    jsglobals: Object.create(null) as object,
  });
  let input = new Uint8Array();
  pyodide.setStdin({
    read: (buffer: Uint8Array) => {
      const part = input.subarray(0, buffer.length);
      buffer.set(part);
      input = input.subarray(part.length);
      return part.length;
    },
  });
  for (const stream of ['stdout', 'stderr'] as const) catchOutput(pyodide, stream, output);
  pyodide.runPython(harness, { filename: 'run_program.py' });
  capFiles(pyodide.FS as unknown as MemoryFileSystem, start.limits.memoryBytes);
  const execute = pyodide.globals.get('execute') as PythonFunction;
  return {
    execute: async ({ stdin, code }) => {
      input = new TextEncoder().encode(stdin);
      const ended = await call(execute, start.source, code ?? undefined, JSON.stringify(start.fixtures));
      return { ...(JSON.parse(ended) as Ended), isBroken: false };
    },
  };
}

interface PythonFunction {
  (...values: readonly unknown[]): string;
  callPromising(...values: readonly unknown[]): Promise<string>;
}

/** Where the browser can suspend WebAssembly, `asyncio.run` and `time.sleep` wait as they do elsewhere. */
function call(execute: PythonFunction, ...values: readonly unknown[]): string | Promise<string> {
  return 'Suspending' in WebAssembly ? execute.callPromising(...values) : execute(...values);
}

function catchOutput(pyodide: PyodideAPI, stream: 'stdout' | 'stderr', output: Output): void {
  const write = (bytes: Uint8Array) => {
    output.writeBytes(stream, bytes);
    return bytes.length;
  };
  if (stream === 'stdout') pyodide.setStdout({ write });
  else pyodide.setStderr({ write });
}

const folder = 'https://runner.invalid/';
const lockInfo = {
  abi_version: '2026_0',
  arch: 'wasm32',
  platform: 'emscripten_5_0_3',
  python: '3.14.2',
  version: '314.0.7',
} as const;

/** The runtime asks for its files by address; it gets the bytes that came with the start. */
function serveFiles(files: WorkerStart['files']): void {
  const kinds: Readonly<Record<string, string>> = { wasm: 'application/wasm' };
  globalThis.fetch = async (address) => {
    const name = String(address).split('/').at(-1) ?? '';
    const bytes = files[name];
    if (bytes === undefined) return new Response(null, { status: 404 });
    const type = kinds[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    return new Response(bytes, { headers: { 'content-type': type } });
  };
}

serveExecutions(startPython);
