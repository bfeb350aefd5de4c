import { describe, expect, it } from 'vitest';
import { emptyAnswers } from '#domain/judging/answers.ts';
import { aRanking, aRubric, someMarks } from '#web/features/results/answers/results-rubric.fixture.ts';
import { bareItem } from '#web/features/results/answers/shown-item.ts';
import { writeGold } from './gold-answers.ts';
import { listGoldFields, listOtherCriteria, readGoldField } from './gold-fields.ts';

const fields = listGoldFields(aRubric, bareItem(['r1', 'r2']));
const field = (key: string) => fields.find((one) => one.key === key) ?? expect.unreachable();

describe('the questions of a known answer', () => {
  it('stand in the rubric’s order, once a response where each is asked about', () => {
    expect(fields.map(({ label }) => label)).toEqual([
      'Which is better?',
      'Honest, Response 1',
      'Honest, Response 2',
      'Topic',
    ]);
  });

  it('offer a preference scale from one side to the other', () => {
    expect(field('overall').options.map(({ label }) => label)).toEqual([
      'Response 1 by 3',
      'Response 1 by 2, Clearly better',
      'Response 1 by 1',
      'Tie',
      'Response 2 by 1',
      'Response 2 by 2, Clearly better',
      'Response 2 by 3',
      'Both bad',
    ]);
  });

  it.each(['overall', 'honest/r2', 'topic'])('keep and forget what is chosen for %s', (key) => {
    const one = field(key);
    const chosen = one.options[0]?.value ?? expect.unreachable();
    const answered = writeGold(emptyAnswers, fields, { [key]: chosen });
    expect(readGoldField(answered, one)).toBe(chosen);
    expect(answered).not.toEqual(emptyAnswers);
    expect(writeGold(answered, fields, {})).toEqual(emptyAnswers);
  });

  it.each([
    ['ranks in order', { r1: '2', r2: '1', r3: '3' }, [['r2'], ['r1'], ['r3']]],
    ['one rank twice as a tie', { r1: '1', r2: '1', r3: '3' }, [['r1', 'r2'], ['r3']]],
    ['ranks with a gap', { r1: '3', r2: '1' }, [['r2'], ['r1']]],
  ])('make a ranking of %s', (_, ranks, groups) => {
    const asked = listGoldFields({ ...aRubric, criteria: [aRanking] }, bareItem(['r1', 'r2', 'r3']));
    const choices = Object.fromEntries(Object.entries(ranks).map(([id, rank]) => [`order/${id}`, rank]));
    const { ranking } = writeGold(emptyAnswers, asked, choices);
    expect(ranking).toEqual({ order: { verdict: 'ranked', groups } });
  });

  it('name what can only be taken over with a judgment', () => {
    expect(listOtherCriteria({ ...aRubric, criteria: [aRanking, someMarks] })).toEqual(['Errors']);
  });
});
