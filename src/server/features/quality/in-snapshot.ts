import type pg from 'pg';
import type { Database } from '#server/database/database.ts';
import { beginSnapshot } from '#server/store/judgment-reading-store.ts';

/** Reads in one transaction that sees the data as they are now, whatever others write meanwhile. */
export async function inSnapshot<Read>(
  database: Database,
  read: (client: pg.ClientBase) => Promise<Read>,
): Promise<Read> {
  const client = await database.pool.connect();
  const ignore = () => undefined;
  // The query that is under way reports it, too; unheard, this event would end the process.
  client.on('error', ignore);
  let isClean = false;
  try {
    await beginSnapshot(client);
    const result = await read(client);
    await client.query('commit');
    isClean = true;
    return result;
  } finally {
    client.off('error', ignore);
    client.release(!isClean);
  }
}
