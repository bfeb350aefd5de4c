import { describe, expect, it } from 'vitest';
import type { ColumnMapping } from '#contract/imports.ts';
import { assignColumn, type ColumnUse, columnUse, listMissing } from './edit-mapping.ts';

const columns = ['id', 'question', 'a', 'b', 'best'];
const mapping: ColumnMapping = {
  prompt: 'question',
  responses: ['b'],
  models: [],
  metadata: [],
  key: 'id',
  verdict: 'best',
  verdictAs: 'index_from_1',
};
const assign = (column: string, use: ColumnUse) => assignColumn(mapping, { column, use, columns });

describe('the use of a column', () => {
  it.each<[string, ColumnUse]>([
    ['question', 'prompt'],
    ['b', 'response'],
    ['id', 'key'],
    ['best', 'verdict'],
    ['a', 'metadata'],
  ])('of "%s" is %s', (column, use) => {
    expect(columnUse(mapping, column)).toBe(use);
  });

  it.each<[string, string, ColumnUse, object]>([
    ['puts responses in the order of the file', 'a', 'response', { responses: ['a', 'b'] }],
    ['takes the prompt from the column that had it', 'a', 'prompt', { prompt: 'a', responses: ['b'] }],
    ['leaves the old place empty', 'question', 'response', { prompt: '', responses: ['question', 'b'] }],
    ['replaces single responses by a list', 'a', 'responses_list', { responses: [], responsesColumn: 'a' }],
    ['keeps how a verdict is read', 'a', 'verdict', { verdict: 'a', verdictAs: 'index_from_1' }],
  ])('when it changes %s', (_, column, use, expected) => {
    expect(assign(column, use)).toMatchObject(expected);
  });

  it('forgets how a verdict is read when no column holds one', () => {
    expect(assign('best', 'metadata')).not.toHaveProperty('verdictAs');
    expect(assign('best', 'domain')).not.toHaveProperty('verdictAs');
  });

  it('reads a first verdict as a letter', () => {
    const bare: ColumnMapping = { prompt: 'question', responses: ['a'], models: [], metadata: [] };
    const next = assignColumn(bare, { column: 'best', use: 'verdict', columns });
    expect(next).toMatchObject({ verdict: 'best', verdictAs: 'letter' });
  });

  it('lets go of a list when a single response is chosen', () => {
    const listed: ColumnMapping = { ...mapping, responses: [], responsesColumn: 'b' };
    const next = assignColumn(listed, { column: 'a', use: 'response', columns });
    expect(next).toMatchObject({ responses: ['a'] });
    expect(next).not.toHaveProperty('responsesColumn');
  });
});

describe('what is missing', () => {
  it.each<[string, Partial<ColumnMapping>, number]>([
    ['nothing', {}, 0],
    ['a prompt', { prompt: '' }, 1],
    ['responses', { responses: [] }, 1],
    ['a model for a response', { models: ['m'], responses: ['a', 'b'] }, 1],
    ['no model where one list holds all', { models: ['m'], responses: [], responsesColumn: 'a' }, 0],
  ])('is told: %s', (_, change, count) => {
    expect(listMissing({ ...mapping, ...change })).toHaveLength(count);
  });
});
