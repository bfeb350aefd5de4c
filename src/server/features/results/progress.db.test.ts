import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signOut } from '#contract/accounts.ts';
import * as contract from '#contract/results.ts';
import { addJudgment } from '#test/support/judgments.ts';
import { addPerson, type TestPerson } from '#test/support/people.ts';
import { addProject, type TestProject, validAnswers } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
});
afterAll(async () => {
  await server.stop();
});

async function judge(project: TestProject, index: number, annotatorId: string, activeMs: number) {
  const itemId = project.itemIds[index] ?? '';
  const judged = { projectId: project.id, itemId, annotatorId, activeMs };
  await addJudgment(server, { ...judged, answers: validAnswers() });
}

interface StreamEvent {
  readonly event: string;
  readonly data: unknown;
}

/** Reads server-sent events one by one; undefined once the server has ended the stream. */
async function follow(person: TestPerson, projectId: string, signal?: AbortSignal) {
  const response = await person.client.open(contract.followProgress, {
    params: { projectId },
    ...(signal ? { signal } : {}),
  });
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let text = '';
  const next = async (): Promise<StreamEvent | undefined> => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const block = text.slice(0, end);
        text = text.slice(end + 2);
        const found = /^event: (.*)\ndata: (.*)$/.exec(block);
        if (found) return { event: found[1] ?? '', data: JSON.parse(found[2] ?? 'null') };
        continue;
      }
      const { done, value } = await reader.read();
      if (done) return undefined;
      text += decoder.decode(value, { stream: true });
    }
  };
  return { response, next };
}

describe('progress', () => {
  test('counts items, judgments, people and days', async () => {
    const project = await addProject(server, { items: 3, overlap: 2 });
    const [ann, bob] = [
      await addPerson(server, { projectId: project.id, name: 'Ann' }),
      await addPerson(server, { projectId: project.id, name: 'Bob' }),
    ];
    await judge(project, 0, ann.id, 1_000);
    await judge(project, 0, bob.id, 9_000);
    await judge(project, 1, ann.id, 3_000);
    const progress = await project.lead.client.call(contract.readProgress, {
      params: { projectId: project.id },
    });
    expect(progress).toMatchObject({
      itemsTotal: 3,
      itemsDone: 1,
      itemsStarted: 1,
      judgmentsTotal: 3,
      judgmentsWanted: 6,
      judgmentsLastHour: 3,
      leasesLive: 0,
      skips: 0,
      flagsOpen: 0,
      medianActiveMs: 3_000,
      perDay: [{ judgments: 3 }],
      people: [
        { name: 'Ann', judgments: 2, skips: 0, medianActiveMs: 1_000 },
        { name: 'Bob', judgments: 1, skips: 0, medianActiveMs: 9_000 },
      ],
    });
  });
});

describe('the event stream', () => {
  test('begins with the progress of now and tells of judgments, imports and exports', async () => {
    const project = await addProject(server, { items: 2 });
    const annotator = await addPerson(server, { projectId: project.id });
    const stop = new AbortController();
    const { response, next } = await follow(project.lead, project.id, stop.signal);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    expect(await next()).toMatchObject({ event: 'progress', data: { judgmentsTotal: 0 } });
    const { projectEvents } = server.services;
    projectEvents.publish({ kind: 'export', projectId: project.id, body: { id: 'x' } });
    projectEvents.publish({ kind: 'import', projectId: project.id });
    expect(await next()).toEqual({ event: 'export', data: { id: 'x' } });
    expect(await next()).toEqual({ event: 'import', data: null });
    await judge(project, 0, annotator.id, 1_000);
    projectEvents.publish({ kind: 'progress', projectId: project.id });
    expect(await next()).toMatchObject({ event: 'progress', data: { judgmentsTotal: 1 } });
    stop.abort();
  });

  test('keeps other projects and what a reviewer may not do to itself', async () => {
    const [project, other] = [await addProject(server), await addProject(server)];
    const reviewer = await addPerson(server, { projectId: project.id, roles: ['reviewer'] });
    const stop = new AbortController();
    const { next } = await follow(reviewer, project.id, stop.signal);
    await next();
    const { projectEvents } = server.services;
    projectEvents.publish({ kind: 'progress', projectId: other.id });
    projectEvents.publish({ kind: 'export', projectId: project.id, body: {} });
    projectEvents.publish({ kind: 'progress', projectId: project.id });
    expect(await next()).toMatchObject({ event: 'progress' });
    stop.abort();
  });

  test('ends when the person signs out', async () => {
    const project = await addProject(server);
    const { next } = await follow(project.lead, project.id);
    await next();
    await project.lead.client.call(signOut, {});
    expect(await next()).toBeUndefined();
  });

  test('ends when the person is taken off the project', async () => {
    const project = await addProject(server);
    const reviewer = await addPerson(server, { projectId: project.id, roles: ['reviewer'] });
    const { next } = await follow(reviewer, project.id);
    await next();
    await server.services.database.pool.query('delete from project_members where person_id = $1', [
      reviewer.id,
    ]);
    expect(await next()).toBeUndefined();
  });

  test('is refused to annotators', async () => {
    const project = await addProject(server);
    const annotator = await addPerson(server, { projectId: project.id });
    await expect(follow(annotator, project.id)).rejects.toMatchObject({ code: 'not_allowed' });
  });

  test('ends when the server stops, so that stopping does not wait for it', async () => {
    const another = await startTestServer({ withJobs: false });
    const project = await addProject(another);
    const { next } = await follow(project.lead, project.id);
    await next();
    await another.stop();
    expect(await next()).toBeUndefined();
  });
});
