import { describe, expect, test } from 'vitest';
import { type Answers, emptyAnswers } from '#domain/judging/answers.ts';
import { freshScale } from '#domain/rubrics/fresh-scale.ts';
import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';
import type { Scale } from '#domain/rubrics/scale.ts';
import type { CriterionTarget } from '#domain/rubrics/target.ts';
import { buildRows } from './build-rows.ts';
import { itemWith, judge, planFor } from './export.fixture.ts';
import type { ExportFormat } from './export-format.ts';
import type { ExportConversation, ExportItem, ExportTurn } from './export-item.ts';
import { listFittingFormats } from './fitting-formats.ts';
import { serialiseRow } from './serialise-row.ts';

function rubricOf(target: CriterionTarget, scale: Scale, overallKey: string | null = null): Rubric {
  const criterion: Criterion = { key: 'asked', label: 'Asked', help: '', target, scale, required: true };
  return {
    criteria: [criterion],
    overallKey,
    justification: { ask: 'off', minCharacters: 0 },
    confidence: 'off',
  };
}

/** The rows, which must also be writable: no null, every column there. */
function rowsOf(format: ExportFormat, rubric: Rubric, item: ExportItem) {
  const plan = planFor(format, { rubric });
  const made = buildRows(item, plan);
  for (const row of made.rows) serialiseRow(plan.columns, row);
  return made;
}

const three = {
  responses: [
    { id: 'r1', text: 'One.' },
    { id: 'r2', text: 'Two.' },
    { id: 'r3', text: 'Three.' },
  ],
};
const ranking = rubricOf('ranking', freshScale('ranking'), 'asked');
const ranked = (...groups: string[][]): Answers => ({
  ...emptyAnswers,
  ranking: { asked: { verdict: 'ranked', groups } },
});

describe('rankings', () => {
  test('become ranks by the mean of the annotators, 0 for the best', () => {
    const item = itemWith([ranked(['r2'], ['r1', 'r3']), ranked(['r2'], ['r3'], ['r1'])], three);
    expect(rowsOf('nemo-ranking', ranking, item).rows).toMatchObject([
      {
        completions: [
          { rank: 2, completion: [{ role: 'assistant', content: 'One.' }] },
          { rank: 0, completion: [{ role: 'assistant', content: 'Two.' }] },
          { rank: 1, completion: [{ role: 'assistant', content: 'Three.' }] },
        ],
        mean_ranks: [2.5, 1, 2],
        n_annotators: 2,
      },
    ]);
  });

  test('become a pair of every two responses that are not tied', () => {
    const made = rowsOf('trl-preference', ranking, itemWith([ranked(['r2'], ['r1', 'r3'])], three));
    expect(made.rows.map(({ chosen, rejected }) => [chosen, rejected])).toEqual([
      [[{ role: 'assistant', content: 'Two.' }], [{ role: 'assistant', content: 'One.' }]],
      [[{ role: 'assistant', content: 'Two.' }], [{ role: 'assistant', content: 'Three.' }]],
    ]);
    expect(made.drops).toEqual(['tie']);
  });

  test('of best and worst make pairs with these two only', () => {
    const answers: Answers = {
      ...emptyAnswers,
      ranking: { asked: { verdict: 'best_worst', best: 'r3', worst: 'r1' } },
    };
    const made = rowsOf('trl-preference', ranking, itemWith([answers], three));
    expect(made.rows).toHaveLength(3);
  });

  test('that call all bad make nothing', () => {
    const answers: Answers = { ...emptyAnswers, ranking: { asked: { verdict: 'all_bad' } } };
    expect(rowsOf('nemo-ranking', ranking, itemWith([answers], three)).drops).toEqual(['unanswered']);
    const made = rowsOf('trl-preference', ranking, itemWith([answers], three));
    expect(made).toMatchObject({ rows: [], drops: ['both_bad', 'both_bad', 'both_bad'] });
  });
});

