import { describe, expect, it } from 'vitest';
import type { ChoiceScale, PreferenceScale, RatingScale } from '#domain/rubrics/scale.ts';
import { addOption, changeOption, nameAnchor, pointsOf, setPreference, setRange } from './scale-edits.ts';

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
const choice: ChoiceScale = {
  kind: 'choice',
  options: [
    { key: 'safe', label: 'Safe' },
    { key: 'unsafe', label: 'Unsafe' },
  ],
};

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
    const more = addOption(addOption(choice));
    expect(more.options.map((option) => option.key)).toEqual(['safe', 'unsafe', 'option_3', 'option_4']);
  });

  it('renames its key with its label, until the key was written', () => {
    const renamed = changeOption(choice, 1, { label: 'Not safe' });
    expect(renamed.options[1]).toEqual({ key: 'not_safe', label: 'Not safe' });
    const own = changeOption(changeOption(choice, 1, { key: 'bad' }), 1, { label: 'Harmful' });
    expect(own.options[1]).toEqual({ key: 'bad', label: 'Harmful' });
  });
});
