import { expect, it } from 'vitest';
import { computePlace } from './place-below.ts';

const view = { width: 400, height: 600 };

it.each([
  [
    'starts at the left edge of its trigger',
    { left: 100, right: 150, top: 10, bottom: 40 },
    'left',
    { left: '100px', right: 'auto', top: '44px' },
  ],
  [
    'ends at the right edge of its trigger',
    { left: 300, right: 350, top: 10, bottom: 40 },
    'right',
    { left: 'auto', right: '50px' },
  ],
  [
    'keeps off the edge of the window',
    { left: 2, right: 398, top: 10, bottom: 40 },
    'right',
    { right: '8px' },
  ],
  [
    'goes up where there is no room below',
    { left: 0, right: 50, top: 540, bottom: 570 },
    'left',
    { top: 'auto', bottom: '64px' },
  ],
  [
    'never grows out of the window',
    { left: 0, right: 50, top: 10, bottom: 40 },
    'left',
    { maxHeight: '548px' },
  ],
] as const)('a box %s', (_, trigger, align, expected) => {
  expect(computePlace(trigger, view, align)).toMatchObject(expected);
});
