import type { AssignmentMemory } from '#server/services/assignment-memory.ts';
import type { QueueDoor } from '#server/services/queue-door.ts';
import type { RubricCache } from '#server/services/rubric-cache.ts';
import type { Services } from '#server/services/services.ts';

/** What judging needs beyond the usual services. */
export interface JudgingServices extends Services {
  readonly rubrics: RubricCache;
  readonly assignments: AssignmentMemory;
  readonly queue: QueueDoor;
  readonly countJudgment: (outcome: 'stored' | 'replayed' | 'refused') => void;
}
