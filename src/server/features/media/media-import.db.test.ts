import { afterAll, beforeAll, expect, test } from 'vitest';
import * as imports from '#contract/imports.ts';
import { takeHand } from '#contract/judging.ts';
import { listMedia, type Media } from '#contract/media.ts';
import { importThrough, uploadFile } from '#test/support/imports.ts';
import { addPerson } from '#test/support/people.ts';
import { addProject, type TestProject } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import { tinyPng, tinyWav } from '#test/support/tiny-media.ts';
import { linksOf, show, upload } from './media.fixture.ts';

let server: TestServer;
let project: TestProject;
let picture: Media;
let sound: Media;
beforeAll(async () => {
  server = await startTestServer();
  project = await addProject(server, { items: 0 });
  picture = await upload(project.lead, project.id, { name: 'chart.png', bytes: tinyPng() });
  sound = await upload(project.lead, project.id, { name: 'call.wav', bytes: tinyWav() });
});
afterAll(() => server.stop());

const row = (attached: string) =>
  JSON.stringify({
    prompt: [{ role: 'user', content: 'What does it show?', attachments: [attached] }],
    responses: ['Growth.', { text: 'Listen.', attachments: [{ name: sound.mediaId, alt: 'A call' }] }],
  });

test('a file names media by name or hash, and a name that is not there is a rejected row', async () => {
  const content = `${row('chart.png')}\n${row('missing.png')}\n`;
  const uploadId = await uploadFile(project.lead, project.id, content);
  const preview = await project.lead.client.call(imports.previewImport, {
    params: { projectId: project.id, uploadId },
    body: {},
  });
  expect([preview.format, preview.rows.length]).toEqual(['tasks', 1]);
  const run = await importThrough(project.lead, project.id, { content });
  expect(run).toMatchObject({ state: 'done', itemsAdded: 1, rejected: 1 });
  const { rows } = await project.lead.client.call(imports.listRejections, {
    params: { projectId: project.id, importId: run.id },
    query: {},
  });
  expect(rows).toMatchObject([
    { line: 2, code: 'missing_media', message: expect.stringMatching(/missing\.png/) },
  ]);
  const { rows: media } = await project.lead.client.call(listMedia, {
    params: { projectId: project.id },
    query: {},
  });
  expect(media.map(({ name, items }) => [name, items])).toEqual([
    ['call.wav', 1],
    ['chart.png', 1],
  ]);
});

test('an annotator who is given the task sees and hears what it shows', async () => {
  const annotator = await addPerson(server, { projectId: project.id });
  await annotator.client.call(takeHand, { params: { projectId: project.id }, body: { size: 1 } });
  const links = await linksOf(annotator, project.id, [picture.mediaId, sound.mediaId]);
  expect(links.map((link) => [link.mediaId, link.contentType])).toEqual([
    [picture.mediaId, 'image/png'],
    [sound.mediaId, 'audio/wav'],
  ]);
  for (const link of links) expect((await show(server, annotator, link.url)).status).toBe(200);
});
