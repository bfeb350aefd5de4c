import type { Services } from '#server/services/services.ts';

/**
 * Does the work while holding the import's lock on a connection of its own; false where another worker holds it.
 * The connection is closed afterwards, so that the lock ends with it however the work ended.
 */
export async function withImportLock(
  services: Services,
  importId: string,
  work: () => Promise<void>,
): Promise<boolean> {
  const client = await services.database.pool.connect();
  // Without a listener, a connection that breaks between two queries would end the process.
  client.on('error', (error) => services.log.warn({ err: error, importId }, 'the lock of an import broke'));
  try {
    const answer = await client.query<{ held: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 4600004)) as held',
      [importId],
    );
    if (!answer.rows[0]?.held) return false;
    await work();
    return true;
  } finally {
    client.release(true);
  }
}
