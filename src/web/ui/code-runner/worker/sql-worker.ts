import { PGlite, protocol } from '@electric-sql/pglite';
import type { ExecutionEnd, WorkerStart } from '#web/ui/code-runner/execution.ts';
import type { CodeFile } from '#web/ui/code-runner/run-request.ts';
import { capFiles, type MemoryFileSystem } from './cap-files.ts';
import type { Output } from './output.ts';
import { RowReader } from './row-reader.ts';
import { type Engine, isMemoryFault, serveExecutions } from './serve-executions.ts';

/** Puts the database back to what it was before the first program. */
const startAfresh = [
  'rollback',
  `do $$
  declare name text;
  begin
    for name in select nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema' loop
      execute format('drop schema %I cascade', name);
    end loop;
    for name in select rolname from pg_roles where rolname !~ '^pg_' and oid <> 10 loop
      execute format('drop owned by %1$I cascade; drop role %1$I', name);
    end loop;
  end $$`,
  'create schema public',
  'discard all',
];

/** PostgreSQL in WebAssembly, in memory. */
async function startSql(start: WorkerStart, output: Output): Promise<Engine> {
  const file = (name: string) => start.files[name] ?? new ArrayBuffer();
  const database = await PGlite.create({
    pgliteWasmModule: await WebAssembly.compile(file('pglite.wasm')),
    initdbWasmModule: await WebAssembly.compile(file('initdb.wasm')),
    fsBundle: new Blob([file('pglite.data')]),
    relaxedDurability: true,
  });
  capFiles(database.Module.FS as unknown as MemoryFileSystem, start.limits.memoryBytes);
  const execute: Engine['execute'] = async ({ stdin, code }) => {
    for (const statement of startAfresh) await database.exec(statement);
    const reader = new RowReader(output, start.limits.outputBytes);
    try {
      for (const fixture of start.fixtures) await layFixture(database, fixture);
      for (const script of [stdin, start.source, code ?? '']) {
        if (script.trim() !== '') await runScript(database, script, reader);
      }
    } catch (fault) {
      return { ...failed(fault, output), isBroken: false };
    }
    return {
      status: 'ok',
      value: code === null ? null : reader.lastRowsAsJson(),
      error: null,
      isBroken: false,
    };
  };
  return { execute };
}

/** Runs statements and hands on each row as it comes, so that an endless result does not fill the memory. */
async function runScript(database: PGlite, script: string, reader: RowReader): Promise<void> {
  const parser = new protocol.Parser();
  const heard: { error?: Error } = {};
  await database.execProtocolRawStream(protocol.serialize.query(script), {
    onRawData: (bytes) =>
      parser.parse(bytes, (said) => {
        if (said instanceof Error) heard.error ??= said;
        else reader.read(said);
      }),
  });
  if (heard.error !== undefined) throw heard.error;
}

async function layFixture(database: PGlite, { name, content }: CodeFile): Promise<void> {
  if (name.endsWith('.sql')) await database.exec(content);
  if (!name.endsWith('.csv')) return;
  const quoted = (text: string) => `"${text.trim().replace(/^"|"$/g, '').replaceAll('"', '""')}"`;
  const table = quoted(name.split('/').at(-1)?.slice(0, -4) ?? name);
  const columns = (content.split(/\r?\n/)[0] ?? '').split(',').map((column) => `${quoted(column)} text`);
  await database.exec(`create table ${table} (${columns.join(', ')})`);
  await database.query(`copy ${table} from '/dev/blob' with (format csv, header)`, [], {
    blob: new Blob([content]),
  });
}

/** What PostgreSQL says when memory or disk are full. */
const fullCodes = new Set(['53100', '53200']);

function failed(fault: unknown, output: Output): Pick<ExecutionEnd, 'status' | 'value' | 'error'> {
  const { message, code, detail, hint } = fault as Error &
    Readonly<Record<'code' | 'detail' | 'hint', unknown>>;
  if (code === undefined) throw fault;
  const error = `ERROR: ${message}`;
  if (fullCodes.has(String(code)) || isMemoryFault(message))
    return { status: 'out_of_memory', value: null, error };
  const notes = [detail && `DETAIL: ${String(detail)}`, hint && `HINT: ${String(hint)}`].filter(Boolean);
  output.writeError(`${[error, ...notes].join('\n')}\n`);
  return { status: 'error', value: null, error };
}

serveExecutions(startSql);
