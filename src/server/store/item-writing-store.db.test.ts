import { afterAll, beforeAll, expect, test } from 'vitest';
import { addProject } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import { dropCursorsBehind } from './item-writing-store.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
});
afterAll(() => server.stop());

const idAt = (place: number) => `0190d1c8-0000-7000-8000-00000000000${place}`;

test.for([
  { name: 'younger items of equal priority keep the hint', cursor: [0, 1], added: [0, 2], kept: true },
  { name: 'an older item of equal priority drops it', cursor: [0, 3], added: [0, 2], kept: false },
  { name: 'more urgent items drop it', cursor: [0, 1], added: [5, 2], kept: false },
  { name: 'less urgent items keep it', cursor: [0, 3], added: [-5, 2], kept: true },
  { name: 'a hint among urgent items is kept from ordinary ones', cursor: [5, 3], added: [0, 2], kept: true },
] as const)('$name', async ({ cursor, added, kept }) => {
  const project = await addProject(server, { items: 0 });
  const { kysely } = server.services.database;
  const [priority, place] = cursor;
  await kysely
    .insertInto('queueCursors')
    .values({
      projectId: project.id,
      annotatorId: project.lead.id,
      negativePriority: -priority,
      itemId: idAt(place),
    })
    .execute();
  await dropCursorsBehind(kysely, {
    projectId: project.id,
    priority: added[0],
    firstId: idAt(added[1]),
  });
  const left = await kysely
    .selectFrom('queueCursors')
    .selectAll()
    .where('projectId', '=', project.id)
    .execute();
  expect(left).toHaveLength(kept ? 1 : 0);
});
