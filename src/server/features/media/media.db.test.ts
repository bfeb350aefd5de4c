import { existsSync, readdirSync } from 'node:fs';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient } from '#client/call.ts';
import { createApiKey } from '#contract/accounts.ts';
import { takeHand } from '#contract/judging.ts';
import * as contract from '#contract/media.ts';
import { removeMember } from '#contract/projects.ts';
import { arrivingFolder } from '#server/services/data-folder.ts';
import { addPerson, type TestPerson } from '#test/support/people.ts';
import { addProject, type TestProject } from '#test/support/projects.ts';
import { refusalOf } from '#test/support/refusals.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import { hollowPng, tinyPdf, tinyPng } from '#test/support/tiny-media.ts';
import { attachTo, linkOf, linksOf, show, upload } from './media.fixture.ts';

let server: TestServer;
let project: TestProject;
let annotator: TestPerson;
let png: contract.Media;
beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
  project = await addProject(server, { items: 1 });
  annotator = await addPerson(server, { projectId: project.id });
  png = await upload(project.lead, project.id, { name: 'gpt-4o answer.png', bytes: tinyPng() });
});
afterAll(() => server.stop());

const params = () => ({ projectId: project.id });
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));
const add = (name: string, bytes: Uint8Array<ArrayBuffer>, by = project.lead) =>
  upload(by, project.id, { name, bytes });

describe('an upload', () => {
  test.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ['an SVG called a picture', bytesOf('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'media_refused'],
    ['a page', bytesOf('<!doctype html><script>alert(1)</script>'), 'media_refused'],
    ['a picture that is a page too', Buffer.concat([tinyPng(), bytesOf('<script>')]), 'media_refused'],
    ['a program that begins like a GIF', bytesOf('GIF89a/*\x01\x00*/=1;alert(1)//'), 'media_broken'],
    ['a picture of 60,000 × 60,000 pixels', hollowPng(60_000, 60_000), 'body_too_large'],
    ['a picture cut short', tinyPng().subarray(0, -20), 'media_broken'],
    ['nothing', new Uint8Array(0), 'media_broken'],
  ])('of %s is refused and leaves nothing', async (_name, bytes, code) => {
    expect(await refusalOf(add('picture.png', bytes))).toBe(code);
    const { rows } = await server.services.database.pool.query(
      `select from media where name = 'picture.png'`,
    );
    expect([rows, readdirSync(arrivingFolder(server.services.config))]).toEqual([[], []]);
  });

  test('of other bytes under a taken name is refused, of the same bytes changes nothing', async () => {
    expect(await refusalOf(add(png.name, tinyPdf()))).toBe('media_name_taken');
    expect(await add(png.name, tinyPng())).toEqual(png);
  });

  test('of two different files under one name at once takes one of them', async () => {
    const both = [tinyPng({ shade: 200 }), tinyPng({ shade: 201 })];
    const outcomes = await Promise.all(both.map((bytes) => refusalOf(add('race.png', bytes))));
    expect(outcomes.sort()).toEqual(['accepted', 'media_name_taken']);
  });

  test('that announces more than is taken at all is refused before it is read', async () => {
    const url = project.lead.client.urlOf(contract.uploadMedia, {
      params: params(),
      query: { name: 'huge' },
    });
    const status = await new Promise((resolve, reject) => {
      const post = request(url, {
        method: 'POST',
        headers: {
          ...{ cookie: project.lead.cookie, origin: server.address },
          ...{ 'content-type': 'application/octet-stream', 'content-length': 2_000_000_000 },
        },
      });
      post.on('response', (answer) => {
        resolve(answer.statusCode);
        post.destroy();
      });
      post.on('error', reject);
      post.flushHeaders();
    });
    expect(status).toBe(413);
  });

  test('whose connection is cut leaves nothing', async () => {
    const url = project.lead.client.urlOf(contract.uploadMedia, { params: params(), query: { name: 'cut' } });
    const folder = arrivingFolder(server.services.config);
    const post = request(url, {
      method: 'POST',
      headers: {
        ...{ cookie: project.lead.cookie, origin: server.address },
        ...{ 'content-type': 'application/octet-stream', 'content-length': 1_000 },
      },
    });
    post.on('error', () => {});
    post.write(tinyPng().subarray(0, 30));
    await expect.poll(() => readdirSync(folder).length, { timeout: 10_000 }).toBe(1);
    post.destroy();
    await expect.poll(() => readdirSync(folder).length, { timeout: 10_000 }).toBe(0);
  });

  test.each(['reviewer', 'researcher', 'annotator', 'safety'] as const)('is not for a %s', async (role) => {
    const person = await addPerson(server, { projectId: project.id, roles: [role] });
    expect(await refusalOf(add('x.png', tinyPng(), person))).toBe('not_allowed');
    const remove = { params: params(), query: { name: png.name } };
    expect(await refusalOf(person.client.call(contract.deleteMedia, remove))).toBe('not_allowed');
  });

  test.each(['', ' ', 'x'.repeat(301), 'a\u0000b'])('called "%s" is refused', async (name) => {
    expect(await refusalOf(add(name, tinyPng()))).toBe('invalid_request');
  });

  test.each([
    '"; filename=evil.html',
    '../../x.png',
    'a\r\nSet-Cookie: b=c',
    'CON',
    'constructor',
    '\u202egnp.exe',
  ])('called %j keeps its name, and nobody is harmed by it', async (name) => {
    const media = await add(name, tinyPng({ shade: 33 }));
    expect(media.name).toBe(name);
    const answer = await show(server, project.lead, await linkOf(project.lead, project.id, media.mediaId));
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="image-[0-9a-f]{12}\.png"$/,
    );
  });
});

