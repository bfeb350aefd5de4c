import { describe, expect, it } from 'vitest';
import { createNormaliser } from './create-normaliser.ts';
import type { ImportFormat } from './format.ts';
import type { JsonRecord } from './json-record.ts';

/** Normalises rows as a file would and gives the items and the codes of what was left out. */
function run(format: ImportFormat, rows: readonly JsonRecord[]) {
  const normaliser = createNormaliser({ format });
  const all = [
    ...rows.flatMap((record, index) => normaliser.push({ line: index + 1, record })),
    ...normaliser.finish(),
  ];
  return {
    items: all.flatMap((entry) => ('item' in entry ? [entry.item] : [])),
    codes: all.flatMap((entry) => ('rejection' in entry ? [entry.rejection.code] : [])),
    lines: all.map(({ line }) => line),
  };
}

const prefers = (responseId: string, strength: number | null) => ({
  verdict: 'prefers',
  responseId,
  strength,
});

describe('HelpSteer preferences', () => {
  const three = {
    context: [{ role: 'user', content: 'Plan' }],
    response1: 'one',
    response2: 'two',
    overall_preference: 0,
  };
  const two = { prompt: 'Plan', response_1: 'one', response_2: 'two', preference_strength: 0 };
  const cases: readonly [number, object][] = [
    [-3, prefers('r1', 3)],
    [-1, prefers('r1', 1)],
    [0, { verdict: 'tie' }],
    [2, prefers('r2', 2)],
    [-100, { verdict: 'both_bad' }],
  ];
  it.each(cases)('read %i by their own sign', (value, preference) => {
    const third = run('helpsteer3', [{ ...three, overall_preference: value }]).items[0]?.verdict;
    const second = run('helpsteer2_preference', [{ ...two, preference_strength: value }]).items[0]?.verdict;
    expect(third).toMatchObject({ preference, strengthScale: 3, judgedBy: 'human' });
    expect(second).toMatchObject({ preference, strengthScale: 3, judgedBy: 'human' });
  });

  it('refuse a strength beyond the scale', () => {
    expect(run('helpsteer3', [{ ...three, overall_preference: 4 }]).codes).toEqual(['unknown_verdict']);
    expect(run('helpsteer2_preference', [{ ...two, preference_strength: 'strong' }]).codes).toEqual([
      'unknown_verdict',
    ]);
  });

  it('keep every single vote, and -100 among them is no strength', () => {
    const votes = [{ strength: -100, statement: 'x' }, { strength: 1 }];
    const [item] = run('helpsteer2_preference', [{ ...two, all_preferences_unprocessed: votes }]).items;
    expect(item?.verdict?.votes).toEqual([
      { preference: { verdict: 'both_bad' }, details: { statement: 'x' } },
      { preference: prefers('r2', 1), details: {} },
    ]);
    const [other] = run('helpsteer3', [
      { ...three, individual_preference: [{ score: -2, reasoning: 'y' }] },
    ]).items;
    expect(other?.verdict?.votes).toEqual([{ preference: prefers('r1', 2), details: { reasoning: 'y' } }]);
  });

  it('carry the domain and the language as metadata', () => {
    const [item] = run('helpsteer3', [{ ...three, domain: 'code', language: 'python' }]).items;
    expect(item?.metadata).toEqual({ domain: 'code', language: 'python' });
  });

  it('split marked turns of a prompt', () => {
    const prompt = 'Hi\n<extra_id_1>Assistant\nHello\n<extra_id_1>User\nPlan';
    const [item] = run('helpsteer2_preference', [{ ...two, prompt }]).items;
    expect(item?.content.prompt).toEqual([
      { role: 'user', content: 'Hi' },
      { role: 'assistant', content: 'Hello' },
      { role: 'user', content: 'Plan' },
    ]);
  });
});

describe('HelpSteer2 ratings', () => {
  const row = (prompt: string, response: string, helpfulness: number | number[] = 3) => ({
    prompt,
    response,
    helpfulness,
    correctness: 4,
    coherence: 4,
    complexity: 1,
    verbosity: 2,
  });

  it('join neighbouring rows of one prompt', () => {
    const { items, lines } = run('helpsteer2', [row('A', 'one'), row('A', 'two', 1), row('B', 'three')]);
    expect(items.map(({ content }) => content.responses.map(({ text }) => text))).toEqual([
      ['one', 'two'],
      ['three'],
    ]);
    expect(lines).toEqual([1, 3]);
    expect(items[0]?.verdict?.ratings).toMatchObject({
      r1: { helpfulness: 3 },
      r2: { helpfulness: 1, verbosity: 2 },
    });
  });

  it('keep the single ratings of several people beside their mean', () => {
    const [item] = run('helpsteer2', [row('A', 'one', [2, 3]), row('A', 'two', [0, 1])]).items;
    expect(item?.verdict?.ratings).toMatchObject({ r1: { helpfulness: 2.5 } });
    expect(item?.verdict?.ratingVotes).toMatchObject({ r2: { helpfulness: [0, 1] } });
  });

  it('report a bad row without parting its neighbours', () => {
    const { items, codes } = run('helpsteer2', [row('A', 'one'), row('A', ' '), row('A', 'two')]);
    expect(codes).toEqual(['empty_response']);
    expect(items[0]?.content.responses).toHaveLength(2);
  });

  it('give the same items when stopped anywhere and resumed from the stored state', () => {
    const rows = [row('A', 'one'), row('A', 'two'), row('B', 'three'), row('B', 'four')];
    const whole = run('helpsteer2', rows).items;
    for (let cut = 0; cut <= rows.length; cut += 1) {
      const first = createNormaliser({ format: 'helpsteer2' });
      const before = rows.slice(0, cut).flatMap((record, index) => first.push({ line: index + 1, record }));
      const state = JSON.parse(JSON.stringify(first.state()));
      const second = createNormaliser({ format: 'helpsteer2', state });
      const after = rows
        .slice(cut)
        .flatMap((record, index) => second.push({ line: cut + index + 1, record }));
      const items = [...before, ...after, ...second.finish()].flatMap((entry) =>
        'item' in entry ? [entry.item] : [],
      );
      expect(items).toEqual(whole);
    }
  });
});

