import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { type OwnDay, OwnFigures } from './own-figures.tsx';

afterEach(cleanup);

const day: OwnDay = {
  doneToday: 11,
  doneTotal: 240,
  medianActiveMs: 41_000,
  targetPerDay: null,
  agreement: null,
};
const nothing = { waiting: 0, flags: 0, refused: 0, drafts: 0 };
const agreement = { share: 0.71, lower: 0.62, upper: 0.79, sharedItems: 34 };

it.each<[string, OwnDay | undefined, typeof nothing, string]>([
  ['a day without a target', day, nothing, '11 today 41 s median 240 in all'],
  ['a day with a target', { ...day, targetPerDay: 80 }, nothing, '11 of 80 today 41 s median 240 in all'],
  [
    'what waits on this device',
    { ...day, targetPerDay: 80 },
    { ...nothing, waiting: 1 },
    '12 of 80 today 41 s median 240 in all 1 waiting on this device',
  ],
  [
    'what was not accepted',
    day,
    { ...nothing, refused: 2 },
    '11 today 41 s median 240 in all 2 not accepted',
  ],
  [
    'agreement with others, its interval and n',
    { ...day, agreement },
    nothing,
    '11 today 41 s median 240 in all 71% the same as others (62%–79%, 34 shared items)',
  ],
  [
    'what waits before the figures come',
    undefined,
    { ...nothing, waiting: 2, flags: 1 },
    '3 waiting on this device',
  ],
])('says %s', (_, own, unsent, words) => {
  const { container } = render(<OwnFigures day={own} unsent={unsent} />);
  const parts = [...(container.querySelector('p')?.children ?? [])].map((part) => part.textContent?.trim());
  expect(parts.join(' ')).toBe(words);
});
