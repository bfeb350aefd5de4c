import { sql } from 'kysely';
import type pg from 'pg';
import type { Executor } from '#server/database/database.ts';

/**
 * Notes that somebody judges from a browser: makes the stretch that goes on longer, or begins one. Two at once may begin one
 * each a moment apart; they overlap, and count as one when they are read.
 */
export async function noteDeviceUse(
  executor: Executor,
  use: { projectId: string; personId: string; deviceHash: Buffer; now: Date; pauseMs: number },
): Promise<void> {
  const { projectId, personId, deviceHash, now, pauseMs } = use;
  const since = new Date(now.getTime() - pauseMs);
  await sql`
    with longer as (
      update device_uses set until_at = greatest(until_at, ${now}::timestamptz)
      where project_id = ${projectId} and person_id = ${personId} and device_hash = ${deviceHash} and until_at >= ${since}
      returning 1
    )
    insert into device_uses (project_id, person_id, device_hash, from_at, until_at)
    select ${projectId}, ${personId}, ${deviceHash}, ${now}::timestamptz, ${now}::timestamptz where not exists (select 1 from longer)
    on conflict do nothing`.execute(executor);
}

export interface DeviceUse {
  readonly annotatorId: string;
  /** The same for the same browser. */
  readonly device: string;
  readonly fromMs: number;
  readonly untilMs: number;
}

/** Newest ones first; more than this would say nothing more. */
const mostUses = 50_000;

/** Who judged from which browser, and when. */
export async function listDeviceUses(client: pg.ClientBase, projectId: string): Promise<DeviceUse[]> {
  const result = await client.query<DeviceUse>(
    `select person_id as "annotatorId", encode(device_hash, 'hex') as device,
        extract(epoch from from_at)::float8 * 1000 as "fromMs", extract(epoch from until_at)::float8 * 1000 as "untilMs"
      from device_uses where project_id = $1 order by from_at desc limit ${mostUses}`,
    [projectId],
  );
  return result.rows;
}
