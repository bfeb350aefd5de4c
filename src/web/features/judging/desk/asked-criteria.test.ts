import { describe, expect, it } from 'vitest';
import { type Answers, emptyAnswers } from '#domain/judging/answers.ts';
import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';
import type { RankingScale, Scale } from '#domain/rubrics/scale.ts';
import { tidyAnswers } from './apply-answer.ts';
import { nextConflict } from './conflict.ts';
import { controlId } from './control-id.ts';
import { type Desk, layDesk, reduceDesk, seekMissing } from './desk.ts';
import type { JudgeAct } from './judge-act.ts';

const rating: Scale = { kind: 'rating', min: 1, max: 3, anchors: [] };
const ranking: RankingScale = { kind: 'ranking', mode: 'full', ties: true, allBad: true, unrankable: true };

function criterion(
  key: string,
  target: Criterion['target'],
  scale: Scale,
  more: Partial<Criterion> = {},
): Criterion {
  return { key, label: key, help: '', target, scale, required: true, ...more };
}

const rubric: Rubric = {
  criteria: [
    criterion('order', 'ranking', ranking),
    criterion('harm', 'response', rating, { allowNotApplicable: true }),
    criterion('severity', 'response', rating, {
      condition: { criterionKey: 'harm', test: { kind: 'at_least', value: 2 } },
    }),
    criterion('topic', 'task', { kind: 'text', minCharacters: 3, maxCharacters: 50 }, { required: false }),
  ],
  overallKey: 'order',
  justification: { ask: 'off', minCharacters: 0 },
  confidence: 'off',
  conflict: 'optional',
};
const task = { rubric, responseIds: ['r1', 'r2', 'r3'] };

function play(acts: readonly JudgeAct[], answers?: Answers): Desk {
  return acts.reduce((desk, act) => reduceDesk(desk, act, task), layDesk(task, answers));
}
const digits = (...values: readonly number[]): JudgeAct[] =>
  values.map((digit) => ({ kind: 'digit', digit }));
const command = (id: Extract<JudgeAct, { kind: 'command' }>['id']): JudgeAct => ({ kind: 'command', id });
const activeId = (desk: Desk) => desk.active && controlId(desk.active);
const activate = (key: string, responseId: string): JudgeAct => ({
  kind: 'activate',
  control: { kind: 'response', criterionKey: key, responseId },
});
const unsettle = (key: string): JudgeAct => ({
  kind: 'answer',
  control: { kind: 'ranking', criterionKey: key },
  change: { record: 'unsettled', key, value: { section: 'Refusals', note: '' } },
});

describe('a ranking by keys', () => {
  it.each<[string, JudgeAct[], unknown]>([
    ['takes digit after digit', digits(2, 1, 3), [['r2'], ['r1'], ['r3']]],
    ['ties by =', [...digits(2, 1), command('tie'), ...digits(3)], [['r2', 'r1'], ['r3']]],
    [
      'ties the last one too, though the focus has gone on',
      [...digits(2, 1, 3), command('tie')],
      [['r2'], ['r1', 'r3']],
    ],
    ['takes back by Backspace', [...digits(2, 1), command('clear_answer')], [['r2']]],
  ])('%s', (_, acts, groups) => {
    expect(play(acts).answers.ranking?.order).toEqual({ verdict: 'ranked', groups });
  });

  it('leads on once it is complete, and only then', () => {
    expect(activeId(play(digits(2, 1)))).toBe('judge-ranking-order');
    expect(activeId(play(digits(2, 1, 3)))).toBe('judge-response-harm-r1');
    const changed = play([...digits(2, 1, 3), command('previous_criterion'), ...digits(2)]);
    expect(activeId(changed)).toBe('judge-ranking-order');
  });

  it('lets the only rank be taken back by its own digit', () => {
    expect(play(digits(2, 2)).answers.ranking).toBeUndefined();
  });

  it('says that all are bad by X, and that the rest has no place by N', () => {
    expect(play([command('both_bad')]).answers.ranking).toEqual({ order: { verdict: 'all_bad' } });
    expect(play([...digits(2), command('not_applicable')]).answers.ranking).toEqual({
      order: { verdict: 'ranked', groups: [['r2']], unrankable: ['r1', 'r3'] },
    });
  });
});

describe('a run of digits', () => {
  const words: Rubric = {
    ...rubric,
    criteria: rubric.criteria.filter(({ key }) => key === 'topic'),
    conflict: 'off',
    justification: { ask: 'optional', minCharacters: 0 },
  };
  const rated: Rubric = { ...words, criteria: [criterion('care', 'task', rating), ...words.criteria] };
  const endOf = (of: Rubric) => {
    const desk = reduceDesk(
      layDesk({ ...task, rubric: of }),
      { kind: 'digit', digit: 2 },
      { ...task, rubric: of },
    );
    return activeId(desk);
  };

  it('does not end in words that need not be given, where Enter would write instead of submitting', () => {
    expect(endOf(rated)).toBe('judge-task-care');
    expect(endOf({ ...rated, confidence: 'optional' })).toBe('judge-confidence');
  });

  it('ends in words that are asked for', () => {
    const justification = { ask: 'required', minCharacters: 5 } as const;
    expect(endOf({ ...rated, justification })).toBe('judge-justification');
  });
});

describe('an answer that comes by itself', () => {
  it('leaves the keys where they are', () => {
    const control = { kind: 'ranking', criterionKey: 'order' } as const;
    const change = { record: 'ranking', key: 'order', value: { verdict: 'all_bad' } } as const;
    const desk = play([activate('harm', 'r1'), { kind: 'answer', control, change, isAside: true }]);
    expect(desk.answers.ranking).toEqual({ order: { verdict: 'all_bad' } });
    expect(activeId(desk)).toBe('judge-response-harm-r1');
  });
});

