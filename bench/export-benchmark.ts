import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import type { Config } from '#server/config.ts';
import { openDatabase } from '#server/database/database.ts';
import { startEmbeddedServer } from '#server/database/embedded-server.ts';
import { migrate } from '#server/database/migrate.ts';
import { runExport } from '#server/features/exports/run-export.ts';
import { createJobs } from '#server/services/jobs.ts';
import { ProjectEvents } from '#server/services/project-events.ts';
import { type Services, systemSources } from '#server/services/services.ts';
import { findExport, insertExport } from '#server/store/export-store.ts';
import { fillJudgedProject } from './fill-judged-project.ts';

export interface ExportFigures {
  readonly name: string;
  readonly rows: number;
  readonly seconds: number;
  readonly rowsPerSecond: number;
  readonly peakMegabytes: number;
}

const runs = [
  { name: 'trl-preference JSONL', format: 'trl-preference', parquet: false },
  { name: 'annotations JSONL', format: 'annotations', parquet: false },
  { name: 'trl-preference Parquet', format: 'trl-preference', parquet: true },
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
};

/**
 * Exports `items` items with one judgment each from the embedded, durable PostgreSQL and prints rows a second and the
 * peak memory of this process. A `folder` that is given is kept and used again: filling takes longer than exporting.
 */
export async function benchmarkExport(setup: { items: number; folder?: string }): Promise<ExportFigures[]> {
  const folder = setup.folder ?? mkdtempSync(join(tmpdir(), 'plumbline-bench-export-'));
  mkdirSync(folder, { recursive: true });
  // As root the database runs as another account, which must be able to enter the folder.
  chmodSync(folder, 0o755);
  const server = await startEmbeddedServer({ folder });
  await migrate(server.url);
  const database = openDatabase({ url: server.url, onError: () => undefined });
  const client = await database.pool.connect();
  const { projectId, personId } = await fillJudgedProject(client, setup.items);
  client.release();
  const log = Fastify({ logger: false }).log;
  const services: Services = {
    ...systemSources,
    config: { dataFolder: folder } as Config,
    database,
    jobs: createJobs({ url: server.url, log }),
    projectEvents: new ProjectEvents(),
    log,
  };
  const figures: ExportFigures[] = [];
  try {
    for (const { name, format, parquet } of runs) {
      const id = services.newId();
      const now = services.now();
      await insertExport(database.kysely, {
        id,
        projectId,
        format,
        parquet,
        options,
        createdBy: personId,
        now,
      });
      figures.push(await measure(services, { id, name }));
    }
  } finally {
    await database.close();
    await server.stop();
    if (setup.folder === undefined) rmSync(folder, { recursive: true, force: true });
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
  const cpuBefore = process.cpuUsage();
  await runExport(services, id);
  const cpu = process.cpuUsage(cpuBefore);
  const seconds = (performance.now() - startedAt) / 1000;
  clearInterval(watch);
  const row = await findExport(services.database.kysely, id);
  if (row?.state !== 'done') throw new Error(`The export is ${row?.state}: ${row?.failure}`);
  const rows = row.rowsWritten;
  const rowsPerSecond = Math.round(rows / seconds);
  const peakMegabytes = Math.round(peak / 1e6);
  const bytes = row.files.reduce((sum, file) => sum + file.bytes, 0);
  console.log(
    `export ${name}: ${rows} rows, ${Math.round(bytes / rows)} bytes a row, ${seconds.toFixed(1)} s, ${rowsPerSecond} rows/s, ${((cpu.user + cpu.system) / 1e6).toFixed(1)} s of processor here, peak ${peakMegabytes} MB`,
  );
  return { name, rows, seconds, rowsPerSecond, peakMegabytes };
}

if (import.meta.main) {
  const folder = process.argv[3];
  await benchmarkExport({ items: Number(process.argv[2] ?? 1_000_000), ...(folder ? { folder } : {}) });
}
