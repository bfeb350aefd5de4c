import { describe, expect, it } from 'vitest';
import { normaliseHhRlhf } from './normalise-hh-rlhf.ts';

const base = {
  chosen: '\n\nHuman: Is basil easy?\n\nAssistant: Yes, in sun.',
  rejected: '\n\nHuman: Is basil easy?\n\nAssistant: No idea.',
};

describe('HH-RLHF rows', () => {
  it('become a prompt, two responses and a human preference for the chosen one', () => {
    const { items, rejections } = normaliseHhRlhf({ ...base, tag: 'x' });
    expect(rejections).toEqual([]);
    const [item] = items;
    expect(item?.content.prompt).toEqual([{ role: 'user', content: 'Is basil easy?' }]);
    expect(item?.content.responses.map(({ text }) => text).toSorted()).toEqual(['No idea.', 'Yes, in sun.']);
    const preference = item?.verdict?.preference;
    const preferred = preference?.verdict === 'prefers' ? preference.responseId : '';
    expect(item?.content.responses.find(({ id }) => id === preferred)?.text).toBe('Yes, in sun.');
    expect(item?.verdict?.judgedBy).toBe('human');
    expect(item?.metadata).toEqual({ tag: 'x' });
  });

  it('give the same order of responses whichever of them is the chosen one', () => {
    const texts = (row: typeof base) => normaliseHhRlhf(row).items[0]?.content.responses;
    expect(texts({ chosen: base.rejected, rejected: base.chosen })).toEqual(texts(base));
  });

  it('keep two turns of one role in a row, and line breaks inside a turn', () => {
    const start = '\n\nHuman: One\n\nHuman: Two\n\nlines\n\nAssistant: ';
    const [item] = normaliseHhRlhf({ chosen: `${start}a`, rejected: `${start}b` }).items;
    expect(item?.content.prompt.map(({ content }) => content)).toEqual(['One', 'Two\n\nlines']);
  });

  it.each([
    [
      'prompts that differ',
      { rejected: '\n\nHuman: Is mint easy?\n\nAssistant: No.' },
      'prompts_differ',
      'rejected',
    ],
    ['a longer prompt', { rejected: `${base.rejected}\n\nAssistant: No.` }, 'prompts_differ', 'rejected'],
    [
      'an empty last turn',
      { rejected: '\n\nHuman: Is basil easy?\n\nAssistant: ' },
      'empty_response',
      'rejected',
    ],
    ['equal answers', { rejected: base.chosen }, 'identical_responses', 'rejected'],
    ['no transcript', { chosen: 'Yes' }, 'not_a_transcript', 'chosen'],
    ['a transcript that ends with the person', { chosen: '\n\nHuman: Hi' }, 'not_a_transcript', 'chosen'],
    ['a number', { chosen: 7 }, 'missing_field', 'chosen'],
  ])('are left out for %s', (_name, change, code, field) => {
    const { items, rejections } = normaliseHhRlhf({ ...base, ...change });
    expect(items).toEqual([]);
    expect(rejections).toMatchObject([{ code, field }]);
  });
});
