import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as contract from '#contract/media.ts';
import { deleteProject } from '#contract/projects.ts';
import { arrivingFolder, filesFolder } from '#server/services/data-folder.ts';
import { type FakeS3Server, startFakeS3Server } from '#test/support/fake-s3-server.ts';
import { addProject, type TestProject } from '#test/support/projects.ts';
import { refusalOf } from '#test/support/refusals.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import { tinyPng, tinyWav } from '#test/support/tiny-media.ts';
import { linkOf, show, upload } from './media.fixture.ts';
import { tidyMedia } from './tidy-media.ts';

let shade = 0;
/** A picture that no other test has. */
const newPng = () => {
  shade += 1;
  return tinyPng({ shade });
};

async function listKept(server: TestServer): Promise<string[]> {
  const hashes: string[] = [];
  for await (const sha256 of server.services.files.list()) hashes.push(sha256);
  return hashes;
}

describe.each(['folder', 'bucket'])('media kept in a %s', (place) => {
  let server: TestServer;
  let s3: FakeS3Server;
  let project: TestProject;
  beforeAll(async () => {
    s3 = await startFakeS3Server();
    server = await startTestServer({ withJobs: false, files: place === 'bucket' ? s3.setting : null });
    project = await addProject(server, { items: 0 });
  });
  afterAll(async () => {
    await server.stop();
    await s3.stop();
  });

  const add = (bytes = newPng(), name = `${crypto.randomUUID()}.png`) =>
    upload(project.lead, project.id, { name, bytes });
  const kept = async () => (await listKept(server)).sort();
  const arriving = () => {
    const folder = arrivingFolder(server.services.config);
    return existsSync(folder) ? readdirSync(folder) : [];
  };

  test('come back byte for byte, with their kind and size', async () => {
    const bytes = tinyWav({ seconds: 2 });
    const media = await add(bytes, 'tone.wav');
    expect(media).toMatchObject({
      ...{ kind: 'audio', contentType: 'audio/wav', bytes: bytes.length, durationMs: 2_000 },
      ...{ name: 'tone.wav', items: 0, createdByName: 'Lead', width: null },
    });
    const answer = await show(server, project.lead, await linkOf(project.lead, project.id, media.mediaId));
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    expect(arriving()).toEqual([]);
  });

  test('answer ranges with exactly those bytes', async () => {
    const bytes = tinyWav();
    const { mediaId } = await add(bytes);
    const url = await linkOf(project.lead, project.id, mediaId);
    const size = bytes.length;
    for (const [range, from, to] of [
      ['bytes=0-0', 0, 1],
      ['bytes=100-199', 100, 200],
      [`bytes=${size - 5}-`, size - 5, size],
      ['bytes=-7', size - 7, size],
      ['bytes=10-99999999', 10, size],
    ] as const) {
      const answer = await show(server, project.lead, url, { headers: { range } });
      const got = Buffer.from(await answer.arrayBuffer());
      expect([range, answer.status, got.equals(bytes.subarray(from, to))]).toEqual([range, 206, true]);
      expect(answer.headers.get('content-range')).toBe(`bytes ${from}-${to - 1}/${size}`);
      expect(answer.headers.get('content-length')).toBe(String(to - from));
    }
  });

  test('are kept once under several names and projects, and forgotten with the last', async () => {
    const bytes = newPng();
    const before = (await kept()).length;
    const { mediaId } = await add(bytes, 'one.png');
    await add(bytes, 'two.png');
    const other = await addProject(server, { items: 0 });
    await upload(other.lead, other.id, { name: 'three.png', bytes });
    expect((await kept()).length).toBe(before + 1);
    const remove = (by: TestProject, name: string) =>
      by.lead.client.call(contract.deleteMedia, { params: { projectId: by.id }, query: { name } });
    await remove(project, 'one.png');
    await remove(project, 'two.png');
    expect(await kept()).toContain(mediaId);
    await remove(other, 'three.png');
    expect(await kept()).not.toContain(mediaId);
  });

  test('sent twice, also at once, are there once', async () => {
    const bytes = newPng();
    const both = await Promise.all([add(bytes, 'twice.png'), add(bytes, 'twice.png')]);
    expect(both[0]).toEqual(both[1]);
    expect(await add(bytes, 'twice.png')).toEqual(both[0]);
  });

  test('that a deleted project leaves are removed, and those of others stay', async () => {
    const own = await add();
    const other = await addProject(server, { items: 0 });
    const { mediaId } = await upload(other.lead, other.id, { name: 'x.png', bytes: newPng() });
    await other.lead.client.call(deleteProject, { params: { projectId: other.id } });
    await tidyMedia(server.services);
    expect(await kept()).not.toContain(mediaId);
    expect(await kept()).toContain(own.mediaId);
  });

  test('whose bytes have gone are not found', async () => {
    const { mediaId } = await add();
    const url = await linkOf(project.lead, project.id, mediaId);
    await server.services.files.remove(mediaId);
    expect((await show(server, project.lead, url)).status).toBe(404);
  });
});

