import { describe, expect, test } from 'vitest';
import { importsOf, listSourceFiles, type SourceFile } from './source-files.ts';

/** A place in the tree and what its files may import of ours; the first row that fits a file counts. */
const rules: readonly { readonly place: RegExp; readonly may: readonly RegExp[] }[] = [
  { place: /^src\/stats\//, may: [/^#stats\//] },
  { place: /^src\/domain\//, may: [/^#domain\//, /^#stats\//] },
  { place: /^src\/contract\//, may: [/^#contract\//, /^#domain\//] },
  { place: /^src\/client\//, may: [/^#client\//, /^#contract\//, /^#domain\//] },
  { place: /^src\/server\/database\//, may: [/^#server\/database\//] },
  {
    place: /^src\/server\/services\//,
    may: [/^#server\/(services|database|store)\//, /^#server\/config\.ts$/, /^#domain\//],
  },
  { place: /^src\/server\/store\//, may: [/^#server\/(store|database)\//, /^#domain\//] },
  { place: /^src\/server\/reading\//, may: [/^#server\/reading\//, /^#domain\//] },
  { place: /^src\/server\/http\//, may: [/^#server\/(http|services|store)\//, /^#contract\//, /^#domain\//] },
  {
    place: /^src\/server\/features\//,
    may: [
      /^#server\/(store|http|services|reading|database)\//,
      /^#server\/version\.ts$/,
      /^#contract\//,
      /^#domain\//,
      /^#stats\//,
    ],
  },
  { place: /^src\/server\//, may: [/^#server\//, /^#contract\//, /^#domain\//, /^#stats\//, /^#seeds\//] },
  { place: /^src\/web\/messages\//, may: [] },
  { place: /^src\/web\/ui\//, may: [/^#web\/(ui|messages)\//] },
  {
    place: /^src\/web\/features\//,
    may: [/^#web\/(ui|messages|session|features)\//, /^#client\//, /^#contract\//, /^#domain\//, /^#stats\//],
  },
  { place: /^src\/web\//, may: [/^#web\//, /^#client\//, /^#contract\//, /^#domain\//, /^#stats\//] },
  {
    place: /^src\/cli\//,
    may: [
      /^#cli\//,
      /^#client\//,
      /^#contract\//,
      /^#domain\//,
      /^#stats\//,
      /^#server\/[a-z-]+\.ts$/,
      /^#server\/(database|reading)\//,
    ],
  },
  { place: /^seeds\//, may: [/^#seeds\//, /^#domain\//, /^#stats\//] },
];

const code = listSourceFiles(['.ts', '.tsx']).filter((file) => /^(src|seeds)\//.test(file.path));
const isTest = (file: SourceFile) => /\.(test|fixture)\.tsx?$/.test(file.path);

function featureOf(path: string): string | undefined {
  return /^(?:src\/|#)(?:server|web)\/features\/([^/]+)\//.exec(path)?.[1];
}

describe('who may import whom', () => {
  test('every folder of the source has a rule', () => {
    expect(
      code.filter((file) => !rules.some((rule) => rule.place.test(file.path))).map((file) => file.path),
    ).toEqual([]);
  });

  test('no file reaches beyond what its place allows', () => {
    const breaches = code
      .filter((file) => !isTest(file))
      .flatMap((file) => {
        const rule = rules.find((candidate) => candidate.place.test(file.path));
        return importsOf(file)
          .filter((name) => name.startsWith('#') && !rule?.may.some((pattern) => pattern.test(name)))
          .map((name) => `${file.path} → ${name}`);
      });
    expect(breaches).toEqual([]);
  });

  test('no feature imports another feature', () => {
    const breaches = code.flatMap((file) => {
      const own = featureOf(file.path);
      return importsOf(file)
        .filter((name) => own !== undefined && featureOf(name) !== undefined && featureOf(name) !== own)
        .map((name) => `${file.path} → ${name}`);
    });
    expect(breaches).toEqual([]);
  });

  test('nothing climbs up by ../', () => {
    const climbing = listSourceFiles(['.ts', '.tsx']).flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith('..'))
        .map((name) => `${file.path} → ${name}`),
    );
    expect(climbing).toEqual([]);
  });

  test('statistics and domain use no package and nothing of the platform', () => {
    const pure = code.filter((file) => /^src\/(stats|domain)\//.test(file.path) && !isTest(file));
    const outside = pure.flatMap((file) =>
      importsOf(file)
        .filter((name) => !name.startsWith('#') && !name.startsWith('./'))
        .map((name) => `${file.path} → ${name}`),
    );
    expect(outside).toEqual([]);
  });
});

describe('hidden inputs', () => {
  const hidden = /\bnew Date\(\)|\bDate\.now\(\)|\bMath\.random\(|\bprocess\.env\b/;

  test('clock, randomness and environment come in as arguments to the rules', () => {
    const pure = code.filter(
      (file) => /^src\/(stats|domain|contract|server\/(store|features))\//.test(file.path) && !isTest(file),
    );
    const breaches = pure.flatMap((file) =>
      file.lines.flatMap((line, index) =>
        hidden.test(line.replace(/\/\/.*|^\s*\*.*/, '')) ? [`${file.path}:${index + 1} ${line.trim()}`] : [],
      ),
    );
    expect(breaches).toEqual([]);
  });

  test('only the configuration reads the environment of the server', () => {
    const readers = code.filter(
      (file) =>
        /^src\/server\//.test(file.path) &&
        !isTest(file) &&
        /process\.env/.test(file.text) &&
        file.path !== 'src/server/config.ts',
    );
    expect(readers.map((file) => file.path)).toEqual([]);
  });
});