describe('an address', () => {
  test('shows the file as what it is and as nothing that could run', async () => {
    const url = await linkOf(project.lead, project.id, png.mediaId);
    const answer = await show(server, project.lead, `${url}&type=text/html`, {
      headers: { accept: 'text/html' },
    });
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
      'content-disposition': expect.stringMatching(/^attachment; filename="image-/),
      'accept-ranges': 'bytes',
      etag: `"${png.mediaId}"`,
    });
  });

  test('never tells the name of the file, which may tell the model', async () => {
    const url = await linkOf(project.lead, project.id, png.mediaId);
    const answer = await show(server, project.lead, url);
    expect(JSON.stringify([url, ...answer.headers])).not.toMatch(/gpt/);
  });

  test('asked with HEAD says the size and sends nothing', async () => {
    const url = await linkOf(project.lead, project.id, png.mediaId);
    const answer = await show(server, project.lead, url, { method: 'HEAD' });
    expect([answer.status, answer.headers.get('content-length'), await answer.text()]).toEqual([
      200,
      String(png.bytes),
      '',
    ]);
  });

  test('asked for what is beyond the end says the size', async () => {
    const url = await linkOf(project.lead, project.id, png.mediaId);
    const answer = await show(server, project.lead, url, { headers: { range: 'bytes=999999-' } });
    expect([answer.status, answer.headers.get('content-range')]).toEqual([416, `bytes */${png.bytes}`]);
    expect(answer.headers.get('content-security-policy')).toMatch(/^sandbox/);
  });

  test.each([
    ['several ranges', 'bytes=0-1,3-4', null, 200],
    ['a range that is none', 'bytes=5-3', null, 200],
    ['a range of this very file', 'bytes=0-1', 'own', 206],
    ['a range of another file', 'bytes=0-1', '"other"', 200],
  ])('asked for %s answers with %3$s', async (_name, range, condition, status) => {
    const url = await linkOf(project.lead, project.id, png.mediaId);
    const ifRange = condition === 'own' ? `"${png.mediaId}"` : condition;
    const answer = await show(server, project.lead, url, {
      headers: { range, ...(ifRange && { 'if-range': ifRange }) },
    });
    expect(answer.status).toBe(status);
    const length = (await answer.arrayBuffer()).byteLength;
    expect(length).toBe(status === 206 ? 2 : png.bytes);
  });

  test.each<[string, (url: URL) => void]>([
    [
      'another file',
      (url) => {
        url.pathname = url.pathname.replace(/.$/, (end) => (end === 'a' ? 'b' : 'a'));
      },
    ],
    [
      'another project',
      (url) => {
        url.pathname = url.pathname.replace(project.id, annotator.id);
      },
    ],
    ['another person', (url) => url.searchParams.set('person', annotator.id)],
    ['a later end', (url) => url.searchParams.set('expires', '99999999999')],
    ['another signature', (url) => url.searchParams.set('signature', 'A'.repeat(43))],
    ['no signature', (url) => url.searchParams.delete('signature')],
    ['a signature twice', (url) => url.searchParams.append('signature', 'x')],
    ['a person who is none', (url) => url.searchParams.set('person', "' or 1=1 --")],
  ])('changed to %s shows nothing', async (_name, change) => {
    const url = new URL(await linkOf(project.lead, project.id, png.mediaId), server.address);
    change(url);
    const answer = await show(server, project.lead, url.href.slice(server.address.length));
    expect([answer.status, await answer.json()]).toEqual([
      403,
      expect.objectContaining({ code: 'link_invalid' }),
    ]);
  });

  test('whose time is over shows nothing and says so', async () => {
    const url = await linkOf(project.lead, project.id, png.mediaId);
    server.setNow(new Date(Date.now() + 16 * 60_000));
    const answer = await show(server, project.lead, url);
    server.setNow(null);
    expect([answer.status, await answer.json()]).toEqual([
      403,
      expect.objectContaining({ code: 'link_over' }),
    ]);
  });

  test('is worth nothing to others, signed in or not', async () => {
    const url = await linkOf(project.lead, project.id, png.mediaId);
    const stranger = await addPerson(server);
    const owner = await addPerson(server, { deploymentRole: 'owner' });
    expect((await show(server, null, url)).status).toBe(401);
    expect((await show(server, stranger, url)).status).toBe(403);
    expect((await show(server, owner, url)).status).toBe(403);
  });

  test('ends with the role of its person, at once', async () => {
    const reviewer = await addPerson(server, { projectId: project.id, roles: ['reviewer'] });
    const url = await linkOf(reviewer, project.id, png.mediaId);
    expect((await show(server, reviewer, url)).status).toBe(200);
    await project.lead.client.call(removeMember, {
      params: { projectId: project.id, personId: reviewer.id },
    });
    expect((await show(server, reviewer, url)).status).toBe(403);
  });

  test('works with an API key for its own person', async () => {
    const { secret } = await project.lead.client.call(createApiKey, {
      body: { name: 'reader', scopes: ['read'] },
    });
    const client = createClient({ baseUrl: `${server.address}/api/v1`, apiKey: secret, validate: true });
    const { links } = await client.call(contract.linkMedia, {
      params: params(),
      body: { mediaIds: [png.mediaId] },
    });
    const answer = await show(server, null, links[0]?.url ?? '', {
      headers: { authorization: `Bearer ${secret}` },
    });
    expect(answer.status).toBe(200);
  });
});