describe('a folder of media', () => {
  let server: TestServer;
  let project: TestProject;
  beforeAll(async () => {
    server = await startTestServer({ withJobs: false });
    project = await addProject(server, { items: 0 });
  });
  afterAll(() => server.stop());

  test('has each file below the first digits of its hash', async () => {
    const bytes = newPng();
    const { mediaId } = await upload(project.lead, project.id, { name: 'a.png', bytes });
    const path = join(filesFolder(server.services.config), mediaId.slice(0, 2), mediaId);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  test('shows nothing of an upload that was killed before it was whole, and forgets it after a day', async () => {
    const folder = arrivingFolder(server.services.config);
    await upload(project.lead, project.id, { name: 'b.png', bytes: newPng() });
    writeFileSync(join(folder, server.services.newId()), tinyPng().subarray(0, 20));
    const before = await listKept(server);
    await tidyMedia(server.services);
    expect(readdirSync(folder)).toHaveLength(1);
    expect(await listKept(server)).toEqual(before);
    await tidyMedia({ ...server.services, now: () => new Date(Date.now() + 86_500_000) });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('forgets a file that was kept and, as the server was killed, never named', async () => {
    const path = join(arrivingFolder(server.services.config), server.services.newId());
    writeFileSync(path, 'abc');
    const sha256 = 'c'.repeat(64);
    await server.services.files.keep({ path, sha256, bytes: 3 });
    await tidyMedia(server.services);
    expect(await server.services.files.measure(sha256)).toBeNull();
  });

  test.each(['../../../etc/passwd', 'abc', `${'a'.repeat(63)}/`, ''])(
    'knows no file called "%s"',
    async (name) => {
      await expect(server.services.files.open(name)).rejects.toThrow(/no sha256/);
    },
  );
});

describe('a bucket that', () => {
  let server: TestServer;
  let s3: FakeS3Server;
  let project: TestProject;
  beforeAll(async () => {
    s3 = await startFakeS3Server();
    server = await startTestServer({ withJobs: false, files: s3.setting });
    project = await addProject(server, { items: 0 });
  });
  afterAll(async () => {
    await server.stop();
    await s3.stop();
  });
  const add = (bytes = newPng()) => upload(project.lead, project.id, { name: crypto.randomUUID(), bytes });

  test.each(['error', 'cut', 'cut_before_answer', 'slow_down'] as const)(
    'fails once while it takes a file (%s) is asked again, and has the file once',
    async (fault) => {
      let faults = 0;
      s3.misbehave(({ method }) => {
        if (method !== 'PUT' || faults > 0) return null;
        faults += 1;
        return fault;
      });
      const bytes = newPng();
      const { mediaId } = await add(bytes);
      s3.misbehave(null);
      expect(faults).toBe(1);
      expect(s3.objects.get(`plumbline/${mediaId}`)?.equals(bytes)).toBe(true);
    },
  );

  test('is away is said without its words, and nothing is half there', async () => {
    s3.misbehave(() => 'error');
    const name = 'away.png';
    const sent = upload(project.lead, project.id, { name, bytes: newPng() });
    await expect(sent).rejects.toMatchObject({
      code: 'files_away',
      message: expect.not.stringMatching(/secret|127\.0\.0\.1|test-key/),
    });
    s3.misbehave(null);
    const { rows } = await server.services.database.pool.query('select 1 from media where name = $1', [name]);
    expect(rows).toEqual([]);
    expect(readdirSync(arrivingFolder(server.services.config))).toEqual([]);
  });

  test('is cut while a file is shown goes on where it was', async () => {
    const bytes = tinyWav({ seconds: 3 });
    const { mediaId } = await add(bytes);
    const url = await linkOf(project.lead, project.id, mediaId);
    let cuts = 0;
    s3.misbehave(({ method }) => {
      if (method !== 'GET' || cuts === 2) return null;
      cuts += 1;
      return 'cut';
    });
    const answer = await show(server, project.lead, url, { headers: { range: 'bytes=10-' } });
    const got = Buffer.from(await answer.arrayBuffer());
    s3.misbehave(null);
    expect([cuts, got.equals(bytes.subarray(10))]).toEqual([2, true]);
  });

  test('never comes back while a file is shown ends the answer short, never with wrong bytes', async () => {
    const { mediaId } = await add(tinyWav({ seconds: 3 }));
    const url = await linkOf(project.lead, project.id, mediaId);
    let asked = 0;
    s3.misbehave(({ method }) => {
      if (method !== 'GET') return null;
      asked += 1;
      return asked === 1 ? 'cut' : 'error';
    });
    const answer = await show(server, project.lead, url);
    expect(answer.status).toBe(200);
    await expect(answer.arrayBuffer()).rejects.toThrow();
    s3.misbehave(null);
  });

  test('is away before a file is shown says to try again', async () => {
    const { mediaId } = await add();
    const url = await linkOf(project.lead, project.id, mediaId);
    s3.misbehave(() => 'error');
    const answer = await show(server, project.lead, url);
    s3.misbehave(null);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
  });

  test('refuses our key is asked once and no more', async () => {
    const own = await startTestServer({
      withJobs: false,
      files: { ...s3.setting, accessKeyId: 'somebody-else' },
    });
    const there = await addProject(own, { items: 0 });
    const before = s3.requests.length;
    expect(await refusalOf(upload(there.lead, there.id, { name: 'x', bytes: newPng() }))).toBe('files_away');
    expect(s3.requests.length - before).toBe(1);
    await own.stop();
  });
});