describe('UltraFeedback', () => {
  const completion = (response: string, helpfulness: string) => ({
    model: `model of ${response}`,
    response,
    overall_score: 10,
    annotations: {
      helpfulness: { Rating: helpfulness, Rationale: 'r' },
      'instruction-following': { Rating: '5' },
    },
  });

  it('becomes one item with all completions, rated by a model', () => {
    const completions = [
      completion('a', '4'),
      completion('b', 'N/A'),
      completion('c', '1'),
      completion('d', '2'),
    ];
    const [item] = run('ultrafeedback', [{ instruction: 'Do', source: 's', models: [], completions }]).items;
    expect(item?.content.responses.map(({ id, model }) => [id, model])).toEqual([
      ['r1', 'model of a'],
      ['r2', 'model of b'],
      ['r3', 'model of c'],
      ['r4', 'model of d'],
    ]);
    expect(item?.verdict).toMatchObject({
      judgedBy: 'model',
      ratings: { r1: { helpfulness: 4 }, r3: { helpfulness: 1 } },
    });
    expect(item?.verdict?.ratings?.r2).toEqual({ instruction_following: 5 });
    expect(item?.metadata).toMatchObject({ source: 's', completions: [{ overall_score: 10 }, {}, {}, {}] });
  });

  const pair = { prompt: 'Do', chosen: 'a', rejected: 'b', score_chosen: 4.5, score_rejected: 2 };
  it.each([
    ['the first spelling', pair],
    [
      'the second spelling',
      {
        instruction: 'Do',
        chosen_response: 'a',
        rejected_response: 'b',
        chosen_avg_rating: 4.5,
        rejected_avg_rating: 2,
      },
    ],
  ])('as pairs is read in %s', (_name, row) => {
    const [item] = run('ultrafeedback_binarized', [row]).items;
    const preferred = item?.content.responses.find(({ text }) => text === 'a')?.id ?? '';
    expect(item?.verdict).toMatchObject({ judgedBy: 'model', preference: prefers(preferred, null) });
    expect(item?.verdict?.ratings?.[preferred]).toEqual({ score: 4.5 });
  });

  it('as pairs with equal scores is a tie, because "chosen" was drawn by lot', () => {
    const [item] = run('ultrafeedback_binarized', [{ ...pair, score_rejected: 4.5 }]).items;
    expect(item?.verdict?.preference).toEqual({ verdict: 'tie' });
  });
});

describe('arena rows', () => {
  const talk = (answer: string) => [
    { role: 'user', content: 'Hi' },
    { role: 'assistant', content: answer },
  ];
  const row = {
    question_id: 'q1',
    model_a: 'm1',
    model_b: 'm2',
    winner: 'model_a',
    conversation_a: talk('one'),
    conversation_b: talk('two'),
    language: 'English',
    turn: 1,
    judge: 'arena_user_1',
  };

  it.each([
    ['model_a', prefers('r1', null)],
    ['model_b', prefers('r2', null)],
    ['tie', { verdict: 'tie' }],
    ['tie (inconsistent)', { verdict: 'tie' }],
    ['tie (bothbad)', { verdict: 'both_bad' }],
  ])('read the winner %s', (winner, preference) => {
    const [item] = run('arena_conversations', [{ ...row, winner }]).items;
    expect(item).toMatchObject({ sourceKey: 'q1', verdict: { judgedBy: 'human', preference } });
    expect(item?.content.responses.map(({ model }) => model)).toEqual(['m1', 'm2']);
  });

  it('are cut after the turn that was judged', () => {
    const longer = [...talk('one'), ...talk('later')];
    expect(run('arena_conversations', [{ ...row, conversation_a: longer }]).items).toHaveLength(1);
    const both = {
      ...row,
      turn: 2,
      conversation_a: longer,
      conversation_b: [...talk('two'), ...talk('later')],
    };
    expect(run('arena_conversations', [both]).codes).toEqual(['prompts_differ']);
  });

  it('tell model judges from people', () => {
    const [item] = run('arena_conversations', [{ ...row, judge: ['gpt-4', 'pair-v2'] }]).items;
    expect(item?.verdict?.judgedBy).toBe('model');
  });

  const cells = {
    id: 30192,
    model_a: 'm1',
    model_b: 'm2',
    prompt: '["Hi"]',
    response_a: '["one"]',
    response_b: '["two"]',
    winner_model_a: '0',
    winner_model_b: '1',
    winner_tie: '0',
  };
  it.each([
    ['a winner', {}, []],
    ['no winner', { winner_model_b: '0' }, ['unknown_verdict']],
    ['two winners', { winner_tie: '1' }, ['unknown_verdict']],
    ['a null turn', { response_a: '[null]' }, ['empty_response']],
    ['several turns', { prompt: '["Hi","More"]' }, ['prompts_differ']],
    ['no list', { prompt: 'Hi' }, ['wrong_type']],
  ])('of the 55k release with %s', (_name, change, codes) => {
    expect(run('arena_55k', [{ ...cells, ...change }]).codes).toEqual(codes);
  });

  it('of the 55k release keep their id and their winner', () => {
    const [item] = run('arena_55k', [cells]).items;
    expect(item).toMatchObject({
      sourceKey: '30192',
      metadata: {},
      verdict: { preference: prefers('r2', null) },
    });
  });
});
