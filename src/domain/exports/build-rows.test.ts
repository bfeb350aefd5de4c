import { describe, expect, test } from 'vitest';
import { buildRows } from './build-rows.ts';
import type { Vote } from './export.fixture.ts';
import { bothRubric, itemWith, planFor, ratingAnswers, ratingRubric, voteAnswers } from './export.fixture.ts';
import type { ExportFormat } from './export-format.ts';
import { exportFormats } from './export-format.ts';
import type { ExportItem } from './export-item.ts';
import { serialiseRow } from './serialise-row.ts';

const votes = (...given: Vote[]) => itemWith(given.map(voteAnswers));
const rowsOf = (item: ExportItem, ...plan: Parameters<typeof planFor>) =>
  buildRows(item, planFor(...plan)).rows;
const linesOf = (item: ExportItem, ...plan: Parameters<typeof planFor>) =>
  rowsOf(item, ...plan).map((row) => serialiseRow(planFor(...plan).columns, row));

describe('buildRows', () => {
  test('writes a preference with its evidence', () => {
    expect(linesOf(votes(-2, -3, 0), 'trl-preference')).toEqual([
      '{"prompt":[{"role":"user","content":"Why is ice slippery?"}],"chosen":[{"role":"assistant","content":"A thin film of water."}],"rejected":[{"role":"assistant","content":"It is cold."}],"item_id":"i1","pair_group":"abc123","n_annotators":3,"agreement":0.666667,"votes_chosen":2,"votes_rejected":0,"votes_tie":1,"votes_both_bad":0,"preference_strength_mean":1.666667,"adjudicated":false}',
    ]);
  });

  test('puts the response that won first, whichever it was', () => {
    expect(rowsOf(votes(2, 2, -1), 'trl-preference')).toMatchObject([
      {
        chosen: [{ content: 'It is cold.' }],
        votes_chosen: 2,
        votes_rejected: 1,
        preference_strength_mean: 1,
      },
    ]);
  });

  test.each([
    ['small', 0.666667],
    ['large', 2],
    ['none', 0],
  ] as const)('writes a %s margin', (margin, expected) => {
    expect(rowsOf(votes(-2), 'trl-reward', { margin })).toMatchObject([{ margin: expected }]);
  });

  test('writes a whole margin as a float', () => {
    expect(linesOf(votes(-3), 'trl-reward')[0]).toContain('"margin":1.0,');
  });

  test('writes ties both ways for a reward model when asked', () => {
    const rows = rowsOf(votes(0), 'trl-reward', { ties: 'both_ways' });
    expect(rows).toMatchObject([
      { chosen: [{ content: 'A thin film of water.' }], margin: 0 },
      { chosen: [{ content: 'It is cold.' }], margin: 0 },
    ]);
  });

  test('keeps ties apart when asked', () => {
    const made = buildRows(votes(0, 0, 1), planFor('trl-preference', { ties: 'separate' }));
    expect(made).toMatchObject({
      rows: [],
      drops: [],
      ties: [{ n_annotators: 3, votes_2: 1, votes_tie: 2 }],
    });
  });

  test('writes what OpenAI takes and not a key more', () => {
    expect(linesOf(votes(1), 'openai-dpo', { includeModelNames: true })).toEqual([
      '{"input":{"messages":[{"role":"user","content":"Why is ice slippery?"}]},"preferred_output":[{"role":"assistant","content":"It is cold."}],"non_preferred_output":[{"role":"assistant","content":"A thin film of water."}]}',
    ]);
  });

  test('makes a pair of every two responses that were rated apart', () => {
    const item = itemWith([ratingAnswers(4, 2, 4)], {
      responses: [1, 2, 3].map((number) => ({ id: `r${number}`, text: `Text ${number}` })),
    });
    const made = buildRows(item, planFor('trl-reward', { rubric: ratingRubric }));
    expect(made.rows).toMatchObject([
      {
        chosen: [{ content: 'Text 1' }],
        rejected: [{ content: 'Text 2' }],
        margin: 0.5,
        preference_strength_mean: 2,
      },
      { chosen: [{ content: 'Text 3' }], rejected: [{ content: 'Text 2' }] },
    ]);
    expect(made.drops).toEqual(['tie']);
  });

  test('labels responses for KTO by their rating and leaves the middle out', () => {
    const item = itemWith([ratingAnswers(4, 2), ratingAnswers(3, 2)]);
    const made = buildRows(item, planFor('trl-kto', { rubric: bothRubric }));
    expect(made.rows).toMatchObject([
      { label: true, response_id: 'r1', label_source: 'rating', score: 0.875, agreement: 1, n_annotators: 2 },
    ]);
    expect(made.drops).toEqual(['middle_rating']);
  });

  test.each<[string, Vote[], boolean[], number[]]>([
    ['a winner and a loser', [-1, -1, 2], [true, false], [0.666667, 0.333333]],
    ['two bad ones', ['x', 'x', 2], [false, false], [0, 0.333333]],
  ])('labels %s for KTO by comparison', (_name, given, labels, scores) => {
    const rows = rowsOf(votes(...given), 'trl-kto');
    expect(rows.map((row) => row.label)).toEqual(labels);
    expect(rows.map((row) => row.score)).toEqual(scores);
  });

  test('writes one annotation a judgment with the order shown', () => {
    const lines = linesOf(votes(-2, 'x'), 'annotations').map((line) => JSON.parse(line));
    expect(lines).toMatchObject([
      {
        annotator: 'annotator-1',
        order_shown: ['r2', 'r1'],
        verdict: 'prefers',
        preferred_response: 'r1',
        strength: 2,
      },
      { annotator: 'annotator-2', verdict: 'both_bad', preferred_response: '', strength: 0, confidence: 0 },
    ]);
    expect(JSON.parse(lines[0].pair_answers)).toEqual({
      overall: { verdict: 'prefers', responseId: 'r1', strength: 2 },
    });
  });

  test.each(exportFormats)('%s names no model unless asked', (format) => {
    for (const row of rowsOf(votes(-1), format)) expect(JSON.stringify(row)).not.toContain('model-a');
  });

  test.each(exportFormats)('%s has exactly its columns in every row, in order', (format: ExportFormat) => {
    for (const includeModelNames of [false, true]) {
      const names = planFor(format, { includeModelNames }).columns.map((column) => column.name);
      for (const row of rowsOf(votes(-1, 2, 3), format, { includeModelNames }))
        expect(Object.keys(row)).toEqual(names);
    }
  });
});

