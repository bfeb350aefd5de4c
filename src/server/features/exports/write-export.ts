import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import type { Column } from '#domain/exports/column.ts';
import { writeDatasetCard } from '#domain/exports/dataset-card.ts';
import { buildManifest, type Manifest, serialiseManifest } from '#domain/exports/manifest.ts';
import { addConversations } from '#server/store/chat-reading-store.ts';
import type { StoredExport, StoredExportFile } from '#server/store/export-store.ts';
import {
  beginSnapshot,
  countGoldAnswers,
  countJudgedItems,
  readJudgedItems,
  readRubrics,
} from '#server/store/judgment-reading-store.ts';
import { appVersion } from '#server/version.ts';
import { computeCardAgreement } from './card-agreement.ts';
import type { ProgressReporter } from './export-progress.ts';
import { createExportReader } from './export-reader.ts';
import type { RequestedOptions } from './plan-options.ts';
import { RowWriter, type WrittenRows } from './write-rows.ts';

export interface ExportJob {
  readonly row: StoredExport;
  /** Nobody else uses it while the export runs. */
  readonly client: pg.ClientBase;
  /** An empty folder. */
  readonly folder: string;
  readonly shardBytes: number;
  readonly reporter: ProgressReporter;
  /** See `readPseudonymSecret`. */
  readonly secret: Buffer;
}

export interface WrittenExport {
  readonly manifest: Manifest;
  readonly files: readonly StoredExportFile[];
}

/** Writes everything of one export into its folder: one snapshot of the data, read page by page. */
export async function writeExport(job: ExportJob): Promise<WrittenExport> {
  const { row, client, reporter } = job;
  const { projectId, format } = row;
  await beginSnapshot(client);
  const rubrics = await readRubrics(client, projectId);
  const holdsChats = [...rubrics.values()].some(({ criteria }) =>
    criteria.some(({ scale }) => scale.kind === 'chat'),
  );
  const options = row.options as RequestedOptions;
  const reader = createExportReader({ projectId, format, options, rubrics, secret: job.secret });
  // Of what was asked for before there was the choice it is left out.
  const withGold = reader.plan.options.includeGold;
  reporter.itemsTotal = await countJudgedItems(client, { projectId, withGold });
  const gold = await countGoldAnswers(client, projectId);
  const settings = { folder: job.folder, parquet: row.parquet, shardBytes: job.shardBytes };
  const writer = new RowWriter(reader, rubrics, settings);
  try {
    for await (const page of readJudgedItems(client, { projectId, withGold })) {
      const items = holdsChats ? await addConversations(client, page) : page;
      await writer.write(items);
      reporter.itemsRead += items.length;
      reporter.rowsWritten = writer.rowsWritten;
      await reporter.report();
    }
    const written = await writer.finish();
    await client.query('commit');
    const manifest = buildManifest({
      appVersion,
      project: { id: projectId, name: row.projectName },
      format,
      options: reader.plan.options,
      labelSource: reader.plan.source,
      gold,
      ...written,
    });
    return {
      manifest,
      files: [
        ...asFiles(manifest),
        ...(await writePapers(job.folder, manifest, { ...written, columns: reader.plan.columns })),
      ],
    };
  } finally {
    await writer.abandon();
  }
}

function asFiles({ files }: Manifest): StoredExportFile[] {
  return files.map(({ path, bytes, rows, sha256 }) => ({ name: path, bytes, rows, sha256 }));
}

/** Writes README.md and manifest.json beside the rows. */
async function writePapers(
  folder: string,
  manifest: Manifest,
  { tally, units, columns }: WrittenRows & { readonly columns: readonly Column[] },
): Promise<StoredExportFile[]> {
  const agreement = await computeCardAgreement(units);
  return [
    await writePaper(folder, 'README.md', writeDatasetCard({ manifest, tally, columns, agreement })),
    await writePaper(folder, 'manifest.json', serialiseManifest(manifest)),
  ];
}

async function writePaper(folder: string, name: string, text: string): Promise<StoredExportFile> {
  const bytes = Buffer.from(text, 'utf8');
  const file = await open(join(folder, name), 'wx', 0o640);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name, bytes: bytes.byteLength, rows: 0, sha256 };
}
