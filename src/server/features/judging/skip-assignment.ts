import type { HttpRefusal } from '#contract/refusals.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import { maxHandSize, type SkipReason } from '#domain/queue/assignment.ts';
import type { Transaction } from '#server/database/database.ts';
import { transact } from '#server/database/transact.ts';
import type { Services } from '#server/services/services.ts';
import {
  type LockedAssignment,
  lockAssignment,
  markLeasedAgain,
  markSkipped,
} from '#server/store/assignment-store.ts';
import { releaseOne } from '#server/store/lease-store.ts';
import { findProjectRules } from '#server/store/project-store.ts';
import { noSuchAssignment } from './submit-judgment.ts';

export interface Which {
  readonly projectId: string;
  readonly assignmentId: string;
  readonly annotatorId: string;
}

/** Holds the person's own assignment and its item until the transaction ends; null where it is not theirs. */
export async function lockOwn(transaction: Transaction, which: Which): Promise<LockedAssignment | null> {
  const assignment = await lockAssignment(transaction, which);
  return assignment && assignment.annotatorId === which.annotatorId ? assignment : null;
}

/** Gives the item to somebody else; skipping twice is skipping once. */
export async function skipAssignment(
  services: Services,
  input: Which & { reason: SkipReason; note: string },
): Promise<Record<string, never> | HttpRefusal> {
  const outcome = await transact(
    services.database.kysely,
    async (transaction): Promise<Record<string, never> | HttpRefusal> => {
      const assignment = await lockOwn(transaction, input);
      if (!assignment) return noSuchAssignment();
      if (assignment.state === 'skipped') return {};
      if (assignment.state !== 'leased')
        return refuse('assignment_over', 'This task is no longer in your hand: nothing needs to be skipped.');
      await markSkipped(transaction, {
        assignmentId: input.assignmentId,
        reason: input.reason,
        note: input.note,
        now: services.now(),
      });
      return {};
    },
  );
  services.projectEvents.publish({ kind: 'progress', projectId: input.projectId });
  return outcome;
}

/** Takes a skip back while the item still needs somebody; a task fetched ahead makes room in a full hand. */
export async function unskipAssignment(
  services: Services,
  input: Which,
): Promise<Record<string, never> | HttpRefusal> {
  const rules = await findProjectRules(services.database.kysely, input.projectId);
  if (!rules) return noSuchAssignment();
  return transact(
    services.database.kysely,
    async (transaction): Promise<Record<string, never> | HttpRefusal> => {
      const assignment = await lockOwn(transaction, input);
      if (!assignment) return noSuchAssignment();
      if (assignment.state === 'leased') return {};
      if (assignment.state !== 'skipped' || assignment.itemRemaining === 0)
        return refuse('assignment_over', 'Others have taken this task since: it cannot be taken back.');
      const slot = await makeRoom(services, transaction, input);
      const leaseUntil = new Date(services.now().getTime() + rules.leaseMs);
      await markLeasedAgain(transaction, {
        assignmentId: input.assignmentId,
        itemId: assignment.itemId,
        slot,
        leaseUntil,
      });
      return {};
    },
  );
}

async function makeRoom(services: Services, transaction: Transaction, who: Which): Promise<number> {
  const taken = await transaction
    .selectFrom('assignments')
    .where('projectId', '=', who.projectId)
    .where('annotatorId', '=', who.annotatorId)
    .where('state', '=', 'leased')
    .select(['id', 'slot'])
    .orderBy('leasedAt')
    .forUpdate()
    .execute();
  for (let slot = 1; slot <= maxHandSize; slot += 1) {
    if (!taken.some((lease) => lease.slot === slot)) return slot;
  }
  const newest = taken.at(-1);
  if (!newest) return 1;
  await releaseOne(transaction, { assignmentId: newest.id, now: services.now() });
  return newest.slot;
}