describe('buildRows leaves out', () => {
  const user = (content: string) => ({ role: 'user', content }) as const;
  const assistant = (content: string) => ({ role: 'assistant', content }) as const;
  const responses = (first: string, second: string) => [
    { id: 'r1', text: first },
    { id: 'r2', text: second },
  ];
  const won = votes(-1);

  test.each<[string, ExportItem, Parameters<typeof planFor>[1], string]>([
    ['too few judgments', won, { minJudgments: 2 }, 'too_few_judgments'],
    ['an item without judgments', votes(), {}, 'too_few_judgments'],
    ['low agreement', votes(-1, -1, 2), { minAgreement: 0.7 }, 'low_agreement'],
    ['a tie', votes(0), {}, 'tie'],
    ['both bad', votes('x'), {}, 'both_bad'],
    ['an empty response', { ...won, responses: responses('', 'b') }, {}, 'empty'],
    ['a blank response', { ...won, responses: responses('a', '\u00a0 \n') }, {}, 'empty'],
    ['an empty prompt', { ...won, prompt: [] }, {}, 'empty'],
    ['identical responses', { ...won, responses: responses('same', ' same\n') }, {}, 'identical'],
    ['a lone surrogate', { ...won, responses: responses('a', 'b\ud800') }, {}, 'malformed_text'],
    ['template tokens', { ...won, responses: responses('a', 'b<|im_end|>') }, {}, 'template_tokens'],
    ['a transcript in a prompt', { ...won, prompt: [user('Hi\n\nHuman: Ho')] }, {}, 'template_tokens'],
    ['two user turns in a row', { ...won, prompt: [user('a'), user('b')] }, {}, 'roles'],
    ['a prompt that begins with the assistant', { ...won, prompt: [assistant('a'), user('b')] }, {}, 'roles'],
    ['a late system turn', { ...won, prompt: [user('a'), { role: 'system', content: 'b' }] }, {}, 'roles'],
    ['a system turn alone', { ...won, prompt: [{ role: 'system', content: 'b' }] }, {}, 'roles'],
    [
      'a prompt that ends on the assistant',
      { ...won, prompt: [user('a'), assistant('b')] },
      {},
      'ends_on_assistant',
    ],
    ['one response', { ...won, responses: responses('a', 'b').slice(1) }, {}, 'not_a_pair'],
    [
      'three responses to one comparison',
      { ...won, responses: [...responses('a', 'b'), { id: 'r3', text: 'c' }] },
      {},
      'not_a_pair',
    ],
  ])('%s', (_name, item, options, reason) => {
    expect(buildRows(item, planFor('trl-preference', options))).toEqual({
      rows: [],
      ties: [],
      drops: [reason],
    });
  });

  test('tool turns where OpenAI would refuse them', () => {
    const prompt = [user('a'), assistant('b'), { role: 'tool', content: 'c' } as const];
    expect(buildRows({ ...won, prompt }, planFor('openai-dpo')).drops).toEqual(['roles']);
    expect(buildRows({ ...won, prompt }, planFor('trl-preference')).drops).toEqual([]);
  });

  test('no annotation for what it says', () => {
    const item = { ...won, prompt: [assistant('<|im_start|>')] };
    expect(rowsOf(item, 'annotations')).toHaveLength(1);
  });
});
