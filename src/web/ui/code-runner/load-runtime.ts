import initdbWasm from '@electric-sql/pglite/initdb.wasm?url';
import pgliteData from '@electric-sql/pglite/pglite.data?url';
import pgliteWasm from '@electric-sql/pglite/pglite.wasm?url';
import quickjsWasm from '@jitl/quickjs-wasmfile-release-sync/wasm?url';
import pyodideWasm from 'pyodide/pyodide.asm.wasm?url';
import pythonLibrary from 'pyodide/python_stdlib.zip?url';
import type { CodeLanguage } from './run-request.ts';
import javascriptWorker from './worker/javascript-worker.ts?worker&url';
import pythonWorker from './worker/python-worker.ts?worker&url';
import sqlWorker from './worker/sql-worker.ts?worker&url';

/** The program of a worker and the files that it needs, as bytes: the sandbox can fetch nothing by itself. */
export interface Runtime {
  readonly script: ArrayBuffer;
  readonly files: Readonly<Record<string, ArrayBuffer>>;
}

interface RuntimeAddresses {
  readonly script: string;
  readonly files: Readonly<Record<string, string>>;
}

const javascript: RuntimeAddresses = { script: javascriptWorker, files: { 'quickjs.wasm': quickjsWasm } };
const addresses: Readonly<Record<CodeLanguage, RuntimeAddresses>> = {
  python: {
    script: pythonWorker,
    files: { 'pyodide.asm.wasm': pyodideWasm, 'python_stdlib.zip': pythonLibrary },
  },
  javascript,
  typescript: javascript,
  sql: {
    script: sqlWorker,
    files: { 'pglite.wasm': pgliteWasm, 'initdb.wasm': initdbWasm, 'pglite.data': pgliteData },
  },
};

/** The files for a language are missing: the network failed, or the product was updated meanwhile. */
export class RuntimeUnavailable extends Error {
  override readonly name = 'RuntimeUnavailable';
}

const loaded = new Map<string, Promise<ArrayBuffer>>();

/** Fetches what a language needs; each file once, kept for the next run. */
export async function loadRuntime(
  language: CodeLanguage,
  onBytes: (bytes: number) => void,
): Promise<Runtime> {
  const { script, files } = addresses[language];
  let total = 0;
  const count = (bytes: number) => {
    total += bytes;
    onBytes(total);
  };
  const entries = Object.entries(files);
  const [program, ...contents] = await Promise.all(
    [script, ...entries.map(([, address]) => address)].map((address) => fetchOnce(address, count)),
  );
  if (program === undefined) throw new RuntimeUnavailable(script);
  return {
    script: program,
    files: Object.fromEntries(entries.map(([name], index) => [name, contents[index] ?? new ArrayBuffer()])),
  };
}

function fetchOnce(address: string, onBytes: (bytes: number) => void): Promise<ArrayBuffer> {
  const known = loaded.get(address);
  if (known !== undefined) return known;
  const fetched = fetchBytes(address, onBytes);
  loaded.set(address, fetched);
  fetched.catch(() => loaded.delete(address));
  return fetched;
}

async function fetchBytes(address: string, onBytes: (bytes: number) => void): Promise<ArrayBuffer> {
  const response = await fetch(address).catch((cause: unknown) => {
    throw new RuntimeUnavailable(address, { cause });
  });
  if (!response.ok || response.body === null) throw new RuntimeUnavailable(`${address}: ${response.status}`);
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        onBytes(chunk.byteLength);
        controller.enqueue(chunk);
      },
    }),
  );
  return new Response(counted).arrayBuffer();
}
