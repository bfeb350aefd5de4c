import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { anaesthetistRows } from '#test/support/anaesthetists.ts';
import { createCommandLine } from '#test/support/command-line.ts';

const line = createCommandLine();
afterAll(() => line.remove());

async function aggregate(text: string, ...words: string[]) {
  const file = join(line.folder, 'labels.csv');
  writeFileSync(file, text);
  return line.run('stats', 'aggregate', file, ...words);
}

const votes = 'item,annotator,label\na,x,yes\na,y,yes\na,z,no\nb,x,no\nb,y,no\nb,z,no\nc,x,yes\nc,y,no\n';
const patients = `item,annotator,label\n${anaesthetistRows
  .map(([item, annotator, label]) => `p${item + 1},o${annotator + 1},${label + 1}`)
  .join('\n')}\n`;

describe('stats aggregate', () => {
  it('gives the majority of each item, and tells a tie instead of a label', async () => {
    const { out, exitCode } = await aggregate(votes, '--method', 'majority', '--json');
    expect(exitCode).toBe(0);
    const report = JSON.parse(out);
    expect(report).toMatchObject({ method: 'majority', iterations: 0 });
    expect(Object.keys(report)).toEqual(['method', 'iterations', 'items', 'annotators']);
    expect(report.items).toEqual({
      a: { label: 'yes', posterior: { no: 1 / 3, yes: 2 / 3 } },
      b: { label: 'no', posterior: { no: 1, yes: 0 } },
      c: { label: null, posterior: { no: 0.5, yes: 0.5 }, tie: ['no', 'yes'] },
    });
    expect(report.annotators.z).toMatchObject({ reliability: 0.5, labels: 2 });
    expect(report.annotators.x.reliability).toBeCloseTo(2.5 / 3, 12);
  });

  it('settles ties for reliability as other programs do, if asked', async () => {
    const { out } = await aggregate(votes, '--method', 'wawa', '--ties', 'lowest', '--json');
    expect(JSON.parse(out).annotators).toMatchObject({ x: { reliability: 2 / 3 }, y: { reliability: 1 } });
  });

  it('gives the published shares of Dawid and Skene, with error rates by true class', async () => {
    const { out, notes } = await aggregate(
      patients,
      '--method',
      'dawid-skene',
      '--iterations',
      '200',
      '--json',
    );
    expect(notes).toBe('');
    const { iterations, priors, annotators } = JSON.parse(out);
    expect(iterations).toBe(200);
    expect(Object.values<number>(priors).map((share) => share.toFixed(2))).toEqual([
      '0.40',
      '0.42',
      '0.11',
      '0.07',
    ]);
    expect(annotators.o1.errorRates['1']['1'].toFixed(2)).toBe('0.89');
    expect(annotators.o1.errorRates['4']['4'].toFixed(2)).toBe('0.44');
    expect(annotators.o1.labels).toBe(135);
  });

  it.each(['majority', 'wawa', 'dawid-skene', 'one-coin', 'mace', 'glad'])(
    '%s says a tie of two in words and in JSON, the same every time',
    async (method) => {
      const tie = 'item,annotator,label\nt,x,b\nt,y,a\n';
      const first = await aggregate(tie, '--method', method, '--json');
      expect(JSON.parse(first.out).items.t).toMatchObject({ label: null, tie: ['a', 'b'] });
      expect((await aggregate(tie, '--method', method, '--json')).out).toBe(first.out);
      expect((await aggregate(tie, '--method', method)).out).toMatch(/t +tie of a, b +0\.5000/);
    },
  );

  it('settles by itself', async () => {
    const { out, notes } = await aggregate(patients, '--method', 'dawid-skene');
    expect(out).toMatch(/^315 labels by 5 annotators on 45 items; dawid-skene, \d+ iterations\.\n/);
    expect(out).toMatch(/ {2}2 +19 +0\.4220/);
    expect(notes).toBe('');
  });

  it('reads what is piped in, leaves out empty labels, and orders numbers as numbers', async () => {
    line.input = Buffer.from('label,annotator,item\n10,x,i\n9,y,i\n10,z,i\n,x,j\n');
    const { out } = await line.run('stats', 'aggregate', '-', '--method', 'majority', '--json');
    expect(JSON.parse(out).items).toEqual({
      i: { label: '10', posterior: { 9: 1 / 3, 10: 2 / 3 } },
      j: { label: null, posterior: null, undefined: 'no_labels' },
    });
  });

  it('keeps items and annotators of any name', async () => {
    const { out } = await aggregate(
      'item,annotator,label\n__proto__,constructor,x\n',
      '--method',
      'mace',
      '--json',
    );
    expect(out).toContain('"__proto__":{"label":"x"');
    expect(out).toContain('"constructor":{"reliability"');
  });

  it('gives a class that an annotator never met no error rates', async () => {
    const text = 'item,annotator,label\na,x,no\nb,y,yes\nb,z,yes\n';
    const { out } = await aggregate(text, '--method', 'dawid-skene', '--json');
    expect(JSON.parse(out).annotators.x.errorRates).toEqual({ no: { no: 1, yes: 0 }, yes: null });
  });

  it.each<[string, string, string[], RegExp]>([
    [
      'one annotator',
      'item,annotator,label\na,x,1\nb,x,2\n',
      ['--method', 'dawid-skene'],
      /from one annotator/,
    ],
    [
      'no overlap',
      'item,annotator,label\na,x,1\nb,y,2\n',
      ['--method', 'one-coin'],
      /No item has two labels/,
    ],
    [
      'iterations of a vote',
      votes,
      ['--method', 'wawa', '--iterations', '3'],
      /--iterations has no use for wawa/,
    ],
    ['ties of a model', votes, ['--method', 'mace', '--ties', 'split'], /--ties has no use for mace/],
  ])('warns of %s', async (_name, text, options, message) => {
    const done = await aggregate(text, ...options);
    expect(done.exitCode).toBe(0);
    expect(done.notes).toMatch(message);
  });

  it.each<[string, string, string[], RegExp]>([
    ['no method', votes, [], /--method/],
    ['an unknown method', votes, ['--method', 'median'], /Allowed choices are majority, wawa/],
    ['half an iteration', votes, ['--method', 'mace', '--iterations', '0.5'], /--iterations/],
    ['a missing column', 'item,annotator,value\na,x,1\n', ['--method', 'wawa'], /lacks the column label/],
    ['an empty annotator', 'item,annotator,label\na,,1\n', ['--method', 'wawa'], /Line 2, column annotator/],
    ['a ragged row', 'item,annotator,label\na,x,1\nb,x\n', ['--method', 'wawa'], /Line 3/],
  ])('refuses %s', async (_name, text, options, message) => {
    const done = await aggregate(text, ...options);
    expect(done.exitCode).toBe(2);
    expect(done.notes).toMatch(message);
  });
});

const sharedFolder = process.env.PLUMBLINE_SHARED ?? resolve(import.meta.dirname, '../../../../shared');
const answersFile = join(sharedFolder, 'data/duck-answer.csv');

// Real answers of a crowd with the truth; they are not part of the repository.
if (existsSync(answersFile)) {
  describe('Real answers of 39 people on 108 pictures', () => {
    const truth = new Map(
      readFileSync(join(sharedFolder, 'data/duck-truth.csv'), 'utf8')
        .trim()
        .split(/\r?\n/)
        .slice(1)
        .map((row) => row.split(',') as [string, string]),
    );
    const text = readFileSync(answersFile, 'utf8').replace(/^.*/, 'item,annotator,label');

    it.each([
      ['majority', 0.75],
      ['dawid-skene', 0.85],
      ['mace', 0.75],
    ])('%s is right on at least %d of them', async (method, least) => {
      const { out } = await aggregate(text, '--method', method, '--json');
      const { items } = JSON.parse(out) as { items: Record<string, { label: string | null }> };
      const right = Object.entries(items).filter(([name, { label }]) => truth.get(name) === label);
      expect(truth.size).toBe(108);
      expect(right.length / truth.size).toBeGreaterThanOrEqual(least);
    });
  });
}
