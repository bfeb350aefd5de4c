import { expect, it } from 'vitest';
import { chooseSource } from './choose-source.ts';

const base = { before: null, hasLink: true, isKept: true, isOffline: false } as const;

it.each<[string, Partial<Parameters<typeof chooseSource>[0]>, ReturnType<typeof chooseSource>]>([
  ['a file that is kept comes from the device', {}, 'device'],
  ['a file that is not kept comes from the server', { isKept: false }, 'server'],
  ['a file that began from the server goes on from there', { before: 'server' }, 'server'],
  ['without a network it goes on from the device', { before: 'server', isOffline: true }, 'device'],
  ['without an address it goes on from the device', { before: 'server', hasLink: false }, 'device'],
  ['a file from the device stays there when the network is back', { before: 'device' }, 'device'],
  ['a file that left the device comes from the server', { before: 'device', isKept: false }, 'server'],
  ['a file that is nowhere cannot be had', { isKept: false, hasLink: false }, null],
])('%s', (_, change, source) => {
  expect(chooseSource({ ...base, ...change })).toBe(source);
});
