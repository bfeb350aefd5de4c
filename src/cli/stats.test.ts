import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createCommandLine } from '#test/support/command-line.ts';

const line = createCommandLine();
afterAll(() => line.remove());

async function stats(text: string, ...words: string[]) {
  const file = join(line.folder, 'values.csv');
  writeFileSync(file, text);
  return line.run('stats', file, ...words);
}

const four = 'unit,annotator,value\na,x,1\na,y,1\nb,x,2\nb,y,2\nc,x,1\nc,y,2\n';

describe('stats', () => {
  it('gives percent agreement and alpha', async () => {
    const { out, exitCode } = await stats(four, '--json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ units: 3, annotators: 2, values: 6, percentAgreement: 2 / 3 });
    expect(JSON.parse(out).alphas[0].value).toBeCloseTo(4 / 9, 12);
  });

  it('says it in words', async () => {
    const { out } = await stats(four);
    expect(out).toContain('6 values by 2 people on 3 units, 3 of them with two or more.');
    expect(out).toContain('Percent agreement: 66.7 % of pairs.');
    expect(out).toMatch(/nominal +0\.444/);
  });

  it('takes words as categories, columns in any order, and leaves empty values out', async () => {
    const { out } = await stats('value,unit,annotator\nA,1,x\nA,1,y\nB,2,x\n,2,y\n', '--json');
    expect(JSON.parse(out)).toMatchObject({ values: 3, unitsWithTwoValues: 1 });
    expect(JSON.parse(out).alphas).toHaveLength(1);
  });

  it.each<[string, string, RegExp]>([
    ['lacks a column', 'unit,value\n1,2\n', /lacks the column annotator/],
    ['holds a person twice', 'unit,annotator,value\n1,x,1\n1,x,2\n', /Row 3: x has a value for 1 already/],
    ['holds nothing', 'unit,annotator,value\n', /holds no values/],
  ])('refuses a file that %s', async (_name, text, message) => {
    const done = await stats(text);
    expect(done.exitCode).toBe(2);
    expect(done.notes).toMatch(message);
  });
});
