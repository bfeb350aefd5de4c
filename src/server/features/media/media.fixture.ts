import * as contract from '#contract/media.ts';
import type { TestPerson } from '#test/support/people.ts';
import type { TestServer } from '#test/support/test-server.ts';

export function upload(
  person: TestPerson,
  projectId: string,
  file: { name: string; bytes: Uint8Array<ArrayBuffer> },
): Promise<contract.Media> {
  const { name, bytes } = file;
  return person.client.sendBytes(contract.uploadMedia, { params: { projectId }, query: { name }, bytes });
}

export async function linksOf(
  person: TestPerson,
  projectId: string,
  mediaIds: readonly string[],
): Promise<contract.MediaLink[]> {
  const asked = { params: { projectId }, body: { mediaIds } };
  return (await person.client.call(contract.linkMedia, asked)).links;
}

/** The one address of a file for a person; a fault where there is none. */
export async function linkOf(person: TestPerson, projectId: string, mediaId: string): Promise<string> {
  const [link] = await linksOf(person, projectId, [mediaId]);
  if (!link) throw new Error('There is no address for this file');
  return link.url;
}

export function show(
  server: TestServer,
  person: TestPerson | null,
  url: string,
  init: { method?: string; headers?: Record<string, string> } = {},
): Promise<Response> {
  const headers = { ...(person && { cookie: person.cookie }), ...init.headers };
  return fetch(`${server.address}${url}`, { ...init, headers });
}

/** Lets an item show files, as an import would: in its prompt. */
export async function attachTo(
  server: TestServer,
  itemId: string,
  mediaIds: readonly string[],
): Promise<void> {
  const { pool } = server.services.database;
  const attachments = mediaIds.map((mediaId) => ({ mediaId, kind: 'image', name: 'x' }));
  await pool.query('delete from item_contents where item_id = $1', [itemId]);
  await pool.query(
    `insert into item_contents (item_id, prompt, responses) values ($1, $2, '[{"id":"r1","text":"One"},{"id":"r2","text":"Two"}]')`,
    [itemId, JSON.stringify([{ role: 'user', content: 'Look', attachments }])],
  );
}
