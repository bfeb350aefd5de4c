import { expect, test } from 'vitest';
import { inNeutralOrder } from './neutral-order.ts';
import type { SourceItem } from './source-item.ts';

const itemOf = (...texts: string[]): SourceItem => ({
  content: {
    prompt: [{ role: 'user', content: 'Hi' }],
    responses: texts.map((text, index) => ({ id: `r${index + 1}`, text })),
  },
  metadata: {},
  verdict: {
    dataset: 'hh_rlhf',
    judgedBy: 'human',
    preference: { verdict: 'prefers', responseId: 'r1', strength: null },
  },
});
const textsOf = (item: SourceItem) => item.content.responses.map((response) => response.text);

test('the order depends on the texts alone, and the verdict follows its response', () => {
  const one = inNeutralOrder(itemOf('Yes', 'No'));
  expect(textsOf(inNeutralOrder(itemOf('No', 'Yes')))).toEqual(textsOf(one));
  const preference = one.verdict?.preference;
  const winner = preference?.verdict === 'prefers' ? preference.responseId : '';
  expect(one.content.responses.find((response) => response.id === winner)?.text).toBe('Yes');
});

test.for([
  ['Good', 'Bad'],
  ['Yes, of course', 'No'],
  ['I am sorry, but', 'Sure: '],
])('responses that always start with %o come first about half the time', ([better, worse]) => {
  const items = Array.from({ length: 1_000 }, (_, index) =>
    inNeutralOrder(itemOf(`${better} ${index}`, `${worse} ${index}`)),
  );
  const first = items.filter((item) => textsOf(item)[0]?.startsWith(`${better}`)).length;
  expect(first).toBeGreaterThan(430);
  expect(first).toBeLessThan(570);
});
