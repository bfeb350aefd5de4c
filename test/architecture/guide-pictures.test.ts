import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rubricTemplates } from '#domain/rubrics/templates.ts';
import { judgingPictures } from '#test/support/judging-pictures/judging-pictures.ts';
import { listSourceFiles, root } from './source-files.ts';

const documents = listSourceFiles(['.md']);
const folder = 'docs/images/judging';
const taken = readdirSync(join(root, folder));

interface Shown {
  readonly document: string;
  /** From the root of the repository. */
  readonly path: string;
  readonly alt: string;
}

const shown: readonly Shown[] = documents.flatMap(({ path: document, text }) =>
  [...text.matchAll(/!\[([^\]]*)\]\(([^)\s]+)\)/g)]
    .map(([, alt = '', link = '']) => ({ document, alt, link }))
    .filter(({ link }) => !/^https?:/.test(link))
    .map(({ alt, link }) => ({ document, alt, path: join(dirname(document), link) })),
);
const inGuide = shown.filter(({ document }) => document === 'docs/guides/annotator.md');

describe('pictures of the kinds of work', () => {
  test('the script takes one of every template', () => {
    const missing = rubricTemplates.filter(({ key }) => !judgingPictures.some(({ name }) => name === key));
    expect(missing.map(({ key }) => key)).toEqual([]);
  });

  test('each has a file, and no file is left over', () => {
    expect(taken.toSorted()).toEqual(judgingPictures.map(({ name }) => `${name}.png`).toSorted());
  });

  test('none is larger than 150 kB', () => {
    const heavy = taken.filter((file) => statSync(join(root, folder, file)).size > 150_000);
    expect(heavy).toEqual([]);
  });

  test('the guide for annotators shows each once', () => {
    const paths = inGuide.map(({ path }) => path).filter((path) => path.startsWith(folder));
    expect(paths.toSorted()).toEqual(judgingPictures.map(({ name }) => `${folder}/${name}.png`).toSorted());
  });
});

describe('pictures in documents', () => {
  test('every one that is shown exists', () => {
    const lost = shown.filter(({ path }) => !existsSync(join(root, path)));
    expect(lost.map(({ document, path }) => `${document}: ${path}`)).toEqual([]);
  });

  test('every one says in words what is seen', () => {
    const mute = shown.filter(({ alt }) => alt.trim().split(/\s+/).length < 4);
    expect(mute.map(({ document, path }) => `${document}: ${path}`)).toEqual([]);
  });
});
