import type { FastifyBaseLogger } from 'fastify';
import { CompiledQuery } from 'kysely';
import { PgBoss } from 'pg-boss';
import type { Executor } from '#server/database/database.ts';

export const jobKinds = ['import', 'export', 'quality', 'overlap', 'review', 'gold', 'splits'] as const;
export type JobKind = (typeof jobKinds)[number];

export interface Jobs {
  /** Sends a job in the caller's transaction: it exists only if that commits. Handlers are idempotent. */
  send(executor: Executor, kind: JobKind, rowId: string): Promise<void>;
  work(kind: JobKind, handler: (rowId: string) => Promise<void>): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Background work on pg-boss, in the same database and the same process. */
export function createJobs(options: { url: string; log: FastifyBaseLogger }): Jobs {
  const boss = new PgBoss({ connectionString: options.url, application_name: 'plumbline-jobs', max: 4 });
  boss.on('error', (error) => options.log.error({ err: error }, 'background jobs reported an error'));
  return {
    async send(executor, kind, rowId) {
      const db = {
        executeSql: async (text: string, values?: unknown[]) => {
          const result = await executor
            .withoutPlugins()
            .executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, values ?? []));
          return { rows: result.rows };
        },
      };
      await boss.send(kind, { rowId }, { db });
    },
    async work(kind, handler) {
      await boss.work<{ rowId: string }>(
        kind,
        { batchSize: 1, pollingIntervalSeconds: 0.5 },
        async ([job]) => {
          if (job) await handler(job.data.rowId);
        },
      );
    },
    async start() {
      await boss.start();
      // A run may take hours: it is watched by heartbeats, not by a deadline, and goes on where it stopped.
      for (const kind of jobKinds)
        await boss.createQueue(kind, { retryLimit: 5, retryDelay: 2, expireInSeconds: 82_800 });
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 5_000 });
    },
  };
}
