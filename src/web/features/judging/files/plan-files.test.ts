import { describe, expect, it } from 'vitest';
import { planFiles } from './plan-files.ts';

const limits = { fileBytes: 50, totalBytes: 100 };
const here = (bytes: number) => ({ bytes, isHere: true });
const noted = (bytes: number) => ({ bytes, isHere: false });

type Asked = Omit<Parameters<typeof planFiles>[0], 'limits' | 'known' | 'sizes'> & {
  known?: Record<string, { bytes: number; isHere: boolean }>;
  sizes?: Record<string, number>;
};
const plan = ({ wanted, known = {}, sizes = {} }: Asked) =>
  planFiles({ wanted, known: new Map(Object.entries(known)), sizes: new Map(Object.entries(sizes)), limits });

describe('of the files of the tasks in hand', () => {
  it.each<[string, Asked, ReturnType<typeof plan>]>([
    [
      'those that are not here are fetched, those of the task on screen first',
      { wanted: ['a', 'b', 'c'], known: { b: here(10) }, sizes: { c: 10, a: 10 } },
      { fetch: ['a', 'c'], leave: [], drop: [] },
    ],
    [
      'one that several tasks show is fetched once',
      { wanted: ['a', 'a'], sizes: { a: 50 } },
      { fetch: ['a'], leave: [], drop: [] },
    ],
    [
      'one that is as large as a file may be is fetched, and one that is larger is left',
      { wanted: ['a', 'b'], sizes: { a: 50, b: 51 } },
      { fetch: ['a'], leave: ['b'], drop: [] },
    ],
    [
      'one that would go beyond the room for all is left, and a smaller one behind it is fetched',
      { wanted: ['a', 'b', 'c', 'd'], sizes: { a: 50, b: 40, c: 20, d: 10 } },
      { fetch: ['a', 'b', 'd'], leave: ['c'], drop: [] },
    ],
    [
      'one that is here makes room for those that are needed before it',
      { wanted: ['a', 'b', 'c'], known: { c: here(30) }, sizes: { a: 50, b: 40 } },
      { fetch: ['a', 'b'], leave: ['c'], drop: [] },
    ],
    [
      'one that was left is fetched once there is room',
      { wanted: ['b'], known: { a: here(50), b: noted(40) } },
      { fetch: ['b'], leave: [], drop: ['a'] },
    ],
    [
      'one of which the server told nothing is not thought of',
      { wanted: ['a'] },
      { fetch: [], leave: [], drop: [] },
    ],
    [
      'those whose tasks left the hand are dropped, also where they were only noted',
      { wanted: [], known: { a: here(10), b: noted(90) } },
      { fetch: [], leave: [], drop: ['a', 'b'] },
    ],
  ])('%s', (_, asked, planned) => {
    expect(plan(asked)).toEqual(planned);
  });
});