describe('who may see a file', () => {
  test('people of another project are not told that it is there', async () => {
    const other = await addProject(server, { items: 0 });
    expect(await linksOf(other.lead, other.id, [png.mediaId])).toEqual([]);
    expect(await refusalOf(linksOf(other.lead, project.id, [png.mediaId]))).toBe('not_found');
  });

  test('an annotator sees what the tasks in hand show, and only while they are', async () => {
    const own = await addProject(server, { items: 2, amendWindowMs: 60_000 });
    const person = await addPerson(server, { projectId: own.id });
    const shown = await upload(own.lead, own.id, { name: 'shown.png', bytes: tinyPng({ shade: 1 }) });
    const hidden = await upload(own.lead, own.id, { name: 'hidden.png', bytes: tinyPng({ shade: 2 }) });
    const [first = '', second = ''] = own.itemIds;
    await attachTo(server, first, [shown.mediaId]);
    await attachTo(server, second, [hidden.mediaId]);
    const { pool } = server.services.database;
    const both = [shown.mediaId, hidden.mediaId];
    expect(await linksOf(person, own.id, both)).toEqual([]);
    const hand = await person.client.call(takeHand, { params: { projectId: own.id }, body: { size: 1 } });
    const held = hand.assignments[0]?.itemId === first ? shown : hidden;
    const links = await linksOf(person, own.id, both);
    expect(links.map((link) => link.mediaId)).toEqual([held.mediaId]);
    expect(links[0]).not.toHaveProperty('name');
    const url = links[0]?.url ?? '';
    expect((await show(server, person, url)).status).toBe(200);
    await pool.query(
      `update assignments set lease_until = now() - interval '1 second' where annotator_id = $1`,
      [person.id],
    );
    expect((await show(server, person, url)).status).toBe(403);
    expect(await linksOf(person, own.id, both)).toEqual([]);
  });

  test.each(['reviewer', 'researcher', 'safety', 'lead'] as const)(
    'a %s sees all of the project',
    async (role) => {
      const person = await addPerson(server, { projectId: project.id, roles: [role] });
      expect(await linksOf(person, project.id, [png.mediaId])).toHaveLength(1);
    },
  );

  test('annotators cannot list media', async () => {
    const asked = annotator.client.call(contract.listMedia, { params: params(), query: {} });
    expect(await refusalOf(asked)).toBe('not_allowed');
  });
});

