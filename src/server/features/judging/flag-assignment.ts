import type { HttpRefusal } from '#contract/refusals.ts';
import type { Answers } from '#domain/judging/answers.ts';
import { isRefusal, refuse } from '#domain/outcomes/refusal.ts';
import type { FlagKind } from '#domain/queue/assignment.ts';
import type { ViolationType } from '#domain/queue/violation-types.ts';
import { transact } from '#server/database/transact.ts';
import type { Services } from '#server/services/services.ts';
import { insertFlag, readFlagPolicy } from '#server/store/flag-store.ts';
import { holdForFlag } from '#server/store/item-hold-store.ts';
import { lockOwn, type Which } from './skip-assignment.ts';
import { noSuchAssignment } from './submit-judgment.ts';

export interface FlagInput extends Which {
  readonly kind: FlagKind;
  readonly note: string;
  readonly violationType?: ViolationType | null;
  readonly quote?: string;
  readonly unitId?: string | null;
  readonly answersSoFar?: Answers | null;
}

interface Flagged {
  readonly flagId: string;
  readonly held: boolean;
}

/**
 * Records a call for help with an item; the task stays with the person. Where the project's policy says so, the item
 * leaves the queue in the same transaction: nobody gets it between the flag and the hold.
 */
export async function flagAssignment(services: Services, input: FlagInput): Promise<Flagged | HttpRefusal> {
  const { kind, note, violationType = null, quote = '', unitId = null, answersSoFar = null } = input;
  if (violationType !== null && kind !== 'policy_violation') return strayViolation();
  const outcome = await transact(
    services.database.kysely,
    async (transaction): Promise<Flagged | HttpRefusal> => {
      const assignment = await lockOwn(transaction, input);
      if (!assignment) return noSuchAssignment();
      const { itemId } = assignment;
      const now = services.now();
      const flagId = services.newId();
      await insertFlag(transaction, {
        id: flagId,
        projectId: input.projectId,
        itemId,
        assignmentId: input.assignmentId,
        personId: input.annotatorId,
        ...{ kind, note, violationType, quote, unitId, answersSoFar, now },
      });
      const { hold } = await readFlagPolicy(transaction, input.projectId);
      const held = hold.includes(kind);
      if (held) await holdForFlag(transaction, { itemId, flagId, now });
      return { flagId, held };
    },
  );
  if (!isRefusal(outcome)) services.projectEvents.publish({ kind: 'progress', projectId: input.projectId });
  return outcome;
}

function strayViolation(): HttpRefusal {
  return refuse('invalid_request', 'body.violationType goes with the kind policy_violation: leave it out.', {
    places: [{ path: 'body.violationType', message: 'goes with policy_violation only' }],
  });
}
