import type { Services } from '#server/services/services.ts';

/** Does the work while holding the import's lock on a connection of its own; false where another worker holds it. */
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
    try {
      await work();
    } finally {
      // Asked for, because a closed connection gives its locks back only some time later. A broken one has none.
      await client.query('select pg_advisory_unlock_all()').catch(() => {});
    }
    return true;
  } finally {
    // Closed and not reused, so that no lock outlives the work, whatever went wrong.
    client.release(true);
  }
}
