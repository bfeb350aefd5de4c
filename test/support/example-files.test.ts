import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import { expect, test } from 'vitest';
import { listAttachments } from '#domain/items/list-attachments.ts';
import { findExampleAddress } from '#domain/rubrics/examples/media-examples.ts';
import { rubricTemplates } from '#domain/rubrics/templates.ts';
import { root } from '#test/architecture/source-files.ts';

const publicFolder = join(root, 'src/web/public');
const shown = rubricTemplates.flatMap(({ key, example }) =>
  listAttachments(example).map((attachment) => ({ key, ...attachment })),
);

test('every template that compares media shows two files of its kind', () => {
  const kinds = Object.groupBy(shown, ({ key }) => key);
  expect(
    Object.entries(kinds).map(([key, files]) => [key, ...(files ?? []).map(({ kind }) => kind)]),
  ).toEqual([
    ['image_comparison', 'image', 'image'],
    ['audio_comparison', 'audio', 'audio'],
    ['video_comparison', 'video', 'video'],
  ]);
});

test.each(shown)('the file $name of $key is what its example says', async ({ mediaId, kind }) => {
  const address = findExampleAddress(mediaId) ?? expect.unreachable();
  const bytes = readFileSync(join(publicFolder, address));
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(mediaId);
  expect((await fileTypeFromBuffer(bytes))?.mime).toMatch(new RegExp(`^${kind}/`));
});

test('no file of an example is left over', () => {
  const addresses = shown.map(({ mediaId }) => findExampleAddress(mediaId));
  const files = readdirSync(join(publicFolder, 'examples')).map((name) => `/examples/${name}`);
  expect(addresses.toSorted()).toEqual(files.toSorted());
});
