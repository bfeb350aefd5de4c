import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listSourceFiles, root } from './source-files.ts';

const code = listSourceFiles(['.ts', '.tsx']).filter((file) => !file.path.includes('.generated.'));
/** Directives to the type checker are comments too, so they are kept. */
const withoutComments = (text: string) => text.replace(/\/\*\*?[\s\S]*?\*\/|\/\/(?! @ts).*/g, '');
const isTest = (path: string) => /\.test\.tsx?$/.test(path);

/** Files over the limit, each with its reason; the list only shrinks. */
const longFiles: Readonly<Record<string, string>> = {};

describe('sizes', () => {
  test('no file is longer than 300 lines, no test longer than 500', () => {
    const long = code.filter(
      (file) => file.lines.length - 1 > (isTest(file.path) ? 500 : 300) && !(file.path in longFiles),
    );
    expect(long.map((file) => `${file.path}: ${file.lines.length - 1}`)).toEqual([]);
  });

  test('every exemption still needs to be one', () => {
    const needless = Object.keys(longFiles).filter(
      (path) => (code.find((file) => file.path === path)?.lines.length ?? 0) - 1 <= 300,
    );
    expect(needless).toEqual([]);
  });

  test('a component keeps at most three pieces of state', () => {
    const heavy = code
      .filter((file) => file.path.endsWith('.tsx') && !isTest(file.path))
      .flatMap((file) => {
        const components = file.text.split(/\n(?=(?:export )?(?:default )?function [A-Z])/);
        return components
          .filter((component) => (component.match(/\buseState(?:<[^>]*>)?\(/g) ?? []).length > 3)
          .map(() => file.path);
      });
    expect(heavy).toEqual([]);
  });
});

describe('names', () => {
  test('files and folders of the source are named in kebab case', () => {
    const odd = code.filter(
      (file) =>
        !/^(?:[a-z0-9-]+\/)*[a-z0-9-]+(?:\.(?:test|db\.test|fixture|config|d))?\.tsx?$/.test(file.path),
    );
    expect(odd.map((file) => file.path)).toEqual([]);
  });

  test('no folder or file is called a drawer for everything', () => {
    const drawers =
      /(^|\/)(utils|lib|helpers|common|core|shared|types)(\/|\.tsx?$)|-(service|manager|helper|utils)\.tsx?$/;
    expect(code.filter((file) => drawers.test(file.path)).map((file) => file.path)).toEqual([]);
  });

  test('there are no barrel files', () => {
    expect(code.filter((file) => /(^|\/)index\.tsx?$/.test(file.path)).map((file) => file.path)).toEqual([]);
  });

  test('a folder of the source holds more than one thing', () => {
    const lonely: string[] = [];
    const visit = (folder: string): void => {
      const entries = readdirSync(join(root, folder));
      if (
        entries.length === 1 &&
        folder.split('/').length > 2 &&
        !folder.startsWith('src/server/features') &&
        !folder.startsWith('src/web/features') &&
        !folder.startsWith('src/domain')
      )
        lonely.push(folder);
      for (const entry of entries)
        if (statSync(join(root, folder, entry)).isDirectory()) visit(`${folder}/${entry}`);
    };
    visit('src');
    expect(lonely).toEqual([]);
  });
});

describe('safety', () => {
  const product = code.filter(
    (file) => file.path.startsWith('src/') && !isTest(file.path) && !file.path.endsWith('.fixture.ts'),
  );

  test('nothing puts text into the page as HTML or runs text as code', () => {
    const risky = product.filter((file) =>
      /dangerouslySetInnerHTML|\.innerHTML\s*=|\beval\(|new Function\(/.test(file.text),
    );
    expect(risky.map((file) => file.path)).toEqual([]);
  });

  test('no frame may both run scripts and be of our origin', () => {
    expect(
      product
        .filter((file) =>
          /allow-scripts[^'"]*allow-same-origin|allow-same-origin[^'"]*allow-scripts/.test(file.text),
        )
        .map((file) => file.path),
    ).toEqual([]);
  });

  test('the type checker is never silenced', () => {
    const silenced = code.filter(
      (file) =>
        !file.path.startsWith('test/architecture/') &&
        /@ts-(ignore|expect-error|nocheck)|\bas any\b|:\s*any\b(?=[\s;,)=[\]>|&])/.test(
          withoutComments(file.text),
        ),
    );
    expect(silenced.map((file) => file.path)).toEqual([]);
  });

  test('a silenced lint rule says why', () => {
    const mute = code.flatMap((file) =>
      file.lines.flatMap((line, index) =>
        /biome-ignore\s+\S+:?\s*$/.test(line) ? [`${file.path}:${index + 1}`] : [],
      ),
    );
    expect(mute).toEqual([]);
  });

  test('no test is skipped, focused or left for later', () => {
    const idle = code.filter(
      (file) =>
        isTest(file.path) &&
        !file.path.startsWith('test/architecture/') &&
        /\b(?:test|it|describe)\.(?:skip|todo|only)\(/.test(file.text),
    );
    expect(idle.map((file) => file.path)).toEqual([]);
  });
});

test('what counts judgments asks whether they take a place: gold is not all that takes none', () => {
  const asking = code.filter(
    ({ path, text }) => path.startsWith('src/server/') && !isTest(path) && /gold_purpose is null/.test(text),
  );
  expect(asking.map(({ path }) => path)).toEqual([]);
});
