import pg from 'pg';

const serverLock = 4_600_003;

/**
 * Makes sure that one server runs on an embedded database. The lock belongs to a connection, so it ends with the
 * process, however that ends; it is never taken from a live but busy holder.
 * @throws when another server holds it, naming its process.
 */
export async function holdServerLock(url: string): Promise<{ release(): Promise<void> }> {
  const client = new pg.Client({
    connectionString: url,
    application_name: `plumbline-server pid ${process.pid}`,
  });
  // When the database goes, the lock goes with it; requests report the database as away.
  client.on('error', () => {});
  await client.connect();
  const result = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [
    serverLock,
  ]);
  if (!result.rows[0]?.held) {
    const holder = await client.query<{ name: string }>(
      `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid) where l.locktype = 'advisory' and l.objid = $1 and l.granted`,
      [serverLock],
    );
    await client.end();
    throw new Error(
      `Another Plumbline server runs on this data (${holder.rows[0]?.name ?? 'unknown process'}): stop it first, or set PLUMBLINE_DATA to another folder.`,
    );
  }
  return { release: () => client.end() };
}
