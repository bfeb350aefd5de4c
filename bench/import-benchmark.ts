import { once } from 'node:events';
import { createWriteStream, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runImport } from '#server/features/imports/run-import.ts';
import type { Services } from '#server/services/services.ts';
import { findImport, insertImport } from '#server/store/import-store.ts';
import { seededRandom } from '#stats/random/seeded-random.ts';
import { type BenchServices, startBench } from './embedded.ts';
import { processorOfDatabase } from './measure.ts';

export interface ImportFigures {
  readonly rows: number;
  readonly bytes: number;
  readonly seconds: number;
  readonly rowsPerSecond: number;
  readonly peakMemoryMb: number;
  /** Processor time of this process, and of the database's. */
  readonly processorSeconds: number;
  readonly databaseSeconds: number;
}

/**
 * Imports a generated file of HH-like pairs, about 500 bytes each, through the same action as in earnest, into the
 * embedded, durable PostgreSQL; prints rows a second and the peak memory of this process, which is the server's.
 */
export async function benchmarkImport({ rows }: { rows: number }): Promise<ImportFigures> {
  const bench = await startBench({ maxConnections: 10 });
  try {
    const figures = await importPairs(bench, rows);
    console.log(
      `import JSONL: ${figures.rows} rows, ${Math.round(figures.bytes / rows)} bytes a row, ${figures.seconds.toFixed(1)} s, ${Math.round(figures.rowsPerSecond)} rows/s, ${figures.processorSeconds.toFixed(1)} s of processor here and ${figures.databaseSeconds.toFixed(1)} s in the database, peak ${Math.round(figures.peakMemoryMb)} MB`,
    );
    return figures;
  } finally {
    await bench.stop();
  }
}

async function importPairs({ services, databasePid }: BenchServices, rows: number): Promise<ImportFigures> {
  const { projectId, personId } = await createProject(services);
  const uploadId = services.newId();
  const path = join(services.config.dataFolder, 'uploads', uploadId);
  mkdirSync(join(services.config.dataFolder, 'uploads'), { recursive: true });
  await writePairs(path, rows);
  const bytes = statSync(path).size;
  const { kysely } = services.database;
  const now = services.now();
  await kysely
    .insertInto('uploads')
    .values({
      id: uploadId,
      projectId,
      fileName: 'pairs.jsonl',
      sizeBytes: bytes,
      createdBy: personId,
      createdAt: now,
    })
    .execute();
  const id = services.newId();
  await insertImport(kysely, {
    id,
    projectId,
    uploadId,
    fileName: 'pairs.jsonl',
    format: 'hh_rlhf',
    choices: { mapping: null, pairs: 'all', priority: 0 },
    bytesTotal: bytes,
    createdBy: personId,
    now,
  });
  const peak = watchMemory();
  const startedAt = performance.now();
  const processorBefore = process.cpuUsage();
  const databaseBefore = processorOfDatabase(databasePid);
  await runImport(services, id);
  const processor = process.cpuUsage(processorBefore);
  const seconds = (performance.now() - startedAt) / 1000;
  const databaseSeconds = (processorOfDatabase(databasePid) - databaseBefore) / 1000;
  const peakMemoryMb = peak();
  const run = await findImport(kysely, { importId: id });
  if (run?.state !== 'done' || run.itemsAdded !== rows) {
    throw new Error(`The import did not add every row: ${JSON.stringify(run)}`);
  }
  const processorSeconds = (processor.user + processor.system) / 1e6;
  return {
    rows,
    bytes,
    seconds,
    rowsPerSecond: rows / seconds,
    peakMemoryMb,
    processorSeconds,
    databaseSeconds,
  };
}

/** Samples the memory of this process, which is the server's; call the result for the peak in MB. */
function watchMemory(): () => number {
  let peak = process.memoryUsage.rss();
  const sample = () => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  const timer = setInterval(sample, 50);
  return () => {
    clearInterval(timer);
    sample();
    return peak / 1e6;
  };
}

async function createProject(services: Services): Promise<{ projectId: string; personId: string }> {
  const { kysely } = services.database;
  const createdAt = services.now();
  const personId = services.newId();
  const projectId = services.newId();
  await kysely
    .insertInto('people')
    .values({
      id: personId,
      email: `${personId}@example.org`,
      name: 'Lead',
      deploymentRole: 'owner',
      createdAt,
    })
    .execute();
  await kysely
    .insertInto('projects')
    .values({
      id: projectId,
      name: `Benchmark ${projectId}`,
      state: 'open',
      overlap: 3,
      leaseMs: 600_000,
      amendWindowMs: 0,
      createdBy: personId,
      createdAt,
    })
    .execute();
  return { projectId, personId };
}

const words =
  'the of and to a in that is was he for it with as his on be at by had not are but from or have an they which one you were all her she there would their we him been has when who will no more if out so up said what its about than into them can only other time new some could these two may first then do any like my now over such our man me even most made after also did many must'.split(
    ' ',
  );

async function writePairs(path: string, rows: number): Promise<void> {
  const random = seededRandom(20_261_123);
  const sentence = (length: number) =>
    Array.from({ length }, () => words[random.below(words.length)]).join(' ');
  const file = createWriteStream(path);
  for (let row = 0; row < rows; row += 1) {
    const prompt = `\n\nHuman: Question ${row}: ${sentence(18)}?\n\nAssistant: `;
    const line = `${JSON.stringify({ chosen: prompt + sentence(26), rejected: prompt + sentence(26) })}\n`;
    if (!file.write(line)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
}

if (import.meta.main) await benchmarkImport({ rows: Number(process.argv[2] ?? 1_000_000) });
