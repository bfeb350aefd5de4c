import { describe, expect, it } from 'vitest';
import { listSteps } from './list-steps.ts';

const cases: readonly { name: string; text: string; steps: string[] }[] = [
  { name: 'one paragraph is one step', text: 'Add 2 and 2.', steps: ['Add 2 and 2.'] },
  { name: 'blank lines cut', text: 'First.\n\nSecond.\n \nThird.', steps: ['First.', 'Second.', 'Third.'] },
  { name: 'Windows line ends cut too', text: 'First.\r\n\r\nSecond.', steps: ['First.', 'Second.'] },
  { name: 'a list stays together', text: '- a\n- b\n\nSo c.', steps: ['- a\n- b', 'So c.'] },
  {
    name: 'code with blank lines is one step',
    text: 'Run:\n\n```py\na = 1\n\nb = 2\n```\n\nDone.',
    steps: ['Run:', '```py\na = 1\n\nb = 2\n```', 'Done.'],
  },
  {
    name: 'a longer fence closes only with its own length',
    text: '````\n```\n\n```\n````\n\nNext.',
    steps: ['````\n```\n\n```\n````', 'Next.'],
  },
  {
    name: 'a displayed formula is one step',
    text: '$$\na\n\n= b\n$$\n\nHence b.',
    steps: ['$$\na\n\n= b\n$$', 'Hence b.'],
  },
  { name: 'a formula on one line ends there', text: '$$a = b$$\n\nHence.', steps: ['$$a = b$$', 'Hence.'] },
  { name: 'nothing has no steps', text: ' \n\n ', steps: [] },
];

describe('the steps of a response', () => {
  it.each(cases)('$name', ({ text, steps }) => {
    expect(listSteps({ id: 'r1', text }).map((step) => step.text)).toEqual(steps);
  });

  it('are those of the file where it gave them', () => {
    const given = ['Let x be 2.', 'Then\n\nx + x is 4.'];
    expect(listSteps({ id: 'r2', text: given.join('\n\n'), steps: given })).toEqual([
      { id: 'r2.s1', text: 'Let x be 2.', start: 0, end: 11 },
      { id: 'r2.s2', text: 'Then\n\nx + x is 4.', start: 13, end: 30 },
    ]);
  });

  it.each([
    ['one below the other', '\n\nFirst.\n\n\nSecond\nline.\n', ['First.', 'Second\nline.']],
    ['with Windows line ends', 'First.\r\n\r\nSecond\r\nline.', ['First.', 'Second\r\nline.']],
    ['with code', 'Run:\r\r```\ra\r\rb\r```', ['Run:', '```\ra\r\rb\r```']],
    ['said twice', 'So.\n\nSo.', ['So.', 'So.']],
  ])('are found in the text again: %s', (_, text, places) => {
    const steps = listSteps({ id: 'r1', text });
    expect(steps.map(({ start, end }) => text.slice(start, end))).toEqual(places);
    expect(new Set(steps.map(({ start }) => start)).size).toBe(steps.length);
    const lines = {
      id: 'r1',
      text: steps.map((step) => step.text).join('\n\n'),
      steps: steps.map((step) => step.text),
    };
    expect(listSteps(lines).map(({ start, end }) => lines.text.slice(start, end))).toEqual(lines.steps);
  });
});
