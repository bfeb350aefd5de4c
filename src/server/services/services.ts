import { randomBytes, randomInt } from 'node:crypto';
import type { FastifyBaseLogger } from 'fastify';
import { v7 } from 'uuid';
import type { Config } from '#server/config.ts';
import type { Database } from '#server/database/database.ts';
import type { FileStore } from './file-store.ts';
import type { Jobs } from './jobs.ts';
import type { ProjectEvents } from './project-events.ts';

/** What an action needs from the outside world: no action reads a clock, makes an id or rolls dice on its own. */
export interface Services {
  readonly config: Config;
  readonly database: Database;
  readonly jobs: Jobs;
  readonly files: FileStore;
  readonly projectEvents: ProjectEvents;
  readonly log: FastifyBaseLogger;
  readonly now: () => Date;
  /** A uuid whose order is the order of creation. */
  readonly newId: () => string;
  readonly randomBytes: (count: number) => Buffer;
  /** A whole number from 0 to 2^31 − 1. */
  readonly randomSeed: () => number;
}

export const systemSources: Pick<Services, 'now' | 'newId' | 'randomBytes' | 'randomSeed'> = {
  now: () => new Date(),
  newId: () => v7(),
  randomBytes: (count) => randomBytes(count),
  randomSeed: () => randomInt(2_147_483_647),
};
