import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '#client/call.ts';
import { downloadExportFile, readExport, startExport } from '#contract/exports.ts';
import type { ExportFormat } from '#domain/exports/export-format.ts';
import { readExportedRows } from '#test/support/read-exported.ts';

interface Export {
  readonly client: Client;
  readonly projectId: string;
  readonly format: ExportFormat;
  readonly parquet: boolean;
}

/** Exports a project, downloads every file, and reads the rows by nothing of ours. */
export async function exportRows<Row>(asked: Export): Promise<Row[]> {
  const { client, projectId, format, parquet } = asked;
  const started = await client.call(startExport, { params: { projectId }, body: { format, parquet } });
  const params = { projectId, exportId: started.id };
  let run = started;
  while (run.state === 'waiting' || run.state === 'running') {
    await sleep(100);
    run = await client.call(readExport, { params });
  }
  if (run.state !== 'done') throw new Error(`The export to ${format} ended as ${run.state}: ${run.failure}`);
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-case-'));
  try {
    const files = [];
    for (const { name } of run.files) {
      const response = await client.open(downloadExportFile, { params, query: { name } });
      const path = join(folder, name.replaceAll('/', '-'));
      writeFileSync(path, Buffer.from(await response.arrayBuffer()));
      files.push({ name, path });
    }
    return await readExportedRows<Row>(files);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
