import { describe, expect, it } from 'vitest';
import { emptyAnswers } from '#domain/judging/answers.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import type { PreferenceScale } from '#domain/rubrics/scale.ts';
import { ratingForDigit } from './answer-for-digit.ts';
import { controlId } from './control-id.ts';
import { type Desk, layDesk, reduceDesk, seekMissing } from './desk.ts';
import { deskRubric, ratingRubric } from './desk-rubric.fixture.ts';
import type { JudgeAct } from './judge-act.ts';

const responseIds = ['r2', 'r1'];

function play(rubric: Rubric, ...acts: readonly JudgeAct[]): Desk {
  const task = { rubric, responseIds };
  return acts.reduce((desk, act) => reduceDesk(desk, act, task), layDesk(task));
}
const command = (id: Extract<JudgeAct, { kind: 'command' }>['id']): JudgeAct => ({ kind: 'command', id });
const digit = (value: number): JudgeAct => ({ kind: 'digit', digit: value });
const prefers = (responseId: string, strength: number) => ({ verdict: 'prefers', responseId, strength });

function withScale(change: Partial<PreferenceScale>): Rubric {
  const [overall, ...rest] = deskRubric.criteria;
  if (overall?.scale.kind !== 'preference') throw new Error('the fixture starts with a preference');
  return { ...deskRubric, criteria: [{ ...overall, scale: { ...overall.scale, ...change } }, ...rest] };
}

describe('a preference', () => {
  it.each([
    ['left once prefers A weakly', [command('prefer_left')], prefers('r2', 1)],
    ['left twice prefers A more', [command('prefer_left'), command('prefer_left')], prefers('r2', 2)],
    ['right once prefers B weakly', [command('prefer_right')], prefers('r1', 1)],
    ['right after left is a tie', [command('prefer_left'), command('prefer_right')], { verdict: 'tie' }],
    ['digit 1 is the left end', [digit(1)], prefers('r2', 3)],
    ['digit 7 is the right end', [digit(7)], prefers('r1', 3)],
    ['digit 4 is the middle', [digit(4)], { verdict: 'tie' }],
    ['digit 0 is a tie', [digit(0)], { verdict: 'tie' }],
    ['X says that both are bad', [command('both_bad')], { verdict: 'both_bad' }],
    ['a digit beyond the scale does nothing', [digit(9)], undefined],
    ['left stops at the end', Array.from({ length: 9 }, () => command('prefer_left')), prefers('r2', 3)],
  ])('%s', (_, acts, expected) => {
    expect(play(deskRubric, ...acts).answers.pair.overall).toEqual(expected);
  });

  it.each([
    [
      'right after left prefers B',
      { tie: false },
      [command('prefer_left'), command('prefer_right')],
      prefers('r1', 1),
    ],
    ['0 does nothing', { tie: false }, [digit(0)], undefined],
    ['digits skip the middle', { tie: false }, [digit(4)], prefers('r1', 1)],
    ['X does nothing', { bothBad: false }, [command('both_bad')], undefined],
  ])('without tie or both bad: %s', (_, change, acts, expected) => {
    expect(play(withScale(change), ...acts).answers.pair.overall).toEqual(expected);
  });
});

describe('ratings', () => {
  it('are a run of digits, response by response', () => {
    const desk = play(ratingRubric, digit(5), digit(3), digit(4), digit(2));
    expect(desk.answers.response).toEqual({ helpful: { r2: 5, r1: 3 }, honest: { r2: 4, r1: 2 } });
  });

  it('stay where they are when an answer is changed', () => {
    const desk = play(ratingRubric, digit(5), command('previous_criterion'), digit(1));
    expect(desk.answers.response).toEqual({ helpful: { r2: 1 } });
    expect(desk.active && controlId(desk.active)).toBe('judge-response-helpful-r2');
  });

  it('move by arrows from either end', () => {
    expect(play(ratingRubric, command('prefer_right')).answers.response.helpful).toEqual({ r2: 1 });
    expect(play(ratingRubric, command('prefer_left')).answers.response.helpful).toEqual({ r2: 5 });
  });

  it.each([
    [{ min: 1, max: 5 }, 5, 5],
    [{ min: 1, max: 5 }, 6, undefined],
    [{ min: 0, max: 4 }, 0, 0],
    [{ min: 1, max: 10 }, 0, 10],
    [{ min: -2, max: 2 }, 1, -2],
    [{ min: -2, max: 2 }, 5, 2],
    [{ min: 10, max: 20 }, 0, 19],
  ])('fit the digits on %o: %i', (range, pressed, value) => {
    expect(ratingForDigit({ kind: 'rating', anchors: [], ...range }, pressed)).toBe(value);
  });
});

describe('the active control', () => {
  it('goes round by J and K and stops at the ends', () => {
    const task = { rubric: deskRubric, responseIds };
    let desk = layDesk(task);
    const seen = [desk.active];
    for (let index = 0; index < 12; index += 1) {
      desk = reduceDesk(desk, command('next_criterion'), task);
      seen.push(desk.active);
    }
    const ids = [...new Set(seen.map((control) => control && controlId(control)))];
    expect(ids).toEqual([
      'judge-pair-overall',
      'judge-response-helpful-r2',
      'judge-response-helpful-r1',
      'judge-task-topic',
      'judge-justification',
      'judge-confidence',
    ]);
  });

  it('gives up its answer', () => {
    const desk = play(deskRubric, command('prefer_left'), command('clear_answer'));
    expect(desk.answers).toEqual(emptyAnswers);
  });
});

describe('what is missing', () => {
  const task = { rubric: deskRubric, responseIds };
  it('takes the focus and is met by its answer', () => {
    const sought = seekMissing(play(deskRubric, command('prefer_left')), task);
    expect(sought?.missing).toEqual({ kind: 'response', criterionKey: 'helpful', responseId: 'r2' });
    expect(sought && reduceDesk(sought, digit(3), task).missing).toBeNull();
  });

  it('is nothing when all is answered', () => {
    const desk = play(deskRubric, digit(1), digit(4), digit(2), digit(1), {
      kind: 'justify',
      text: 'Shorter.',
    });
    expect(seekMissing(reduceDesk(desk, { kind: 'confide', value: 2 }, task), task)).toBeUndefined();
  });
});
