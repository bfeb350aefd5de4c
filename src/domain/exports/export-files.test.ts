import { describe, expect, test } from 'vitest';
import { buildRows } from './build-rows.ts';
import { writeDatasetCard } from './dataset-card.ts';
import type { Vote } from './export.fixture.ts';
import { itemWith, planFor, voteAnswers } from './export.fixture.ts';
import { type ExportFormat, exportFormats, shardPath } from './export-format.ts';
import { defaultExportOptions } from './export-options.ts';
import { emptyExportTally, suggestKtoWeights, tallyItem } from './export-tally.ts';
import { buildManifest, serialiseManifest } from './manifest.ts';
import { parquetSchemaOf } from './parquet-schema.ts';
import { serialiseRow } from './serialise-row.ts';
import { bucketOf, splitOf } from './split-of.ts';

describe('serialiseRow', () => {
  test.each<[string, Parameters<typeof serialiseRow>[0][number]['type'], unknown, string]>([
    ['a whole float', 'float', 1, '1.0'],
    ['a float', 'float', 0.666667, '0.666667'],
    ['a large float', 'float', 1e21, '1e+21'],
    ['an integer', 'int', 3, '3'],
    ['a flag', 'bool', false, 'false'],
    ['quotes and line ends', 'string', 'a"\n', '"a\\"\\n"'],
    ['line and paragraph separators', 'string', 'a\u2028b\u2029', '"a\\u2028b\\u2029"'],
    ['an empty list', { list: 'string' }, [], '[]'],
    [
      'a list of structs',
      { list: { struct: [{ name: 'n', type: 'int' }] } },
      [{ n: 1, extra: 2 }, { n: 2 }],
      '[{"n":1},{"n":2}]',
    ],
  ])('writes %s', (_name, type, value, expected) => {
    const line = serialiseRow([{ name: 'x', type }], { x: value });
    expect(line).toBe(`{"x":${expected}}`);
    expect(() => JSON.parse(line)).not.toThrow();
  });

  test('writes keys in the order of the columns', () => {
    const columns = [
      { name: 'b', type: 'int' },
      { name: 'a', type: 'int' },
    ] as const;
    expect(serialiseRow(columns, { a: 1, b: 2 })).toBe('{"b":2,"a":1}');
    expect(serialiseRow(columns, { b: 2, a: 1, c: 3 })).toBe('{"b":2,"a":1}');
    expect(() => serialiseRow(columns, { b: 2 })).toThrow(TypeError);
  });

  test.each([
    ['a missing value', 'string', undefined],
    ['null', 'string', null],
    ['a fraction for an integer', 'int', 0.5],
    ['no number', 'float', Number.NaN],
    ['text for a list', { list: 'string' }, 'x'],
  ] as const)('throws on %s rather than write what readers cannot cast', (_name, type, value) => {
    expect(() => serialiseRow([{ name: 'x', type }], { x: value })).toThrow(TypeError);
  });
});

describe('splitOf', () => {
  const shares = { train: 90, validation: 5, test: 5, salt: '' };
  test.each([
    ['0', 'train'],
    [(8_999).toString(16), 'train'],
    [(9_000).toString(16), 'validation'],
    [(9_499).toString(16), 'validation'],
    [(9_500).toString(16), 'test'],
    [(9_999).toString(16), 'test'],
    [(10_000).toString(16), 'train'],
  ])('deals %s to %s', (hash, split) => {
    expect(splitOf(hash, shares)).toBe(split);
  });

  test('takes hashes longer than any number', () => {
    const hash = 'f3c1'.repeat(16);
    expect(bucketOf(hash)).toBe(Number(BigInt(`0x${hash}`) % 10_000n));
  });

  test.each([[''], ['xyz']])('throws on "%s"', (hash) => {
    expect(() => bucketOf(hash)).toThrow(RangeError);
  });

  test('puts everything into one split where the others have no share', () => {
    expect(splitOf('270f', { train: 100, validation: 0, test: 0, salt: '' })).toBe('train');
  });
});

describe('parquetSchemaOf', () => {
  test('nests lists of structs as readers expect', () => {
    const type = { list: { struct: [{ name: 'role', type: 'string' }] } } as const;
    expect(
      parquetSchemaOf([
        { name: 'prompt', type },
        { name: 'margin', type: 'float' },
      ]),
    ).toEqual([
      { name: 'root', num_children: 2 },
      { name: 'prompt', repetition_type: 'REQUIRED', converted_type: 'LIST', num_children: 1 },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      { name: 'element', repetition_type: 'REQUIRED', num_children: 1 },
      { name: 'role', repetition_type: 'REQUIRED', type: 'BYTE_ARRAY', converted_type: 'UTF8' },
      { name: 'margin', repetition_type: 'REQUIRED', type: 'DOUBLE' },
    ]);
  });
});

