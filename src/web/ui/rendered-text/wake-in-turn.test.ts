import { expect, it, vi } from 'vitest';
import { stopWaking, wakeInTurn } from './wake-in-turn.ts';

const heavy = () => {
  const from = performance.now();
  while (performance.now() - from < 12);
};

it('calls everyone, and lets other work of the page in between', async () => {
  const order: string[] = [];
  const listeners = ['one', 'two', 'three'].map((name) => () => {
    heavy();
    order.push(name);
    if (name === 'one') setTimeout(() => order.push('a key'));
  });
  wakeInTurn(listeners);
  expect(order).toEqual([]);
  await vi.waitFor(() => expect(order).toHaveLength(4));
  expect(order.indexOf('a key')).toBeLessThan(order.indexOf('three'));
});

it('passes over those that left, and calls those that come meanwhile', async () => {
  const called: string[] = [];
  const leaver = () => called.push('leaver');
  const late = () => called.push('late');
  wakeInTurn([
    () => {
      stopWaking(leaver);
      wakeInTurn([late]);
    },
    leaver,
  ]);
  await vi.waitFor(() => expect(called).toEqual(['late']));
});
