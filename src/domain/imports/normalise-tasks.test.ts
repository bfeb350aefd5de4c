import { describe, expect, it } from 'vitest';
import type { Attachment } from '#domain/items/item.ts';
import { detectFormat } from './detect-format.ts';
import type { JsonRecord } from './json-record.ts';
import { normaliseTask } from './normalise-tasks.ts';

const chart: Attachment = { mediaId: 'a'.repeat(64), kind: 'image', name: 'chart.png' };
const find = (name: string) => (name === chart.name || name === chart.mediaId ? chart : undefined);

function contentOf(record: JsonRecord) {
  return normaliseTask(record, find).items[0]?.content;
}

describe('a task of Plumbline’s own shape', () => {
  it('may be a prompt with responses as texts', () => {
    expect(contentOf({ prompt: 'Why?', responses: ['So.', 'Because.'] })).toEqual({
      prompt: [{ role: 'user', content: 'Why?' }],
      responses: [
        { id: 'r1', text: 'So.' },
        { id: 'r2', text: 'Because.' },
      ],
    });
  });

  it('may be a brief alone, for somebody to write to', () => {
    const brief = { title: 'Refusals', goal: 'Get a polite no.', constraints: ['One turn'] };
    expect(contentOf({ brief })).toEqual({ prompt: [], responses: [], brief });
  });

  it('may hold a conversation without responses, to be judged turn by turn', () => {
    const prompt = [
      { role: 'user', content: 'Hello' },
      { role: 'assistant', content: 'Hello!' },
    ];
    expect(contentOf({ prompt })).toEqual({ prompt, responses: [] });
  });

  it('makes a text of steps', () => {
    const content = contentOf({ prompt: '2 + 2?', responses: [{ steps: ['Two and two.', 'Is four.'] }] });
    expect(content?.responses[0]).toEqual({
      id: 'r1',
      text: 'Two and two.\n\nIs four.',
      steps: ['Two and two.', 'Is four.'],
    });
  });

  it('finds attachments by name or id, in prompts and in responses', () => {
    const content = contentOf({
      prompt: [{ role: 'user', content: 'What is this?', attachments: ['chart.png'] }],
      responses: [{ text: '', attachments: [{ name: chart.mediaId, alt: 'A chart' }] }],
    });
    expect(content?.prompt[0]?.attachments).toEqual([chart]);
    expect(content?.responses[0]?.attachments).toEqual([{ ...chart, alt: 'A chart' }]);
  });

  it('keeps tests of code, and what else there is as metadata', () => {
    const code = { language: 'python', tests: [{ name: 'adds', stdin: '1 2', expected: '3' }], files: [] };
    const item = normaliseTask({ prompt: 'Add.', responses: ['a'], code, key: 7, topic: 'sums' }, find)
      .items[0];
    expect(item).toMatchObject({ content: { code }, sourceKey: '7', metadata: { topic: 'sums' } });
  });

  const refused: readonly [name: string, row: JsonRecord, field: string, code: string][] = [
    ['nothing at all', {}, 'prompt', 'empty_prompt'],
    ['a prompt that is a number', { prompt: 7 }, 'prompt', 'missing_field'],
    ['responses that are no list', { prompt: 'a', responses: 'b' }, 'responses', 'wrong_type'],
    ['a response that is a number', { prompt: 'a', responses: [3] }, 'responses[0]', 'wrong_type'],
    ['an empty response', { prompt: 'a', responses: [''] }, 'responses[0]', 'empty_response'],
    ['ten responses', { prompt: 'a', responses: [...'abcdefghij'] }, 'responses', 'too_many_responses'],
    ['the same twice', { prompt: 'a', responses: ['b', 'b'] }, 'responses[1]', 'identical_responses'],
    [
      'a step that is empty',
      { prompt: 'a', responses: [{ steps: ['b', ''] }] },
      'responses[0].steps',
      'wrong_type',
    ],
    [
      'steps that are not the text',
      { prompt: 'a', responses: [{ text: 'b', steps: ['c'] }] },
      'responses[0].text',
      'wrong_type',
    ],
    [
      'a file that is not there',
      { prompt: 'a', responses: [{ text: 'b', attachments: ['cat.png'] }] },
      'responses[0].attachments[0]',
      'missing_media',
    ],
    ['a brief without a goal', { brief: { title: 'b' } }, 'brief.goal', 'missing_field'],
    [
      'a test whose name could not be kept with a run',
      { prompt: 'a', code: { tests: [{ name: 'x'.repeat(201), code: 'x' }] } },
      'code.tests[0].name',
      'wrong_type',
    ],
    [
      'a file that is a folder',
      { prompt: 'a', code: { files: [{ name: '..', content: '' }] } },
      'code.files[0].name',
      'wrong_type',
    ],
    ['an unknown language', { prompt: 'a', code: { language: 'cobol' } }, 'code.language', 'wrong_type'],
    [
      'a test that tests nothing',
      { prompt: 'a', code: { tests: [{ expected: '1' }] } },
      'code.tests[0]',
      'missing_field',
    ],
    [
      'a file in another folder',
      { prompt: 'a', code: { files: [{ name: '../x', content: '' }] } },
      'code.files[0].name',
      'wrong_type',
    ],
  ];
  it.each(refused)('is left out with %s', (_, row, field, code) => {
    expect(normaliseTask(row, find).rejections).toMatchObject([{ field, code }]);
  });

  it.each([
    ['a brief', { brief: { goal: 'a' } }, 'tasks'],
    ['tests of code', { prompt: 'a', responses: ['b'], code: { tests: [] } }, 'tasks'],
    ['steps', { prompt: 'a', responses: [{ steps: ['b'] }] }, 'tasks'],
    ['attachments', { prompt: [{ role: 'user', content: 'a', attachments: [] }], responses: [] }, 'tasks'],
    ['plain responses', { prompt: 'a', responses: ['b'] }, 'generic'],
  ])('is told by %s', (_, row, format) => {
    expect(detectFormat([row]).format).toBe(format);
  });
});