function exportOf(format: ExportFormat, ...items: Vote[][]) {
  const plan = planFor(format, { ties: format === 'trl-preference' ? 'separate' : 'drop' });
  const tally = emptyExportTally();
  for (const votes of items) {
    const made = buildRows(itemWith(votes.map(voteAnswers)), plan);
    tallyItem(tally, {
      format,
      split: 'train',
      judgmentCount: votes.length,
      isSettled: votes.length > 2,
      made,
    });
  }
  const manifest = buildManifest({
    appVersion: '0.1.0',
    project: { id: 'p1', name: 'Ice | "cold"\nand slippery' },
    format,
    options: plan.options,
    labelSource: plan.source,
    rubricVersions: [2, 1],
    guidelineVersions: [1],
    judgedUntil: '2026-03-01T10:00:00.000Z',
    annotators: 3,
    gold: { items: 2, judgments: 5 },
    tally,
    files: [
      { path: 'b.jsonl', rows: 1, bytes: 10, sha256: 'bb' },
      { path: 'a.jsonl', rows: 2, bytes: 20, sha256: 'aa' },
    ],
  });
  return { tally, manifest, columns: plan.columns };
}

describe('tallyItem', () => {
  test('counts rows, ties, drops and lengths', () => {
    const { tally } = exportOf('trl-preference', [-1], [2], [0], ['x']);
    expect(tally).toMatchObject({
      items: 4,
      judgments: 4,
      rows: { train: 2, test: 0 },
      ties: { train: 1 },
      drops: { both_bad: 1 },
    });
    expect(tally.lengths).toEqual({
      betterCount: 2,
      betterSum: 32,
      worseCount: 2,
      worseSum: 32,
      longerWins: 1,
      shorterWins: 1,
    });
  });

  test('counts good and bad responses', () => {
    expect(exportOf('trl-kto', [-1], ['x']).tally.labels).toEqual({ good: 1, bad: 3 });
  });

  test.each([
    [
      { good: 100, bad: 300 },
      { desirable: 3, undesirable: 1 },
    ],
    [
      { good: 200, bad: 100 },
      { desirable: 1, undesirable: 2 },
    ],
    [{ good: 5, bad: 0 }, null],
  ])('suggests weights for %o', (labels, expected) => {
    expect(suggestKtoWeights(labels)).toEqual(expected);
  });
});

describe('buildManifest', () => {
  test('gives the same bytes whatever the order of what comes in', () => {
    const { manifest, tally } = exportOf('trl-reward', [-1]);
    const { split, ...rest } = defaultExportOptions;
    const again = buildManifest({
      gold: { items: 2, judgments: 5 },
      ...manifest,
      appVersion: '0.1.0',
      annotators: 3,
      options: { split, ...rest },
      tally,
      files: [...manifest.files].reverse(),
      rubricVersions: [1, 2],
    });
    expect(serialiseManifest(again)).toBe(serialiseManifest(manifest));
    expect(manifest.files.map((file) => file.path)).toEqual(['a.jsonl', 'b.jsonl']);
  });
});

describe('writeDatasetCard', () => {
  const agreement = [{ label: 'Overall', percentAgreement: 0.7512, alpha: null }];

  test('tells the Hub the files and types of every configuration', () => {
    const card = writeDatasetCard({ ...exportOf('trl-preference', [-1], [0]), agreement });
    const frontMatter = card.split('---\n')[1] ?? '';
    expect(frontMatter).toContain('pretty_name: "Ice | \\"cold\\"\\nand slippery (TRL preference)"');
    expect(frontMatter).toContain(
      '- config_name: preference\n  default: true\n  data_files:\n  - {split: train, path: "preference/train-*"}\n',
    );
    expect(frontMatter).not.toContain('split: test');
    expect(frontMatter).toContain('  - name: chosen\n    list:\n    - name: role\n      dtype: string\n');
    expect(frontMatter).toContain('- config_name: ties\n  features:');
  });

  test('says what was left out, how far people agreed and whether length won', () => {
    const card = writeDatasetCard({ ...exportOf('trl-reward', [-1], [-2], ['x'], [0]), agreement });
    expect(card).toContain('# Ice \\| "cold" and slippery (TRL reward model)');
    expect(card).toContain('| Both responses were called bad | `both_bad` | 1 |');
    expect(card).toContain('- At least 1 judgment each.\n- The response with more votes wins');
    expect(card).toContain('| Overall | 75.1 % | undefined |');
    expect(card).toContain('The longer response won in 100 % of 2 pairs');
  });

  test.each(exportFormats)('can be written for an empty %s', (format) => {
    expect(writeDatasetCard({ ...exportOf(format), agreement: [] })).toContain('Nothing was left out.');
  });
});

test('shardPath names the split where the Hub looks for it', () => {
  const shard = {
    configName: 'preference',
    split: 'train',
    index: 0,
    count: 2,
    extension: 'parquet',
  } as const;
  expect(shardPath(shard)).toBe('preference/train-00000-of-00002.parquet');
});
