import { describe, expect, test } from 'vitest';
import { smallDialogue } from '#domain/dialogue/dialogue.fixture.ts';
import { type Answers, type ContinuationChoice, emptyAnswers } from '#domain/judging/answers.ts';
import { freshScale } from '#domain/rubrics/fresh-scale.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { buildRows } from './build-rows.ts';
import { itemWith, planFor } from './export.fixture.ts';
import type { ExportFormat } from './export-format.ts';
import type { ExportOptions } from './export-options.ts';
import { listFittingFormats } from './fitting-formats.ts';
import { serialiseRow } from './serialise-row.ts';

const rubric: Rubric = {
  criteria: [
    { key: 'way', label: 'Way', help: '', target: 'task', scale: freshScale('continuation'), required: true },
  ],
  overallKey: null,
  justification: { ask: 'off', minCharacters: 0 },
  confidence: 'off',
};
const dialogue = smallDialogue.map((turn) => ({ ...turn, model: `model of ${turn.id}` }));
const ways = (...choices: [string | null, string | null][]): Answers => {
  const path = choices.map(([at, chosen]): ContinuationChoice => ({ at, chosen }));
  return { ...emptyAnswers, continuation: { way: { path, aside: [{ at: 'd9', chosen: 'd10' }] } } };
};

function rowsOf(format: ExportFormat, answers: readonly Answers[], options: Partial<ExportOptions> = {}) {
  const plan = planFor(format, { rubric, ...options });
  const made = buildRows(itemWith(answers, { dialogue, responses: [] }), plan);
  for (const row of made.rows) serialiseRow(plan.columns, row);
  return made;
}
const said = (messages: unknown) => (messages as { content: string }[])[0]?.content.replace('Text of ', '');
const pairsOf = (made: ReturnType<typeof rowsOf>) =>
  made.rows.map((row) => `${said(row.chosen)} > ${said(row.rejected)}`);

describe('choices in a recorded dialogue', () => {
  test('become a pair with each other reply, below the dialogue up to there', () => {
    const made = rowsOf('trl-preference', [ways([null, 'd1'], ['d4', 'd6'])]);
    expect(pairsOf(made)).toEqual(['d1 > d8', 'd6 > d5', 'd6 > d7']);
    const prompt = made.rows[1]?.prompt as { role: string; content: string }[];
    expect(prompt.slice(-4)).toEqual([
      { role: 'assistant', content: 'Text of d1' },
      { role: 'user', content: 'Text of d2' },
      { role: 'assistant', content: 'Text of d3' },
      { role: 'user', content: 'Text of d4' },
    ]);
    expect(made.drops).toEqual([]);
  });

  test('of several people are counted together, place by place', () => {
    const made = rowsOf('trl-preference', [
      ways([null, 'd1'], ['d4', 'd6']),
      ways([null, 'd1'], ['d4', 'd5']),
      ways([null, 'd8'], ['d9', 'd11']),
    ]);
    expect(pairsOf(made)).toEqual(['d1 > d8', 'd5 > d7', 'd6 > d7', 'd11 > d10']);
    expect(made.rows[0]).toMatchObject({ n_annotators: 3, votes_chosen: 2, votes_rejected: 1 });
    // One of them took d5, one d6: which is better is not settled.
    expect(made.drops).toEqual(['tie']);
  });

  test('give way to the final answer at the places that it passes', () => {
    const judged = [ways([null, 'd1'], ['d4', 'd6']), ways([null, 'd1'], ['d4', 'd6'])];
    const settled = (answers: Answers | null, options: Partial<ExportOptions> = {}) => {
      const plan = planFor('trl-preference', { rubric, minJudgments: 2, ...options });
      const final = { answers, rubricVersion: 1, cause: answers === null ? 'bad_item' : 'slip' } as const;
      return buildRows({ ...itemWith(judged, { dialogue, responses: [] }), final }, plan);
    };
    const made = settled(ways([null, 'd1'], ['d4', 'd5']));
    // It says nothing of d6 against d7: there the votes count.
    expect(pairsOf(made)).toEqual(['d1 > d8', 'd5 > d6', 'd5 > d7', 'd6 > d7']);
    expect(made.rows[1]).toMatchObject({
      adjudicated: true,
      n_annotators: 2,
      votes_chosen: 0,
      votes_rejected: 2,
    });
    const other = settled(ways([null, 'd8'], ['d9', 'd11']));
    // Nobody but who settled it went that way; the annotators' way counts where that one does not pass.
    expect(pairsOf(other)).toEqual(['d8 > d1', 'd6 > d5', 'd6 > d7', 'd11 > d10']);
    expect(pairsOf(settled(ways([null, 'd8']), { finalAnswers: false }))).toEqual(
      pairsOf(rowsOf('trl-preference', judged)),
    );
    expect(settled(null)).toEqual({ rows: [], ties: [], drops: ['bad_item'] });
  });

  test('of none say that all replies are bad', () => {
    const made = rowsOf('openai-dpo', [ways([null, 'd1'], ['d4', null])]);
    expect([made.rows.length, made.drops]).toEqual([1, ['both_bad', 'both_bad', 'both_bad']]);
  });

  test('are left out below the wanted number of judgments', () => {
    const made = rowsOf('trl-reward', [ways([null, 'd1'], ['d4', 'd6'])], { minJudgments: 2 });
    expect([made.rows, new Set(made.drops)]).toEqual([[], new Set(['too_few_judgments'])]);
  });

  test('name the models only where that is asked for', () => {
    const answers = [ways([null, 'd1'], ['d4', 'd6'])];
    expect(JSON.stringify(rowsOf('trl-preference', answers).rows)).not.toContain('model of');
    expect(rowsOf('trl-preference', answers, { includeModelNames: true }).rows[0]).toMatchObject({
      chosen_model: 'model of d1',
      rejected_model: 'model of d8',
    });
  });

  test('stand whole in annotations, with the tree that they were made in', () => {
    const answers = ways([null, 'd1'], ['d4', 'd6']);
    const [row] = rowsOf('annotations', [answers]).rows;
    expect(JSON.parse(String(row?.other_answers))).toEqual({ continuation: answers.continuation });
    expect(JSON.parse(String(row?.dialogue))).toEqual(
      smallDialogue.map(({ id, parentId, role, text }) => ({ id, parent: parentId, role, text })),
    );
    expect(JSON.stringify(row)).not.toContain('model of');
    const [named] = rowsOf('annotations', [answers], { includeModelNames: true }).rows;
    expect(JSON.parse(String(named?.dialogue))[0]).toMatchObject({ model: 'model of d1' });
  });

  test('fit the formats for pairs', () => {
    expect(listFittingFormats(rubric)).toEqual(['trl-preference', 'trl-reward', 'openai-dpo', 'annotations']);
  });
});
