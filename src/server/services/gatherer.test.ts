import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { alone, Gatherer } from './gatherer.ts';

/** Departures that end when the test says so. */
function controlled(options: { mostTogether?: number; mostUnderWay?: number } = {}) {
  const departures: { jobs: readonly string[]; end: (error?: Error) => void }[] = [];
  const hold = (jobs: readonly string[]) =>
    new Promise<void>((resolve, reject) => {
      departures.push({ jobs, end: (error) => (error ? reject(error) : resolve()) });
    });
  const gatherer = new Gatherer<string, string>({
    mostTogether: options.mostTogether ?? 10,
    mostUnderWay: options.mostUnderWay ?? 1,
    async together(jobs) {
      await hold(jobs);
      return jobs.map((job) => (job.startsWith('shy') ? alone : `${job} in company`));
    },
    async single(job) {
      await hold([job]);
      if (job.includes('bad')) throw new Error(`no ${job}`);
      return `${job} alone`;
    },
  });
  return {
    departures,
    ask: (...jobs: string[]) => jobs.map((job) => gatherer.do(job)),
    jobs: () => departures.map(({ jobs }) => jobs),
    async end(index: number, error?: Error) {
      departures[index]?.end(error);
      for (let turns = 0; turns < 5; turns += 1) await turn();
    },
  };
}

describe('a gatherer', () => {
  it('sends the first job at once and what comes meanwhile together, in order', async () => {
    const work = controlled();
    const first = work.ask('a');
    await turn();
    const others = work.ask('b', 'c', 'd');
    await turn();
    expect(work.jobs()).toEqual([['a']]);
    await work.end(0);
    expect(work.jobs()).toEqual([['a'], ['b', 'c', 'd']]);
    await work.end(1);
    expect(await Promise.all([...first, ...others])).toEqual([
      'a alone',
      'b in company',
      'c in company',
      'd in company',
    ]);
  });

  it('sends no more than so many together and no more than so many departures at once', async () => {
    const work = controlled({ mostTogether: 2, mostUnderWay: 2 });
    const all = work.ask('a', 'b', 'c', 'd', 'e');
    await turn();
    await turn();
    expect(work.jobs()).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    await work.end(1);
    expect(work.jobs()).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
    await work.end(0);
    await work.end(2);
    expect(await Promise.all(all)).toHaveLength(5);
  });

  it('does each alone when a departure fails, so that one bad job spoils no other', async () => {
    const work = controlled();
    const all = Promise.allSettled(work.ask('a', 'bad', 'c'));
    await turn();
    await work.end(0, new Error('one of them'));
    expect(work.jobs()).toEqual([['a', 'bad', 'c'], ['a'], ['bad'], ['c']]);
    for (const index of [1, 2, 3]) await work.end(index);
    expect(await all).toMatchObject([
      { value: 'a alone' },
      { reason: { message: 'no bad' } },
      { value: 'c alone' },
    ]);
    const later = work.ask('d');
    await turn();
    await work.end(4);
    expect(await Promise.all(later)).toEqual(['d alone']);
  });

  it('does alone what could not be done in company', async () => {
    const work = controlled();
    const all = work.ask('a', 'shy b', 'c');
    await turn();
    await work.end(0);
    await work.end(1);
    expect(await Promise.all(all)).toEqual(['a in company', 'shy b alone', 'c in company']);
  });
});
