import { describe, expect, it } from 'vitest';
import { detectFormat } from './detect-format.ts';
import { importFormats, importFormatTexts } from './format.ts';
import type { JsonRecord } from './json-record.ts';

const turns = [{ role: 'user', content: 'x' }];

describe('the format of a file', () => {
  const cases: readonly [string, JsonRecord][] = [
    ['hh_rlhf', { chosen: '\n\nHuman: a\n\nAssistant: b', rejected: '\n\nHuman: a\n\nAssistant: c' }],
    ['trl_preference', { chosen: turns, rejected: turns }],
    ['trl_preference', { chosen: 'a', rejected: 'b' }],
    ['trl_preference', { prompt: 'x', chosen: '\n\nHuman: a', rejected: '\n\nHuman: a' }],
    [
      'ultrafeedback_binarized',
      { prompt: 'x', chosen: turns, rejected: turns, score_chosen: 1, score_rejected: 2 },
    ],
    ['ultrafeedback_binarized', { instruction: 'x', chosen_response: 'a', rejected_response: 'b' }],
    ['helpsteer3', { context: turns, response1: 'a', response2: 'b', overall_preference: 1, domain: 'code' }],
    ['helpsteer2_preference', { prompt: 'x', response_1: 'a', response_2: 'b', preference_strength: 1 }],
    [
      'helpsteer2',
      {
        prompt: 'x',
        response: 'a',
        helpfulness: 1,
        correctness: 1,
        coherence: 1,
        complexity: 1,
        verbosity: 1,
      },
    ],
    ['ultrafeedback', { instruction: 'x', completions: [] }],
    [
      'arena_conversations',
      { model_a: 'a', model_b: 'b', winner: 'tie', conversation_a: turns, conversation_b: turns },
    ],
    [
      'arena_55k',
      {
        prompt: '[]',
        response_a: '[]',
        response_b: '[]',
        winner_model_a: 1,
        winner_model_b: 0,
        winner_tie: 0,
      },
    ],
    ['tasks', { prompt: 'x' }],
    ['tasks', { key: 'a', prompt: turns }],
    ['generic', { prompt: 'x', answer: 'y' }],
    ['generic', { question: 'x', answer_a: 'a', answer_b: 'b' }],
  ];
  it.each(cases)('%s is known by its columns', (format, row) => {
    expect(detectFormat([row, row])).toMatchObject({ format, columns: Object.keys(row) });
  });

  it.each<[string, JsonRecord, number, string]>([
    ['plain text in one row of five', { chosen: 'a', rejected: 'b' }, 1, 'hh_rlhf'],
    ['one row of five empty', {}, 1, 'hh_rlhf'],
    ['no text in one row of five', { chosen: 3, rejected: null }, 1, 'hh_rlhf'],
    ['plain text in two rows of five', { chosen: 'a', rejected: 'b' }, 2, 'trl_preference'],
  ])('of transcripts, with %s, is found', (_name, odd, count, format) => {
    const usual = { chosen: '\n\nHuman: a\n\nAssistant: b', rejected: '\n\nHuman: a\n\nAssistant: c' };
    const rows = Array.from({ length: 5 }, (_, index) => (index < count ? odd : usual));
    expect(detectFormat(rows).format).toBe(format);
  });

  it('is "generic" for an empty file, with nothing guessed', () => {
    expect(detectFormat([])).toMatchObject({
      format: 'generic',
      columns: [],
      mapping: { prompt: '', responses: { kind: 'columns', columns: [] } },
    });
  });

  it('has a label and a description each', () => {
    for (const format of importFormats) expect(importFormatTexts[format].description).not.toBe('');
  });

  it('comes with a guessed mapping where it is unknown', () => {
    const row = {
      uuid: 1,
      question: 'x',
      answer_a: 'a',
      answer_b: 'b',
      model_a: 'm',
      winner: 'A',
      category: 'law',
    };
    expect(detectFormat([row]).mapping).toEqual({
      prompt: 'question',
      responses: { kind: 'columns', columns: ['answer_a', 'answer_b'], models: ['model_a', null] },
      id: 'uuid',
      domain: 'category',
      verdict: { column: 'winner', reading: 'letter' },
    });
  });

  it('comes with a guessed list of responses', () => {
    const rows = [{ prompt: 'x', responses: ['a', 'b'], choice: 0 }];
    expect(detectFormat(rows).mapping).toEqual({
      prompt: 'prompt',
      responses: { kind: 'list', column: 'responses' },
      verdict: { column: 'choice', reading: 'index_from_0' },
    });
  });
});
