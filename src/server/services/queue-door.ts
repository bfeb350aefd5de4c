import type { Pool } from 'pg';
import { type Claim, type ClaimedAssignment, claimItems } from '#server/store/claim-store.ts';
import {
  type FirstJudgment,
  type StoredSubmission,
  writeSubmission,
  writeSubmissions,
} from '#server/store/submission-store.ts';
import { alone, Gatherer } from './gatherer.ts';

/** The two acts that everybody does all day; what arrives together goes to the database together. */
export interface QueueDoor {
  /** Undefined where no open item is left for the person from the cursor on. */
  claim(claim: Claim): Promise<ClaimedAssignment | undefined>;
  /** Undefined where the facts have changed and nothing was written. */
  submit(judgment: FirstJudgment): Promise<StoredSubmission | undefined>;
}

/** One on its way while the next one gathers: more at once would only share the same processors. */
const mostUnderWay = 2;
const mostTogether = 64;

export function openQueueDoor(pool: Pool): QueueDoor {
  const claims = new Gatherer<Claim, ClaimedAssignment | undefined>({
    together: (jobs) => claimItems(pool, jobs),
    single: async (job) => (await claimItems(pool, [job]))[0],
    mostTogether,
    mostUnderWay,
  });
  const submissions = new Gatherer<FirstJudgment, StoredSubmission | undefined>({
    together: async (jobs) => (await writeSubmissions(pool, jobs)).map((stored) => stored ?? alone),
    single: (job) => writeSubmission(pool, job),
    mostTogether,
    mostUnderWay,
  });
  return {
    claim: (claim) => claims.do(claim),
    // A late judgment takes a place of its item, which is counted for one at a time.
    submit: (judgment) => (judgment.late ? writeSubmission(pool, judgment) : submissions.do(judgment)),
  };
}
