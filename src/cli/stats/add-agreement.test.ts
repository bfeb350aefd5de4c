import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createCommandLine } from '#test/support/command-line.ts';

const line = createCommandLine();
afterAll(() => line.remove());

async function agreement(text: string, ...words: string[]) {
  const file = join(line.folder, 'values.csv');
  writeFileSync(file, text);
  return line.run('stats', 'agreement', file, ...words);
}

const four = 'item,annotator,value\na,x,1\na,y,1\nb,x,2\nb,y,2\nc,x,1\nc,y,2\n';
const words = 'item,annotator,value\na,x,bad\na,y,bad\nb,x,good\nb,y,fair\n';

const three =
  'item,annotator,value\na,x,1\na,y,1\na,z,2\nb,x,2\nb,y,2\nb,z,2\nc,x,3\nc,y,1\nc,z,3\nd,x,1\nd,y,2\n';

describe('stats agreement', () => {
  it.each([
    ['percent', 5 / 12],
    ['fleiss', 0.0614525139664804],
    ['conger', 1 / 7],
    ['ac', 0.1536523929471032],
    ['brennan-prediger', 1 / 8],
    ['alpha', 1 - 60 / 76],
    ['cohen', (1 / 5 + 1 / 2 + 1 / 7) / 3],
    ['scott', (3 / 19 + 5 / 11 - 1 / 11) / 3],
    ['kendall-tau', (-1 / Math.sqrt(20) + 2 / Math.sqrt(6) - 1 / 2) / 3],
    ['spearman', 0.0434410477963076],
  ])('measures %s', async (metric, value) => {
    const { out, exitCode } = await agreement(three, '--metric', metric, '--pairs', '--json');
    expect(exitCode).toBe(0);
    const report = JSON.parse(out);
    expect(report).toMatchObject({ metric, items: 4, annotators: 3, judgments: 11, undefined: null });
    expect(report.value).toBeCloseTo(value, 9);
    expect(report.pairs).toHaveLength(3);
    expect(report.pairs[0]).toMatchObject({ a: 'x', b: 'y', items: 4 });
  });

  it('measures complete tables, and says where one is not', async () => {
    const whole = three.split('\n').slice(0, 10).join('\n');
    const icc = JSON.parse((await agreement(whole, '--metric', 'icc', '--icc', '3,1', '--json')).out);
    expect(icc).toMatchObject({ level: 'interval', undefined: null });
    expect(icc.interval[0]).toBeLessThan(icc.value);
    const w = JSON.parse((await agreement(whole, '--metric', 'kendall-w', '--json')).out);
    expect(w.value).toBeGreaterThan(0);
    for (const metric of ['icc', 'kendall-w']) {
      const gap = JSON.parse((await agreement(three, '--metric', metric, '--json')).out);
      expect(gap).toMatchObject({ value: null, undefined: 'incomplete_items' });
    }
  });

  it('counts flips around 0, or around the middle of the scale', async () => {
    const signed = 'item,annotator,value\na,x,-2\na,y,1\nb,x,1\nb,y,0\n';
    const flips = ['--metric', 'flip-rate', '--json'];
    expect(JSON.parse((await agreement(signed, ...flips)).out).value).toBe(0.5);
    const scale = ['--categories', 'bad,fair,good'];
    expect(JSON.parse((await agreement(words, ...flips, ...scale)).out).value).toBe(0);
  });

  it('makes the interval of any measure from resamples, and tells how many were undefined', async () => {
    const bootstrap = ['--metric', 'fleiss', '--bootstrap', '200', '--json'];
    const { out, notes } = await agreement(four, ...bootstrap);
    expect(JSON.parse(out).interval).toHaveLength(2);
    expect(notes).toMatch(/In \d+ of 200 resamples the measure was undefined/);
  });

  it('says so where one annotator stands alone', async () => {
    for (const metric of ['cohen', 'spearman', 'fleiss', 'flip-rate']) {
      const alone = await agreement('item,annotator,value\na,x,-1\nb,x,2\n', '--metric', metric, '--json');
      expect(JSON.parse(alone.out)).toMatchObject({ value: null, undefined: 'single_rater' });
    }
  });

  it('gives alpha with what it rests on', async () => {
    const { out, exitCode } = await agreement(four, '--metric', 'alpha', '--json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toEqual({
      metric: 'alpha',
      level: 'nominal',
      weights: 'none',
      value: 1 - 2 / 6 / (18 / 30),
      interval: null,
      items: 3,
      annotators: 2,
      judgments: 6,
      undefined: null,
    });
  });

  it('reads what is piped in', async () => {
    line.input = Buffer.from(four);
    const { out } = await line.run('stats', 'agreement', '-', '--metric', 'percent', '--json');
    expect(JSON.parse(out)).toMatchObject({ metric: 'percent', value: 2 / 3 });
  });

  it('says it in words', async () => {
    const { out } = await agreement(four, '--level', 'interval');
    expect(out).toContain('6 values by 2 annotators on 3 items.');
    expect(out).toMatch(/alpha, interval +0\.4444/);
  });

  it('gives the same interval for the same seed', async () => {
    const bootstrap = ['--bootstrap', '200', '--seed', '7', '--json'];
    const [first, second] = [await agreement(four, ...bootstrap), await agreement(four, ...bootstrap)];
    expect(JSON.parse(first.out).interval).toHaveLength(2);
    expect(second.out).toBe(first.out);
  });

  it('leaves out empty values and knows 1.0 for 1', async () => {
    const { out } = await agreement('value,item,annotator\n1,a,x\n1.0,a,y\n2,b,x\n2,b,y\n,c,x\n', '--json');
    expect(JSON.parse(out)).toMatchObject({ value: 1, judgments: 4, items: 2 });
  });

  it('takes the order of words from the categories', async () => {
    const ordinal = [words, '--level', 'ordinal', '--categories', 'bad,fair,good', '--json'] as const;
    const numbers = words.replaceAll('bad', '1').replaceAll('fair', '2').replaceAll('good', '3');
    const byWords = JSON.parse((await agreement(...ordinal)).out);
    expect(byWords).toEqual(JSON.parse((await agreement(numbers, '--level', 'ordinal', '--json')).out));
  });

  it('gives a reason where there is no value', async () => {
    const { out } = await agreement('item,annotator,value\na,x,1\na,y,1\n', '--json');
    expect(JSON.parse(out)).toMatchObject({ value: null, interval: null, undefined: 'no_variation' });
  });

  it.each<[string, string, string[], RegExp]>([
    ['a person twice', `${four}a,x,1\n`, [], /Line 8, column annotator: x has a value for item a already/],
    ['no values', 'item,annotator,value\na,x,\n', [], /holds no values/],
    ['words on a scale', words, ['--level', 'ordinal'], /Name the whole scale, such as --categories/],
    ['words as amounts', words, ['--level', 'ratio', '--categories', 'bad,fair,good'], /ratio needs numbers/],
    ['a value beside the scale', words, ['--categories', 'bad,good'], /Line 5, column value: "fair" is none/],
    ['one category twice', words, ['--categories', 'bad,bad'], /names bad twice/],
    ['an empty category', words, ['--categories', 'bad,,good'], /name the whole scale/],
    ['a level elsewhere', four, ['--metric', 'percent', '--level', 'ordinal'], /Take --weights instead/],
    ['weights for alpha', four, ['--weights', 'linear'], /alpha takes no --weights. Take --level/],
    ['a form of another measure', four, ['--icc', '2,1'], /--icc belongs to --metric icc/],
    [
      'weights between words',
      words,
      ['--metric', 'fleiss', '--weights', 'linear'],
      /--weights linear needs their/,
    ],
    ['ranks of words', words, ['--metric', 'spearman'], /spearman needs their order/],
    ['flips without a side', four, ['--metric', 'flip-rate'], /no value is below 0/],
    [
      'a third annotator for two',
      three,
      ['--metric', 'cohen'],
      /cohen is for two annotators, and the file has 3/,
    ],
    ['a seed alone', four, ['--seed', '3'], /--seed has no use without --bootstrap/],
    ['an unknown metric', four, ['--metric', 'kappa'], /Allowed choices are percent, scott/],
  ])('refuses %s', async (_name, text, options, message) => {
    const done = await agreement(text, ...options);
    expect(done.exitCode).toBe(2);
    expect(done.notes).toMatch(message);
  });
});