describe('the list', () => {
  test('has each file once, newest first, over pages', async () => {
    const own = await addProject(server, { items: 0 });
    const names = ['a.png', 'b.png', 'c.png', 'd.png', 'e.png'];
    for (const [index, name] of names.entries())
      await upload(own.lead, own.id, { name, bytes: tinyPng({ shade: 100 + index }) });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: 2, ...(cursor !== undefined && { cursor }) };
      const page = await own.lead.client.call(contract.listMedia, { params: { projectId: own.id }, query });
      seen.push(...page.rows.map((row) => row.name));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(names.toReversed());
  });

  test.each(['x', 'W10', btoa('["2026-01-01","x"]'), btoa('["2026-01-01 00:00:00+00",5]')])(
    'refuses the cursor %s',
    async (cursor) => {
      const asked = project.lead.client.call(contract.listMedia, { params: params(), query: { cursor } });
      expect(await refusalOf(asked)).toBe('invalid_request');
    },
  );
});

describe('a file that items show', () => {
  test('cannot be deleted by its last name', async () => {
    const own = await addProject(server, { items: 1 });
    const bytes = tinyPng({ shade: 77 });
    await upload(own.lead, own.id, { name: 'one.png', bytes });
    const { mediaId } = await upload(own.lead, own.id, { name: 'two.png', bytes });
    await attachTo(server, own.itemIds[0] ?? '', [mediaId, mediaId]);
    const remove = (name: string) =>
      refusalOf(
        own.lead.client.call(contract.deleteMedia, { params: { projectId: own.id }, query: { name } }),
      );
    expect([await remove('one.png'), await remove('two.png')]).toEqual(['accepted', 'media_in_use']);
    const { rows } = await own.lead.client.call(contract.listMedia, {
      params: { projectId: own.id },
      query: {},
    });
    expect(rows).toMatchObject([{ name: 'two.png', items: 1 }]);
    await server.services.database.pool.query('delete from items where project_id = $1', [own.id]);
    expect([await remove('two.png'), await remove('two.png')]).toEqual(['accepted', 'not_found']);
    expect(existsSync(arrivingFolder(server.services.config))).toBe(true);
  });
});