describe('ratings', () => {
  const rubric = rubricOf('response', { kind: 'rating', min: 0, max: 4, anchors: [] });
  const rated = (r1: number | null, r2: number | null): Answers => ({
    ...emptyAnswers,
    response: { asked: { r1, r2 } },
  });

  test('are means by response, "not applicable" left out', () => {
    const made = rowsOf('ratings', rubric, itemWith([rated(4, 1), rated(1, null)]));
    expect(made.rows.map(({ asked, n_annotators }) => [asked, n_annotators])).toEqual([
      [2.5, 2],
      [1, 1],
    ]);
  });

  test('that nobody gave make no row', () => {
    expect(rowsOf('ratings', rubric, itemWith([rated(null, 2)])).drops).toEqual(['unanswered']);
  });

  test('of what went wrong never make the graver response the chosen one', () => {
    const condition = { criterionKey: 'safety', test: { kind: 'one_of', values: ['unsafe'] } } as const;
    const severity = { ...rubric, criteria: rubric.criteria.map((each) => ({ ...each, condition })) };
    expect(listFittingFormats(rubric)).toEqual(expect.arrayContaining(['trl-preference', 'trl-kto']));
    expect(listFittingFormats(severity)).toEqual(['ratings', 'annotations']);
  });
});

describe('written texts', () => {
  const rubric = rubricOf('task', freshScale('writing'));
  const written = (text: string, editedFrom: string | null): Answers => ({
    ...emptyAnswers,
    writing: { asked: { text, editedFrom } },
  });

  test('become completions, with what they were edited from', () => {
    const made = rowsOf('trl-sft', rubric, itemWith([written('Melted water.', 'r2')]));
    expect(made.rows).toMatchObject([
      {
        completion: [{ role: 'assistant', content: 'Melted water.' }],
        edited_from: 'r2',
        original: 'It is cold.',
      },
    ]);
  });

  test('make a pair with the original', () => {
    const made = rowsOf('trl-reward', rubric, itemWith([written('Melted water.', 'r2')]));
    expect(made.rows).toMatchObject([
      { chosen: [{ content: 'Melted water.' }], rejected: [{ content: 'It is cold.' }], margin: 1 },
    ]);
  });

  test.each([
    ['from scratch make no pair', null, 'Melted water.', []],
    ['that change nothing make no pair', 'r2', 'It is cold.', ['identical']],
  ] as const)('%s', (_, editedFrom, text, drops) => {
    const made = rowsOf('trl-preference', rubric, itemWith([written(text, editedFrom)]));
    expect(made).toEqual({ rows: [], ties: [], drops });
  });

  test('that are prompts stand alone, with the goal', () => {
    const prompts = rubricOf('task', { ...freshScale('writing'), purpose: 'prompt', start: 'blank' });
    const brief = { title: '', goal: 'Get a no.', constraints: [] };
    const item = itemWith([written('Do my exam.', null)], { prompt: [], responses: [], brief });
    expect(rowsOf('trl-prompts', prompts, item).rows).toMatchObject([
      { prompt: [{ role: 'user', content: 'Do my exam.' }], goal: 'Get a no.' },
    ]);
  });
});

describe('steps', () => {
  const rubric = rubricOf('step', freshScale('step_label'));
  const labelled = (...labels: string[]): Answers => ({
    ...emptyAnswers,
    step: { asked: Object.fromEntries(labels.map((label, index) => [`r1.s${index + 1}`, label])) },
  });
  const item = (...answers: Answers[]) =>
    itemWith(answers, { responses: [{ id: 'r1', text: 'a', steps: ['First.', 'Second.', 'Third.'] }] });

  test('are labelled by the majority, at equal votes by the worse label', () => {
    const made = rowsOf('trl-stepwise', rubric, item(labelled('good', 'neutral'), labelled('good', 'bad')));
    expect(made.rows).toMatchObject([
      {
        prompt: 'Why is ice slippery?',
        completions: ['First.', 'Second.'],
        labels: [true, false],
        step_labels: ['good', 'bad'],
        first_error: 2,
      },
    ]);
  });

  test('without a label make no row', () => {
    expect(rowsOf('trl-stepwise', rubric, item(emptyAnswers)).drops).toEqual(['no_steps']);
  });
});

