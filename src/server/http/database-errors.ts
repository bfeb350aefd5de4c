import type { HttpRefusal } from '#contract/refusals.ts';
import { refuse } from '#domain/outcomes/refusal.ts';

const diskFull = new Set(['53100', '58030']);
/** Two transactions waited for each other and one was ended: nothing of it was written. */
const met = new Set(['40P01', '40001']);
/** Connection failures, shutdowns and start-ups of the database: all pass. */
const away = new Set([
  '08000',
  '08003',
  '08006',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
]);

/** Names a failure of the database that people can wait out or mend; undefined for everything else. */
export function explainDatabaseError(error: unknown): HttpRefusal | undefined {
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  if (code && diskFull.has(code))
    return refuse(
      'disk_full',
      'The disk of the database is full: nothing was written. Free some space and try again.',
    );
  if (code && met.has(code))
    return refuse('database_away', 'Two acts met at the same moment, and this one gave way: send it again.');
  const lost =
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
      message ?? '',
    );
  if ((code && away.has(code)) || lost)
    return refuse('database_away', 'The database does not answer at the moment: try again in a few seconds.');
  return undefined;
}
