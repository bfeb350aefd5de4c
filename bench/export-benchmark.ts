import { runExport } from '#server/features/exports/run-export.ts';
import type { Services } from '#server/services/services.ts';
import { findExport, insertExport } from '#server/store/export-store.ts';
import { startBench } from './embedded.ts';
import { fillJudgedProject } from './fill-judged-project.ts';

export interface ExportFigures {
  readonly name: string;
  readonly rows: number;
  readonly bytesPerRow: number;
  readonly seconds: number;
  readonly rowsPerSecond: number;
  readonly peakMemoryMb: number;
  /** Processor time of this process; the rest of the time is the database's. */
  readonly processorSeconds: number;
}

const runs = [
  { name: 'trl-preference, JSON Lines', format: 'trl-preference', parquet: false },
  { name: 'annotations, JSON Lines', format: 'annotations', parquet: false },
  { name: 'trl-preference, Parquet', format: 'trl-preference', parquet: true },
] as const;

const options = {
  ties: 'drop',
  margin: 'small',
  validationPercent: 5,
  testPercent: 5,
  splitSalt: 'plumbline',
  minJudgments: 1,
  minAgreement: 0,
  ratingKey: null,
  includeModelNames: false,
  finalAnswers: true,
};

/** Exports items with short texts and one judgment each, through the same action as in earnest, and prints how fast. */
export async function benchmarkExport(setup: { items: number }): Promise<ExportFigures[]> {
  const bench = await startBench({ maxConnections: 10 });
  try {
    return await exportAll(bench.services, setup.items);
  } finally {
    await bench.stop();
  }
}

/** The same on a deployment that is there already; a project that was filled before is used again. */
export async function exportAll(services: Services, items: number): Promise<ExportFigures[]> {
  const client = await services.database.pool.connect();
  const { projectId, personId } = await fillJudgedProject(client, items);
  client.release(true);
  const figures: ExportFigures[] = [];
  for (const { name, format, parquet } of runs) {
    const id = services.newId();
    await insertExport(services.database.kysely, {
      id,
      projectId,
      format,
      parquet,
      options,
      createdBy: personId,
      now: services.now(),
    });
    const measured = await measure(services, { id, name });
    console.log(describeExport(measured));
    figures.push(measured);
  }
  return figures;
}

async function measure(
  services: Services,
  { id, name }: { id: string; name: string },
): Promise<ExportFigures> {
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 50);
  const startedAt = performance.now();
  const processorBefore = process.cpuUsage();
  await runExport(services, id);
  const processor = process.cpuUsage(processorBefore);
  const seconds = (performance.now() - startedAt) / 1000;
  clearInterval(watch);
  const row = await findExport(services.database.kysely, id);
  if (row?.state !== 'done') throw new Error(`The export is ${row?.state}: ${row?.failure}`);
  const bytes = row.files.reduce((sum, file) => sum + file.bytes, 0);
  return {
    name,
    rows: row.rowsWritten,
    bytesPerRow: Math.round(bytes / row.rowsWritten),
    seconds,
    rowsPerSecond: row.rowsWritten / seconds,
    peakMemoryMb: peak / 1e6,
    processorSeconds: (processor.user + processor.system) / 1e6,
  };
}

function describeExport(figures: ExportFigures): string {
  const { name, rows, bytesPerRow, seconds, rowsPerSecond, peakMemoryMb, processorSeconds } = figures;
  return `export (${name}): ${rows.toLocaleString('en')} rows (${bytesPerRow} bytes each) in ${seconds.toFixed(1)} s = ${Math.round(rowsPerSecond).toLocaleString('en')} rows/s, ${processorSeconds.toFixed(1)} s of processor, peak memory of the server ${Math.round(peakMemoryMb)} MB`;
}

if (import.meta.main) await benchmarkExport({ items: Number(process.argv[2] ?? 1_000_000) });
