import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, describe, expect, it } from 'vitest';
import { createCommandLine } from '#test/support/command-line.ts';

const line = createCommandLine();
afterAll(() => line.remove());

async function rank(text: string | Uint8Array, ...words: string[]) {
  const file = join(line.folder, 'comparisons.csv');
  writeFileSync(file, text);
  return line.run('stats', 'rank', file, ...words);
}

const header = 'left,right,winner\n';
const three = `${header}${'a,b,left\n'.repeat(7)}${'b,a,left\n'.repeat(3)}`;
const tied = `${header}${'a,b,left\n'.repeat(6)}${'a,b,tie\n'.repeat(4)}${'b,a,left\n'.repeat(2)}`;

describe('stats rank', () => {
  it('gives the scores with intervals, exactly so', async () => {
    const { out, exitCode } = await rank(three, '--method', 'bradley-terry', '--json');
    expect(exitCode).toBe(0);
    const report = JSON.parse(out);
    const half = Math.log(7 / 3) / 2;
    // The variance of the log odds of 7 in 10 is 1/7 + 1/3; each score takes half the distance.
    const reach = (1.959963984540054 * Math.sqrt(1 / 7 + 1 / 3)) / 2;
    expect(Object.keys(report)).toEqual(['method', 'anchor', 'scores', 'connected', 'undefined']);
    expect(report).toMatchObject({
      method: 'bradley-terry',
      anchor: 'mean_zero',
      connected: true,
      undefined: null,
    });
    expect(Object.keys(report.scores)).toEqual(['a', 'b']);
    expect(report.scores.a.score).toBeCloseTo(half, 10);
    expect(report.scores.a.interval[0]).toBeCloseTo(half - reach, 10);
    expect(report.scores.b.interval[1]).toBeCloseTo(reach - half, 10);
  });

  it('counts ties as half a win each, with an interval by what was seen', async () => {
    const { scores } = JSON.parse((await rank(tied, '--json')).out);
    expect(scores.a.score).toBeCloseTo(Math.log(8 / 4) / 2, 10);
    // With p = 2/3 the squared rests are 6/9 + 4/36 + 8/9 at an information of 24/9.
    const error =
      Math.sqrt((6 * (1 / 3) ** 2 + 4 * (1 / 6) ** 2 + 2 * (2 / 3) ** 2) / (12 * (2 / 9)) ** 2) / 2;
    expect(scores.a.interval[1] - scores.a.score).toBeCloseTo(1.959963984540054 * error, 8);
  });

  it.each([
    ['davidson', 4 / Math.sqrt(6 * 2)],
    ['rao-kupper', Math.sqrt((10 * 6) / (6 * 2))],
  ])('gives the parameter of ties by %s', async (method, ties) => {
    const report = JSON.parse((await rank(tied, '--method', method, '--json')).out);
    expect(report.ties).toBeCloseTo(ties, 8);
    expect(report.scores.a.score).toBeGreaterThan(0);
  });

  it('ranks rankings, ties in them too', async () => {
    const text = 'ranking\na>b=c\nb > a > c\nc>a\na=b\nc>b>a\n';
    const { out } = await rank(text, '--method', 'plackett-luce', '--json');
    const { scores, connected } = JSON.parse(out);
    expect(connected).toBe(true);
    expect(scores.a.score + scores.b.score + scores.c.score).toBeCloseTo(0, 12);
    expect(scores.b.interval[0]).toBeLessThan(scores.b.score);
  });

  it('turns Elo into the same unit, without an interval', async () => {
    const { scores } = JSON.parse((await rank(`${header}a,b,left\n`, '--method', 'elo', '--json')).out);
    expect(scores.a.score).toBeCloseTo((2 * Math.LN10) / 400, 12);
    expect(scores.b).toEqual({ score: -scores.a.score, interval: null });
  });

  it('names the groups and the reason where there are no scores, and takes a prior', async () => {
    const apart = `${header}a,b,left\nb,a,left\nc,a,left\n`;
    const report = JSON.parse((await rank(apart, '--json')).out);
    expect(report.connected).toEqual([['a', 'b'], ['c']]);
    expect(report.undefined).toBe('not_connected');
    expect(report.scores.c).toEqual({ score: null, interval: null });
    const { out } = await rank(apart);
    expect(out).toContain('There are no scores: wins do not join all items both ways.');
    expect(out).toContain('group 1: a, b');
    const prior = JSON.parse((await rank(apart, '--l2', '0.1', '--json')).out);
    expect(prior).toMatchObject({ undefined: null, connected: [['a', 'b'], ['c']] });
    expect(prior.scores.c.score).toBeGreaterThan(prior.scores.a.score);
  });

  it.each(['bradley-terry', 'davidson', 'rao-kupper', 'elo'])(
    'gives the same intervals by %s for the same seed, and others for another',
    async (method) => {
      const words = ['--method', method, '--bootstrap', '60', '--json'];
      const first = await rank(tied, ...words, '--seed', '4');
      expect((await rank(tied, ...words, '--seed', '4')).out).toBe(first.out);
      expect((await rank(tied, ...words, '--seed', '5')).out).not.toBe(first.out);
      const { score, interval } = JSON.parse(first.out).scores.a;
      expect(interval[0]).toBeLessThanOrEqual(score);
      expect(interval[1]).toBeGreaterThanOrEqual(score);
    },
  );

  it('draws annotators where the file names them', async () => {
    const rows = tied.split('\n').slice(1, -1);
    const named = `left,right,winner,annotator\n${rows.map((row, index) => `${row},p${index % 3}`).join('\n')}\n`;
    const words = ['--bootstrap', '200', '--json'];
    const byPerson = JSON.parse((await rank(named, ...words)).out);
    const byCell = JSON.parse((await rank(tied, ...words)).out);
    expect(byPerson.scores.a.score).toBe(byCell.scores.a.score);
    expect(byPerson.scores.a.interval).not.toEqual(byCell.scores.a.interval);
  });

  it('says how many resamples had no scores', async () => {
    const { notes } = await rank(`${header}a,b,left\na,b,right\n`, '--bootstrap', '50');
    expect(notes).toMatch(/\d+ of 50 resamples had no scores and were left out/);
  });

  it('reads Parquet, and says it in words', async () => {
    const column = (name: string, data: string[]) => ({ name, data, type: 'STRING' as const });
    const parquet = parquetWriteBuffer({
      columnData: [
        column('left', ['x', 'x', 'y']),
        column('right', ['y', 'y', 'x']),
        column('winner', ['left', 'left', 'left']),
      ],
    });
    const { out } = await rank(new Uint8Array(parquet));
    expect(out).toMatch(/^1 {2}x +0\.3466 +95 % interval -/);
  });

  it.each<[string, string, string[], RegExp]>([
    [
      'a winner that is none',
      `${three}a,b,a\n`,
      [],
      /Line 12, column winner: "a" is none of left, right and tie/,
    ],
    [
      'a comparison with itself',
      `${three}a,a,left\n`,
      [],
      /Line 12, column right: a is compared with itself/,
    ],
    ['a ragged row', `${three}a,b\n`, [], /Line 12: the row has 2 fields/],
    ['other columns', 'one,other,winner\na,b,left\n', [], /lacks the column left/],
    ['an empty cell', `${three}a,,left\n`, [], /Line 12, column right: the cell is empty/],
    ['no rows', header, [], /holds no comparisons/],
    [
      'a name twice in a ranking',
      'ranking\na>b\na>b>a\n',
      ['--method', 'plackett-luce'],
      /Line 3, column ranking: "a>b>a" names a twice/,
    ],
    [
      'a ranking that lacks a name',
      'ranking\na>>b\n',
      ['--method', 'plackett-luce'],
      /Line 2, column ranking: "a>>b" lacks a name/,
    ],
    ['a ranking of one', 'ranking\na\n', ['--method', 'plackett-luce'], /ranks one name only/],
    [
      'too many ties',
      'ranking\na=b=c=d=e=f=g=h=i=j=k\n',
      ['--method', 'plackett-luce'],
      /ties 11 names; at most 10/,
    ],
    ['a prior of nothing', three, ['--l2', '0'], /--l2 is "0": give a number above 0/],
    ['a prior for Elo', three, ['--method', 'elo', '--l2', '1'], /--l2 has no use for elo/],
    ['a seed alone', three, ['--seed', '3'], /--seed has no use without --bootstrap/],
    ['an unknown method', three, ['--method', 'glicko'], /Allowed choices are bradley-terry/],
  ])('refuses %s', async (_name, text, options, message) => {
    const done = await rank(text, ...options);
    expect(done.exitCode).toBe(2);
    expect(done.notes).toMatch(message);
  });
});
