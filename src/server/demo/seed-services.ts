import { v7 } from 'uuid';
import type { Database } from '#server/database/database.ts';
import type { JudgingServices } from '#server/features/judging/judging-services.ts';
import { AssignmentMemory } from '#server/services/assignment-memory.ts';
import type { Jobs } from '#server/services/jobs.ts';
import { ProjectEvents } from '#server/services/project-events.ts';
import { openQueueDoor } from '#server/services/queue-door.ts';
import { RubricCache } from '#server/services/rubric-cache.ts';
import type { Services } from '#server/services/services.ts';
import type { Random } from '#stats/random/seeded-random.ts';

/** The services with a clock that the seed sets, so that the usual actions write a past. */
export interface SeedServices extends JudgingServices {
  setNow(now: Date): void;
}

export function createSeedServices(given: {
  services: Services;
  database: Database;
  random: Random;
}): SeedServices {
  const { services, database, random } = given;
  let now = services.now();
  let made = 0;
  // Anybody may enter a demo as anybody, so nothing in it needs a secret that cannot be made again.
  const randomBytes = (count: number) => Buffer.from(Array.from({ length: count }, () => random.below(256)));
  return {
    ...services,
    database,
    jobs: { ...services.jobs, send: leaveToSeed },
    // Nobody watches a past being written.
    projectEvents: new ProjectEvents(),
    rubrics: new RubricCache(database),
    assignments: new AssignmentMemory(),
    queue: openQueueDoor(database.pool),
    countJudgment: () => {},
    now: () => now,
    setNow(next) {
      now = next;
    },
    // Lists are ordered by id, so ids must tell the time that the seed pretends.
    newId() {
      made += 1;
      return v7({ msecs: now.getTime(), seq: made, random: randomBytes(16) });
    },
    randomBytes,
    randomSeed: () => random.below(2_147_483_647),
  };
}

/**
 * Background work would run beside the one transaction and see nothing of it, so the seed does it itself, in its own
 * order: results of gold when all of it is answered. Whatever else asks for a job needs a place in the seed first.
 */
const leaveToSeed: Jobs['send'] = async (_executor, kind) => {
  if (kind !== 'gold') throw new Error(`The demo could not be set up: nobody does the job “${kind}” in it.`);
};
