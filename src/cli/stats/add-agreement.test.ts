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

describe('stats agreement', () => {
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
    ['a level elsewhere', four, ['--metric', 'percent', '--level', 'ordinal'], /--level belongs to alpha/],
    ['a seed alone', four, ['--seed', '3'], /--seed has no use without --bootstrap/],
    ['an unknown metric', four, ['--metric', 'kappa'], /Allowed choices are percent, alpha/],
  ])('refuses %s', async (_name, text, options, message) => {
    const done = await agreement(text, ...options);
    expect(done.exitCode).toBe(2);
    expect(done.notes).toMatch(message);
  });
});