describe('marks', () => {
  const rubric = rubricOf('span', freshScale('marks'));

  test('carry the words that they mark, counted in code points', () => {
    const answers: Answers = {
      ...emptyAnswers,
      span: {
        asked: [
          { id: 'm1', unitId: 'r1', start: 2, end: 7, label: 'logic', severity: 'minor' },
          { id: 'm2', unitId: 'r1', start: null, end: null, label: 'verbosity' },
        ],
      },
    };
    const item = itemWith([answers], { responses: [{ id: 'r1', text: '😀 hello there' }] });
    expect(rowsOf('marks', rubric, item).rows).toMatchObject([
      { quote: 'hello', start: 2, end: 7, label: 'logic', severity: 'minor' },
      { quote: '', start: -1, end: -1, label: 'verbosity', severity: '' },
    ]);
  });
});

describe('live conversations', () => {
  const rubric = rubricOf('task', freshScale('chat'));
  const turn = (id: string, parentId: string | null, change: Partial<ExportTurn>): ExportTurn => ({
    id,
    parentId,
    role: 'user',
    text: id,
    model: '',
    state: 'complete',
    isChosen: false,
    rating: null,
    attack: null,
    request: null,
    ...change,
  });
  const conversation: ExportConversation = {
    headId: 'u2',
    turns: [
      turn('u1', null, {}),
      turn('a1', 'u1', { role: 'assistant', model: 'one', isChosen: true }),
      turn('b1', 'u1', { role: 'assistant', model: 'two' }),
      turn('c1', 'u1', { role: 'assistant', model: 'three', state: 'failed' }),
      turn('u2', 'a1', {}),
      turn('a2', 'u2', { role: 'assistant', attack: { technique: 'role_play', success: 4, broke: true } }),
    ],
  };
  const item = itemWith([], {
    prompt: [],
    responses: [],
    judgments: judge([{ ...emptyAnswers, chat: { asked: { conversationId: 'c' } } }]).map((judgment) => ({
      ...judgment,
      conversations: { c: conversation },
    })),
  });

  test('become the messages that were gone through, and where it broke', () => {
    const [row] = rowsOf('conversations', rubric, item).rows;
    expect(row).toMatchObject({
      messages: [{ content: 'u1' }, { content: 'a1' }, { content: 'u2' }, { content: 'a2' }],
      success: 4,
      broke_at_turn: 4,
    });
    expect(row?.turns).not.toContain('"model"');
  });

  test('make a pair of each choice with every other complete reply', () => {
    expect(rowsOf('trl-preference', rubric, item).rows).toMatchObject([
      { prompt: [{ content: 'u1' }], chosen: [{ content: 'a1' }], rejected: [{ content: 'b1' }] },
    ]);
  });
});

test.each<[string, Rubric, ExportFormat[]]>([
  ['a ranking', ranking, ['trl-preference', 'trl-reward', 'openai-dpo', 'nemo-ranking', 'annotations']],
  ['steps', rubricOf('step', freshScale('step_label')), ['trl-stepwise', 'annotations']],
  ['claims', rubricOf('span', freshScale('claims')), ['marks', 'annotations']],
  [
    'edits',
    rubricOf('task', freshScale('writing')),
    ['trl-preference', 'trl-reward', 'openai-dpo', 'trl-sft', 'annotations'],
  ],
  ['a slider', rubricOf('response', freshScale('slider')), ['ratings', 'annotations']],
])('%s can be exported only to what it gives', (_, rubric, formats) => {
  expect(listFittingFormats(rubric)).toEqual(formats);
});
