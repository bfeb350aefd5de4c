import { describe, expect, it } from 'vitest';
import type { ColumnMapping } from '#contract/imports.ts';
import { flowStart, type ImportFlow, type ImportFlowEvent, nextFlow } from './import-flow.ts';

const chosen: ImportFlowEvent = { type: 'chosen', fileName: 'a.jsonl', sizeBytes: 100 };
const sent = (bytes: number, atMs: number, isCut = false): ImportFlowEvent => ({
  type: 'sent',
  bytes,
  atMs,
  isCut,
});
const arrived: ImportFlowEvent = { type: 'arrived', uploadId: 'u1' };
const mapping: ColumnMapping = { prompt: 'question', responses: ['a'], models: [], metadata: [] };
const flowAfter = (...events: ImportFlowEvent[]): ImportFlow => events.reduce(nextFlow, flowStart);

describe('the way of a file into a project', () => {
  it.each<[string, ImportFlowEvent[], object]>([
    ['waits for a file at first', [], { step: 'choose' }],
    ['shows how much has arrived', [chosen, sent(40, 0)], { step: 'uploading', sentBytes: 40, isCut: false }],
    ['shows a cut', [chosen, sent(40, 0), sent(40, 9, true)], { isCut: true, samples: [] }],
    [
      'leads to the choices when all has arrived',
      [chosen, arrived],
      { step: 'decide', choices: { pairs: 'all' } },
    ],
    [
      'begins again with the reason when sending failed',
      [chosen, { type: 'failed', problem: 'Full.' }],
      { step: 'choose', problem: 'Full.' },
    ],
    ['does not fall back when a piece is told late', [chosen, arrived, sent(40, 0)], { step: 'decide' }],
    [
      'keeps a chosen format',
      [chosen, arrived, { type: 'format_chosen', format: 'helpsteer2' }],
      { choices: { pairs: 'all', format: 'helpsteer2' } },
    ],
    [
      'takes a mapping as the choice of own columns',
      [chosen, arrived, { type: 'mapping_changed', mapping }],
      { choices: { pairs: 'all', format: 'generic', mapping } },
    ],
    [
      'drops the mapping with another format',
      [chosen, arrived, { type: 'mapping_changed', mapping }, { type: 'format_chosen', format: undefined }],
      { choices: { pairs: 'all' } },
    ],
    [
      'keeps the pairs with another format',
      [
        chosen,
        arrived,
        { type: 'pairs_chosen', pairs: 'best_vs_worst' },
        { type: 'format_chosen', format: 'ultrafeedback' },
      ],
      { choices: { pairs: 'best_vs_worst', format: 'ultrafeedback' } },
    ],
    ['ends where it began', [chosen, arrived, { type: 'left' }], { step: 'choose' }],
    [
      'knows no choices before the file is there',
      [chosen, { type: 'pairs_chosen', pairs: 'all' }],
      { step: 'uploading' },
    ],
  ])('%s', (_, events, expected) => {
    expect(flowAfter(...events)).toMatchObject(expected);
  });

  it('holds no mapping once the format was left to the server again', () => {
    const flow = flowAfter(
      chosen,
      arrived,
      { type: 'mapping_changed', mapping },
      { type: 'format_chosen', format: undefined },
    );
    expect(flow).toHaveProperty('choices', { pairs: 'all' });
  });
});
