import { describe, expect, it } from 'vitest';
import { emptyAnswers } from '#domain/judging/answers.ts';
import { aRubric } from '#web/features/results/answers/results-rubric.fixture.ts';
import { listGoldFields, readGoldField, writeGoldField } from './gold-fields.ts';

const fields = listGoldFields(aRubric, ['r1', 'r2']);
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
    const answered = writeGoldField(emptyAnswers, one, chosen);
    expect(readGoldField(answered, one)).toBe(chosen);
    expect(answered).not.toEqual(emptyAnswers);
    expect(writeGoldField(answered, one, '')).toEqual(emptyAnswers);
  });
});
