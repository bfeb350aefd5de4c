import type pg from 'pg';
import { responseIdAt } from '#domain/items/item.ts';
import { VoteCollector } from '#domain/quality/collect-votes.ts';
import type { Votes } from '#domain/quality/votes.ts';
import type { Database } from '#server/database/database.ts';
import { readRubrics } from '#server/store/judgment-reading-store.ts';
import { readAgreementState } from '#server/store/shared-answers-store.ts';
import { countVotes, readVotedItems, type VoteCounts } from '#server/store/vote-reading-store.ts';
import { inSnapshot } from './in-snapshot.ts';

/** Items beyond this many add work but hardly any precision: a fixed sample of about this size stands for all. */
const mostItems = 200_000;

/** What was read, besides the votes themselves. */
export interface VoteFacts {
  readonly counts: VoteCounts;
  readonly comparedItems: number;
  readonly throughJudgmentId: string | null;
  readonly rubricVersion: number;
}

export interface ReadVotes extends VoteFacts {
  /** Null where the project has no rubric yet. */
  readonly votes: Votes | null;
}

/** Reads all current judgments of a project in one snapshot, page by page. */
export function readVotes(database: Database, projectId: string): Promise<ReadVotes> {
  return inSnapshot(database, (client) => readInSnapshot(client, projectId));
}

async function readInSnapshot(client: pg.ClientBase, projectId: string): Promise<ReadVotes> {
  const { lastJudgmentId: throughJudgmentId, rubricVersion } = await readAgreementState(client, projectId);
  const counts = await countVotes(client, projectId);
  const rubrics = await readRubrics(client, projectId);
  const facts = { counts, throughJudgmentId, rubricVersion };
  if (rubrics.size === 0) return { ...facts, votes: null, comparedItems: 0 };
  const collector = new VoteCollector(rubrics);
  let comparedItems = 0;
  const oneIn = Math.max(1, Math.ceil(counts.sharedItems / mostItems));
  for await (const page of readVotedItems(client, { projectId, oneIn })) {
    comparedItems += page.length;
    for (const item of page) {
      collector.add({
        ...item,
        responseIds: Array.from({ length: item.responseCount }, (_, index) => responseIdAt(index)),
        judgments: item.judgments.map((judgment) => ({
          ...judgment,
          submittedAtMs: judgment.submittedAt.getTime(),
        })),
      });
    }
  }
  return { ...facts, votes: collector.votes, comparedItems };
}
