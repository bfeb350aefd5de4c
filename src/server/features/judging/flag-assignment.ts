import type { HttpRefusal } from '#contract/refusals.ts';
import type { Answers } from '#domain/judging/answers.ts';
import { isRefusal, refuse } from '#domain/outcomes/refusal.ts';
import type { FlagKind } from '#domain/queue/assignment.ts';
import type { ViolationType } from '#domain/queue/violation-types.ts';
import type { Transaction } from '#server/database/database.ts';
import { transact } from '#server/database/transact.ts';
import type { Services } from '#server/services/services.ts';
import { findFlag, insertFlag, readFlagPolicy } from '#server/store/flag-store.ts';
import { holdForFlag } from '#server/store/item-hold-store.ts';
import { lockOwn, type Which } from './skip-assignment.ts';
import { noSuchAssignment } from './submit-judgment.ts';

export interface FlagInput extends Which {
  /** Made by whoever sends it, so that a retry is no second flag. */
  readonly clientId?: string | undefined;
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
      const flagId = input.clientId ?? services.newId();
      const isNew = await insertFlag(transaction, {
        id: flagId,
        projectId: input.projectId,
        itemId,
        assignmentId: input.assignmentId,
        personId: input.annotatorId,
        ...{ kind, note, violationType, quote, unitId, answersSoFar, now },
      });
      if (!isNew) return replay(transaction, { ...input, flagId });
      const { hold } = await readFlagPolicy(transaction, input.projectId);
      const held = hold.includes(kind);
      if (held) await holdForFlag(transaction, { itemId, flagId, now });
      return { flagId, held };
    },
  );
  if (!isRefusal(outcome)) services.projectEvents.publish({ kind: 'progress', projectId: input.projectId });
  return outcome;
}

/** A flag that is there already was sent again: it is answered, and holds nothing a second time. */
async function replay(
  transaction: Transaction,
  { flagId, ...own }: Which & { readonly flagId: string },
): Promise<Flagged | HttpRefusal> {
  const earlier = await findFlag(transaction, flagId);
  const isSame = earlier?.personId === own.annotatorId && earlier.assignmentId === own.assignmentId;
  if (isSame) return { flagId, held: earlier.heldAt !== null };
  return refuse('client_id_reused', 'This client id was used for another flag: send a new id with each one.');
}

function strayViolation(): HttpRefusal {
  return refuse('invalid_request', 'body.violationType goes with the kind policy_violation: leave it out.', {
    places: [{ path: 'body.violationType', message: 'goes with policy_violation only' }],
  });
}
