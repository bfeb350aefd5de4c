import { describe, expect, it } from 'vitest';
import type { ChoiceOption, PreferenceScale, RatingScale } from '#domain/rubrics/scale.ts';
import {
  addOption,
  changeOption,
  moveOption,
  nameAnchor,
  pointsOf,
  removeOption,
  setChoices,
  setPreference,
  setRange,
} from './scale-edits.ts';

const rating: RatingScale = {
  kind: 'rating',
  min: 1,
  max: 5,
  anchors: [
    { value: 1, label: 'Bad' },
    { value: 5, label: 'Good' },
  ],
};
const preference: PreferenceScale = {
  kind: 'preference',
  steps: 3,
  tie: true,
  bothBad: false,
  anchors: [
    { value: 0, label: 'Same' },
    { value: 3, label: 'Much' },
  ],
};
const options: readonly ChoiceOption[] = [
  { key: 'safe', label: 'Safe' },
  { key: 'unsafe', label: 'Unsafe' },
];
const keysOf = (list: readonly ChoiceOption[]) => list.map((option) => option.key);

describe('the range of a rating', () => {
  it.each([
    ['a new lowest point', { min: 2 }, [2, 5]],
    ['a lowest point above the highest', { min: 6 }, [6, 7]],
    ['more points than fit', { max: 40 }, [1, 11]],
    ['a highest point below the lowest', { max: 0 }, [1, 2]],
  ])('takes %s', (_, range, expected) => {
    const { min, max } = setRange(rating, range);
    expect([min, max]).toEqual(expected);
  });

  it('drops the names of points that are gone', () => {
    expect(setRange(rating, { max: 4 }).anchors).toEqual([{ value: 1, label: 'Bad' }]);
  });
});

describe('a preference', () => {
  it.each([
    ['without its tie', { tie: false }, [3]],
    ['with fewer strengths', { steps: 2 }, [0]],
  ])('%s loses the names that are gone', (_, change, left) => {
    expect(setPreference(preference, change).anchors.map((anchor) => anchor.value)).toEqual(left);
  });

  it('names the tie as point 0', () => {
    expect(pointsOf(preference)).toEqual([0, 1, 2, 3]);
    expect(pointsOf({ ...preference, tie: false })).toEqual([1, 2, 3]);
  });
});

describe('naming a point', () => {
  it('keeps the points in order', () => {
    expect(nameAnchor(rating.anchors, 3, { label: 'Fair' }).map(({ value }) => value)).toEqual([1, 3, 5]);
  });

  it('takes the name away where no word is left', () => {
    expect(nameAnchor(rating.anchors, 5, { label: '' })).toEqual([{ value: 1, label: 'Bad' }]);
  });

  it('keeps help while the label is empty, so that it can be said what is missing', () => {
    const helped = nameAnchor(rating.anchors, 5, { help: 'Why' });
    expect(nameAnchor(helped, 5, { label: '' }).at(-1)).toEqual({ value: 5, label: '', help: 'Why' });
  });
});

describe('an option', () => {
  it('gets a key of its own', () => {
    expect(keysOf(addOption(addOption(options)))).toEqual(['safe', 'unsafe', 'option_3', 'option_4']);
  });

  it('renames its key with its label, until the key was written', () => {
    const renamed = changeOption(options, 1, { label: 'Not safe' });
    expect(renamed[1]).toEqual({ key: 'not_safe', label: 'Not safe' });
    const own = changeOption(changeOption(options, 1, { key: 'bad' }), 1, { label: 'Harmful' });
    expect(own[1]).toEqual({ key: 'bad', label: 'Harmful' });
  });

  it.each([
    ['up', 1, 0, ['unsafe', 'safe']],
    ['down', 0, 1, ['unsafe', 'safe']],
    ['nowhere above the first', 0, -1, ['safe', 'unsafe']],
    ['nowhere below the last', 1, 2, ['safe', 'unsafe']],
  ])('moves %s', (_, from, to, expected) => {
    expect(keysOf(moveOption(options, from, to))).toEqual(expected);
  });

  it('is taken away', () => {
    expect(keysOf(removeOption(options, 0))).toEqual(['unsafe']);
  });
});

describe('the bounds of a choice of several', () => {
  const three = addOption(options);
  const scale = { kind: 'choices', options: three, atLeast: 3, atMost: 3 } as const;

  it('shrink with the options', () => {
    expect(setChoices(scale, options)).toMatchObject({ atLeast: 2, atMost: 2 });
  });

  it('grow with them only where all could be chosen', () => {
    expect(setChoices(scale, addOption(three)).atMost).toBe(4);
    expect(setChoices({ ...scale, atLeast: 0, atMost: 1 }, addOption(three)).atMost).toBe(1);
  });
});
