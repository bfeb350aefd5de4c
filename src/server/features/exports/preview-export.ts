import type pg from 'pg';
import type { HttpRefusal } from '#contract/refusals.ts';
import { buildRows } from '#domain/exports/build-rows.ts';
import type { ExportRow } from '#domain/exports/column.ts';
import type { Services } from '#server/services/services.ts';
import { addConversations } from '#server/store/chat-reading-store.ts';
import { beginSnapshot, readJudgedItems, readRubrics } from '#server/store/judgment-reading-store.ts';
import { createExportReader, type ExportReader } from './export-reader.ts';
import { readPseudonymSecret } from './pseudonyms.ts';
import { type ExportRequest, whyNotExportable } from './start-export.ts';

const atMost = { items: 300, rows: 20 };

interface Preview {
  rows: ExportRow[];
  itemsSeen: number;
  drops: Record<string, number>;
}

/** The first rows that an export would write, and what it would leave out on the way there. */
export async function previewExport(
  services: Services,
  request: ExportRequest,
): Promise<Preview | HttpRefusal> {
  const refusal = await whyNotExportable(services, request);
  if (refusal) return refusal;
  const secret = await readPseudonymSecret(services);
  const client = await services.database.pool.connect();
  try {
    await beginSnapshot(client);
    const rubrics = await readRubrics(client, request.projectId);
    return await collect(client, request.projectId, createExportReader({ ...request, rubrics, secret }));
  } finally {
    // Reading stops early, with a page perhaps still on its way.
    client.release(true);
  }
}

async function collect(client: pg.ClientBase, projectId: string, reader: ExportReader): Promise<Preview> {
  const preview: Preview = { rows: [], itemsSeen: 0, drops: {} };
  const withGold = reader.plan.options.includeGold;
  for await (const page of readJudgedItems(client, { projectId, atMost: atMost.items, withGold })) {
    for (const item of await addConversations(client, page)) {
      const made = buildRows(reader.asExportItem(item), reader.plan);
      preview.itemsSeen += 1;
      for (const reason of made.drops) preview.drops[reason] = (preview.drops[reason] ?? 0) + 1;
      preview.rows.push(...made.rows, ...made.ties);
      if (preview.rows.length >= atMost.rows) {
        preview.rows.length = atMost.rows;
        return preview;
      }
    }
  }
  return preview;
}
