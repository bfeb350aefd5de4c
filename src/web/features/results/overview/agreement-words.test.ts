import { describe, expect, it } from 'vitest';
import { agreementCells, agreementSentence } from './agreement-words.ts';
import type { CriterionAgreement } from './needs.ts';

function criterion(label: string, value: number | null): CriterionAgreement {
  const known = value !== null;
  const alpha = {
    value,
    low: known ? value - 0.1 : null,
    high: known ? value + 0.1 : null,
    n: 40,
    reason: known ? null : 'Nobody shares an item yet.',
  };
  const percentAgreement = { value: 0.75, low: null, high: null, n: 40, reason: null };
  const shared = {
    key: label,
    label,
    target: 'pair',
    metric: 'ordinal',
    unit: 'item',
    units: 40,
    values: 80,
  } as const;
  return { ...shared, alpha, percentAgreement };
}

describe('agreement in words', () => {
  it.each<[string, CriterionAgreement[], RegExp]>([
    ['none is known', [criterion('Honest', null)], /^Nobody shares an item yet\.$/],
    ['there is no criterion', [], /asks nothing that can be measured/],
    [
      'one is known',
      [criterion('Honest', 0.5), criterion('Kind', null)],
      /on Honest \(alpha 0\.50\), where 1/,
    ],
    [
      'several are known',
      [criterion('Honest', 0.2), criterion('Kind', 0.7)],
      /most on Kind \(alpha 0\.70\) and least on Honest \(alpha 0\.20\)/,
    ],
  ])('says what the chart shows when %s', (_, criteria, sentence) => {
    expect(agreementSentence(criteria)).toMatch(sentence);
  });

  it('gives the interval and n with each value', () => {
    expect(agreementCells(criterion('Honest', 0.5)).alpha).toEqual({
      value: 0.5,
      low: 0.4,
      high: 0.6,
      text: '0.50 (0.40–0.60)',
      detail: 'Alpha 0.50, 95% interval 0.40 to 0.60, n = 40 items',
    });
  });

  it('leaves out an interval that is not known', () => {
    expect(agreementCells(criterion('Honest', 0.5)).percent).toMatchObject({
      text: '75%',
      detail: 'Agreement 75%, n = 40 items',
    });
  });

  it('gives the reason where there is no value', () => {
    expect(agreementCells(criterion('Honest', null)).alpha.reason).toBe('Nobody shares an item yet.');
  });
});