describe('not applicable', () => {
  it('is an answer, leads on, and is taken back by the same key', () => {
    const said = play([activate('harm', 'r1'), command('not_applicable')]);
    expect(said.answers.response).toEqual({ harm: { r1: null } });
    expect(activeId(said)).toBe('judge-response-harm-r2');
    const back = reduceDesk(reduceDesk(said, activate('harm', 'r1'), task), command('not_applicable'), task);
    expect(back.answers.response).toEqual({});
  });

  it('is no answer where the criterion does not allow it', () => {
    const answers: Answers = { ...emptyAnswers, response: { harm: { r1: 3 } } };
    const desk = play([activate('severity', 'r1'), command('not_applicable')], answers);
    expect(desk.answers).toEqual(answers);
  });
});

describe('conditions', () => {
  const harmful: Answers = { ...emptyAnswers, response: { harm: { r1: 3, r2: 1 } } };

  it('keys go only through what is asked', () => {
    const ids = new Set<string | null>();
    let desk = layDesk(task, harmful);
    for (let index = 0; index < 9; index += 1) {
      ids.add(activeId(desk));
      desk = reduceDesk(desk, command('next_criterion'), task);
    }
    expect([...ids].filter((id) => id?.includes('severity'))).toEqual(['judge-response-severity-r1']);
  });

  it('what is asked no longer stays while it may come back, and is not sent', () => {
    const answers: Answers = { ...emptyAnswers, response: { harm: { r1: 1 }, severity: { r1: 2 } } };
    const desk = play(
      [activate('harm', 'r1'), { kind: 'rate', criterionKey: 'harm', responseId: 'r1', value: 1 }],
      answers,
    );
    expect(desk.answers.response).toEqual(answers.response);
    expect(tidyAnswers(desk.answers, rubric).response).toEqual({ harm: { r1: 1 } });
    expect(
      tidyAnswers({ ...answers, response: { ...answers.response, harm: { r1: 2 } } }, rubric).response,
    ).toEqual({
      harm: { r1: 2 },
      severity: { r1: 2 },
    });
  });

  it('what is asked no longer is not missing any more', () => {
    const ranked: Answers = {
      ...harmful,
      ranking: { order: { verdict: 'all_bad' } },
      response: { harm: { r1: 3, r2: 1, r3: 1 } },
    };
    const sought = seekMissing(layDesk(task, ranked), task);
    expect(sought?.missing).toMatchObject({ criterionKey: 'severity', responseId: 'r1' });
    const act: JudgeAct = { kind: 'rate', criterionKey: 'harm', responseId: 'r1', value: 1 };
    expect(sought && reduceDesk(sought, act, task).missing).toBeNull();
  });

  it('leaves out texts of spaces alone', () => {
    expect(tidyAnswers({ ...emptyAnswers, task: { topic: '  ' } }, rubric).task).toEqual({});
  });
});

describe('what the rubric does not settle', () => {
  it('opens a place for it beside the active criterion, which Escape closes', () => {
    const open = play([...digits(2), command('rubric_unclear')]);
    expect(open.unsettling).toBe('order');
    expect(reduceDesk(open, { kind: 'leave_text' }, task)).toEqual(play(digits(2)));
  });

  it('closes when another criterion is gone to', () => {
    expect(play([command('rubric_unclear'), activate('harm', 'r1')]).unsettling).toBeUndefined();
  });

  it('does not open where the rubric wants an answer in every case', () => {
    const strict = { ...task, rubric: { ...rubric, unsettled: false } };
    expect(reduceDesk(layDesk(strict), command('rubric_unclear'), strict).unsettling).toBeUndefined();
  });

  it('stands instead of the verdict, and a verdict instead of it', () => {
    const said = play([...digits(2, 1, 3), command('rubric_unclear'), unsettle('order')]);
    expect(said.answers).toEqual({
      ...emptyAnswers,
      unsettled: { order: { section: 'Refusals', note: '' } },
    });
    expect(said.unsettling).toBeUndefined();
    expect(reduceDesk(said, { kind: 'digit', digit: 1 }, task).answers.unsettled).toBeUndefined();
  });

  it('is an answer: it is not asked for again, and Backspace takes it back', () => {
    const said = play([unsettle('order')]);
    expect(seekMissing(said, task)?.missing).not.toMatchObject({ criterionKey: 'order' });
    expect(reduceDesk(said, command('clear_answer'), task).answers).toEqual(emptyAnswers);
  });

  it('is not sent of a criterion that is not asked', () => {
    const answers: Answers = { ...emptyAnswers, unsettled: { severity: { section: '', note: 'Why?' } } };
    expect(tidyAnswers(answers, rubric)).toEqual(emptyAnswers);
  });
});

describe('a conflict', () => {
  const conflict = { kind: 'activate', control: { kind: 'conflict' } } as const;

  it('is named by digits: once takes part, twice has won, three times is out', () => {
    const said = (...values: number[]) => play([conflict, ...digits(...values)]).answers.conflict;
    expect(said(1, 2)).toEqual({ criterionKeys: ['harm', 'severity'], wonKey: null });
    expect(said(1, 2, 2)).toEqual({ criterionKeys: ['harm', 'severity'], wonKey: 'severity' });
    expect(said(1, 2, 2, 2)).toEqual({ criterionKeys: ['harm'], wonKey: null });
    expect(said(0)).toEqual({ criterionKeys: [], wonKey: null });
    expect(said(9)).toBeUndefined();
  });

  it('keeps who won when another one joins', () => {
    expect(nextConflict({ criterionKeys: ['a', 'b'], wonKey: 'a' }, 'c')).toEqual({
      criterionKeys: ['a', 'b', 'c'],
      wonKey: 'a',
    });
  });
});
