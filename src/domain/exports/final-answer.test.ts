import { describe, expect, test } from 'vitest';
import type { Answers } from '#domain/judging/answers.ts';
import { buildRows } from './build-rows.ts';
import { itemWith, planFor, ratingAnswers, ratingRubric, type Vote, voteAnswers } from './export.fixture.ts';
import type { ExportFormat } from './export-format.ts';
import type { ExportItem } from './export-item.ts';

/** An item with votes and a final answer; null for a bad item. */
function settled(votes: readonly Vote[], final: Answers | null): ExportItem {
  const given = { answers: final, rubricVersion: 1, cause: final === null ? 'bad_item' : 'slip' } as const;
  return { ...itemWith(votes.map(voteAnswers)), final: given };
}
const make = (item: ExportItem, format: ExportFormat, options: Parameters<typeof planFor>[1] = {}) =>
  buildRows(item, planFor(format, options));

describe('an item with a final answer', () => {
  const item = settled([-1, -2, 3], voteAnswers(3));

  test('has it as its verdict in a preference, with the votes beside it', () => {
    expect(make(item, 'trl-preference').rows).toMatchObject([
      {
        chosen: [{ content: 'It is cold.' }],
        n_annotators: 3,
        votes_chosen: 1,
        votes_rejected: 2,
        agreement: 0.333333,
        adjudicated: true,
      },
    ]);
  });

  test('has its strength as the margin', () => {
    expect(make(item, 'trl-reward').rows).toMatchObject([{ margin: 1, adjudicated: true }]);
  });

  test('labels for KTO by it', () => {
    expect(make(item, 'trl-kto').rows).toMatchObject([
      { response_id: 'r1', label: false, score: 0.666667, adjudicated: true },
      { response_id: 'r2', label: true, score: 0.333333, adjudicated: true },
    ]);
  });

  test('has it as the preferred output for OpenAI, without a column of its own', () => {
    const [row] = make(item, 'openai-dpo').rows;
    expect(row).toMatchObject({ preferred_output: [{ content: 'It is cold.' }] });
    expect(row).not.toHaveProperty('adjudicated');
  });

  test('is decided by votes where that was asked for', () => {
    const [row] = make(item, 'trl-preference', { finalAnswers: false }).rows;
    expect(row).toMatchObject({ chosen: [{ content: 'A thin film of water.' }], adjudicated: false });
  });

  test('needs no majority and no number of judgments', () => {
    const thresholds = { minJudgments: 5, minAgreement: 0.9 };
    expect(make(item, 'trl-preference', thresholds).rows).toHaveLength(1);
    expect(make(item, 'trl-kto', thresholds).rows).toHaveLength(2);
    const byVotes = make(item, 'trl-preference', { ...thresholds, finalAnswers: false });
    expect(byVotes.drops).toEqual(['too_few_judgments']);
  });

  test.each<[Vote, string]>([
    [0, 'tie'],
    ['x', 'both_bad'],
  ])('makes no pair where it is %s', (vote, reason) => {
    expect(make(settled([-1, -1], voteAnswers(vote)), 'trl-preference')).toEqual({
      rows: [],
      ties: [],
      drops: [reason],
    });
  });

  test('keeps the votes where it says nothing about the pair', () => {
    const silent = settled([-1, -1], { pair: {}, response: {}, task: {} });
    expect(make(silent, 'trl-preference').rows).toMatchObject([
      { chosen: [{ content: 'A thin film of water.' }], adjudicated: false },
    ]);
  });

  test('takes ratings from it, in pairs, labels and means', () => {
    const rated: ExportItem = {
      ...itemWith([ratingAnswers(4, 0), ratingAnswers(4, 0)]),
      final: { answers: ratingAnswers(0, 4), rubricVersion: 1, cause: 'expertise' },
    };
    const rubric = { rubric: ratingRubric };
    expect(make(rated, 'trl-preference', rubric).rows).toMatchObject([
      { chosen: [{ content: 'It is cold.' }], adjudicated: true },
    ]);
    expect(make(rated, 'trl-kto', rubric).rows).toMatchObject([
      { label: false, score: 0, agreement: 0, n_annotators: 2, adjudicated: true },
      { label: true, score: 1, adjudicated: true },
    ]);
    expect(make(rated, 'ratings', rubric).rows).toMatchObject([{ helpfulness: 0 }, { helpfulness: 4 }]);
  });
});

describe('a bad item', () => {
  test.each<ExportFormat>(['trl-preference', 'trl-reward', 'trl-kto', 'openai-dpo'])(
    'makes no row of %s',
    (format) => {
      expect(make(settled([-1], null), format)).toEqual({ rows: [], ties: [], drops: ['bad_item'] });
      expect(make(settled([-1], null), format, { finalAnswers: false }).drops).toEqual([]);
    },
  );
});

describe('annotations', () => {
  test('carry the final answer beside what each annotator said', () => {
    const { rows } = make(settled([-1, 2], voteAnswers(2)), 'annotations');
    expect(rows.map((row) => row.preferred_response)).toEqual(['r1', 'r2']);
    for (const row of rows)
      expect(JSON.parse(String(row.final_answer))).toEqual({
        cause: 'slip',
        rubric_version: 1,
        answers: voteAnswers(2),
      });
  });

  test('carry the cause alone of a bad item, and nothing where nobody settled it', () => {
    const [bad] = make(settled([-1], null), 'annotations').rows;
    expect(JSON.parse(String(bad?.final_answer))).toMatchObject({ cause: 'bad_item', answers: null });
    const [open] = make(itemWith([voteAnswers(1)]), 'annotations').rows;
    expect(open?.final_answer).toBe('');
  });
});
