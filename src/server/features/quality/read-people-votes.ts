import { PeopleVoteCollector } from '#domain/people-quality/collect-people-votes.ts';
import type { PeopleVotes } from '#domain/people-quality/people-votes.ts';
import { Numbering } from '#domain/quality/numbering.ts';
import type { Database } from '#server/database/database.ts';
import { type DeviceUse, listDeviceUses } from '#server/store/device-store.ts';
import { readGoldTests } from '#server/store/gold-test-store.ts';
import { readRubrics } from '#server/store/judgment-reading-store.ts';
import { listAnnotators, readSeenItems, readTimeline } from '#server/store/people-reading-store.ts';
import { listSeenTwice } from '#server/store/repeat-store.ts';
import { listTyping } from '#server/store/typing-store.ts';
import { countVotes } from '#server/store/vote-reading-store.ts';
import { inSnapshot } from './in-snapshot.ts';

/** Their texts are read too, so fewer items than for agreement; a fixed sample of about this size stands for all. */
const mostItems = 60_000;

/** Reads what everybody did and saw; null where the project has no rubric yet. */
export function readPeopleVotes(
  database: Database,
  { projectId, mainKey, now }: { projectId: string; mainKey: string | null; now: Date },
): Promise<PeopleVotes | null> {
  return inSnapshot(database, async (client) => {
    const rubrics = await readRubrics(client, projectId);
    if (rubrics.size === 0) return null;
    const { items } = await countVotes(client, projectId);
    const collector = new PeopleVoteCollector(rubrics, mainKey);
    for (const annotatorId of await listAnnotators(client, projectId))
      collector.addTimeline(annotatorId, await readTimeline(client, { projectId, annotatorId }));
    for (const [annotatorId, tests] of await readGoldTests(client, { projectId, now }))
      collector.addGoldTests(annotatorId, tests);
    const oneIn = Math.max(1, Math.ceil(items / mostItems));
    for await (const page of readSeenItems(client, { projectId, oneIn, now }))
      for (const item of page) collector.add(item);
    for (const twice of await listSeenTwice(client, projectId)) collector.addRepeat(twice);
    for (const typing of await listTyping(client, projectId)) collector.addTyping(typing);
    return withDevices(collector.votes, await listDeviceUses(client, projectId));
  });
}

/** Who judged from which browser, in the numbers of the votes; people without a judgment are left out. */
function withDevices(votes: PeopleVotes, uses: readonly DeviceUse[]): PeopleVotes {
  const people = new Map(votes.annotatorIds.map((id, annotator) => [id, annotator]));
  const browsers = new Numbering();
  const devices = uses.flatMap(({ annotatorId, device, ...stretch }) => {
    const annotator = people.get(annotatorId);
    return annotator === undefined ? [] : [{ annotator, device: browsers.placeOf(device), ...stretch }];
  });
  return { ...votes, devices };
}
