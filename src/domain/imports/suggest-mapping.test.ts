import { describe, expect, it } from 'vitest';
import type { JsonRecord } from './json-record.ts';
import { suggestMapping } from './suggest-mapping.ts';

const guess = (...rows: JsonRecord[]) => suggestMapping(Object.keys(rows[0] ?? {}), rows);
const [long, short] = ['A reply with some words.', 'x'];

describe('two columns that differ by their ending', () => {
  it.each([
    ['answer_old', 'answer_new'],
    ['draft a', 'draft b'],
    ['bot-1', 'bot-2'],
    ['draft_left', 'draft_right'],
    ['replyOld', 'replyNew'],
    ['Draft_A', 'Draft_B'],
  ])('are the responses: %s and %s', (one, other) => {
    expect(guess({ question: 'Why?', [other]: long, [one]: long }).responses).toMatchObject({
      kind: 'columns',
      columns: [one, other],
    });
  });

  it.each<[string, JsonRecord]>([
    ['models', { model_a: 'cedar', model_b: 'fir' }],
    ['numbers', { quality_1: 3, quality_2: 5 }],
    ['a word that happens to end so', { renew: long, reold: long }],
    ['one side alone', { reply_old: long }],
  ])('are not taken for responses when they are %s', (_name, row) => {
    expect(guess({ question: 'Why?', ...row }).responses).toEqual({ kind: 'columns', columns: [] });
  });

  it('are the ones with the longest texts, and their models go with them', () => {
    const row = { tone_old: short, tone_new: short, bot_old: long, bot_new: long, model_old: 'cedar' };
    expect(guess({ question: 'Why?', ...row }).responses).toEqual({
      kind: 'columns',
      columns: ['bot_old', 'bot_new'],
      models: ['model_old', null],
    });
  });

  it('make way for the usual names', () => {
    const row = { chosen: long, rejected: long, draft_old: long, draft_new: long };
    expect(guess({ prompt: 'Why?', ...row }).responses).toMatchObject({
      columns: ['chosen', 'rejected'],
    });
  });
});

describe('the column of ids', () => {
  it.each([['ticket'], ['ticket_no'], ['case_id'], ['requestId']])('is %s', (column) => {
    expect(guess({ question: 'a', [column]: 'T-1' }, { question: 'b', [column]: 'T-2' }).id).toBe(column);
  });

  it.each<[string, JsonRecord, JsonRecord]>([
    ['says the same twice', { customer_id: 7 }, { customer_id: 7 }],
    ['is empty somewhere', { ticket: 'T-1' }, { ticket: null }],
    ['only sounds like it', { paid: 1 }, { paid: 2 }],
  ])('is none that %s', (_name, one, other) => {
    expect(guess({ question: 'a', ...one }, { question: 'b', ...other })).not.toHaveProperty('id');
  });
});
