import { describe, expect, test } from 'vitest';
import { seededRandom } from '#stats/random/seeded-random.ts';
import { decideServing, type GoldSettings, noGold, type ServingFacts, usualRest } from './decide-serving.ts';

const settings: GoldSettings = {
  firstTasks: 3,
  firstPurpose: 'training',
  sharePercent: 20,
  trainingPercent: 0,
  ...usualRest,
};
const facts: ServingFacts = { settings, goldHad: 3, goldSkipped: 0, draw: { gold: 0.1, training: 0.5 } };

describe('The next task of a person', () => {
  test.each<[string, Partial<ServingFacts>, unknown]>([
    [
      'is gold while the first are not done',
      { goldHad: 2, draw: { gold: 0.99, training: 0 } },
      { purpose: 'training', isFirst: true },
    ],
    ['is gold where the draw says so', {}, { purpose: 'test', isFirst: false }],
    [
      'is gold by the share alone where no first tasks are asked for and there was no gold yet',
      { settings: { ...settings, firstTasks: 0 }, goldHad: 0 },
      { purpose: 'test', isFirst: false },
    ],
    [
      'is gold twice as often where all of it was skipped',
      {
        settings: { ...settings, firstTasks: 0 },
        goldHad: 0,
        goldSkipped: 2,
        draw: { gold: 0.39, training: 0.5 },
      },
      { purpose: 'test', isFirst: false },
    ],
    ['is ordinary otherwise', { draw: { gold: 0.2, training: 0 } }, null],
    [
      'is training as often as asked',
      { settings: { ...settings, trainingPercent: 60 } },
      { purpose: 'training', isFirst: false },
    ],
    [
      'is a test for the rest',
      { settings: { ...settings, trainingPercent: 50 } },
      { purpose: 'test', isFirst: false },
    ],
    [
      'is gold more often after skips',
      { goldSkipped: 3, draw: { gold: 0.39, training: 0.5 } },
      { purpose: 'test', isFirst: false },
    ],
    ['is never gold where none is asked for', { settings: noGold, draw: { gold: 0, training: 0 } }, null],
  ])('%s', (_name, change, serving) => {
    expect(decideServing({ ...facts, ...change })).toEqual(serving);
  });
});

test('whoever skips every second gold answers as much of it as others', () => {
  const random = seededRandom(5).next;
  const state = { goldHad: 3, goldSkipped: 0, tasks: 0 };
  let isSkipped = false;
  while (state.tasks < 20_000) {
    state.tasks += 1;
    if (!decideServing({ ...facts, ...state, draw: { gold: random(), training: 0.5 } })) continue;
    isSkipped = !isSkipped;
    if (isSkipped) state.goldSkipped += 1;
    else state.goldHad += 1;
  }
  expect((state.goldHad - 3) / state.tasks).toBeGreaterThan(0.19);
  expect((state.goldHad - 3) / state.tasks).toBeLessThan(0.21);
});
