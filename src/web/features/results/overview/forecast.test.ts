import { describe, expect, it } from 'vitest';
import { fillDays, forecastDone, pacePerDay } from './forecast.ts';
import { progressSentence } from './progress-words.ts';

/** Noon, so that today counts as half a day. */
const now = new Date('2026-03-10T12:00:00Z');
const on = (day: string, judgments: number) => ({ day: `2026-03-${day}`, judgments });

describe('days', () => {
  it('are filled where nothing happened, up to today', () => {
    expect(fillDays([on('07', 5), on('09', 2)], now)).toEqual([
      on('07', 5),
      on('08', 0),
      on('09', 2),
      on('10', 0),
    ]);
  });

  it('are cut to the latest', () => {
    expect(fillDays([on('01', 5), on('10', 1)], now, 2)).toEqual([on('09', 0), on('10', 1)]);
  });

  it('are none before the first judgment', () => {
    expect(fillDays([], now)).toEqual([]);
  });
});

describe('the pace', () => {
  it.each([
    ['counts today for the part that has passed', [on('09', 40), on('10', 20)], 40],
    ['forgets what lies more than a week back', [on('01', 1_000)], 0],
    ['does not leap because of one judgment in the first minutes', [on('10', 10)], 20],
    ['is nothing without judgments', [], 0],
  ])('%s', (_, perDay, pace) => {
    expect(pacePerDay(perDay, now)).toBe(pace);
  });
});

describe('the sentence about progress', () => {
  const steady = [on('09', 40), on('10', 20)];
  it.each([
    ['all is done', 60, 60, steady, '60 of 60 judgments: everything that is wanted is there'],
    ['overlap was lowered', 60, 40, steady, '60 of 60 judgments: everything that is wanted is there'],
    ['nobody judges', 0, 420, [], '0 of 420 judgments; nobody has judged in the last week'],
    ['it ends today', 60, 70, steady, '60 of 70 judgments; at this pace done today'],
    ['it ends tomorrow', 60, 100, steady, '60 of 100 judgments; at this pace done tomorrow'],
    ['it ends within the week', 60, 160, steady, '60 of 160 judgments; at this pace done on Friday'],
    ['it ends later', 60, 1_060, steady, '60 of 1,060 judgments; at this pace done on April 4'],
    [
      'it never ends in sight',
      60,
      9_000_000,
      steady,
      '60 of 9,000,000 judgments; at this pace done in more than a year',
    ],
  ])('speaks plainly when %s', (_, done, wanted, perDay, sentence) => {
    const forecast = forecastDone({ done, wanted, perDay, now });
    expect(progressSentence({ done, wanted, forecast, now })).toBe(sentence);
  });
});
