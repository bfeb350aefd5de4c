import { describe, expect, test } from 'vitest';
import { exampleFor } from './example-for.ts';
import { codeExample } from './examples/code-example.ts';
import { dialogueExample } from './examples/dialogue-example.ts';
import { rankingExample, skyExample } from './examples/sky-example.ts';
import { stepsExample } from './examples/steps-example.ts';
import { attackExample } from './examples/writing-examples.ts';
import { firstScaleOf, freshScale } from './fresh-scale.ts';
import type { Rubric } from './rubric.ts';
import type { Scale } from './scale.ts';
import type { CriterionTarget } from './target.ts';
import { rubricTemplates } from './templates.ts';

const asking = (...asked: readonly (readonly [CriterionTarget, Scale])[]): Rubric => ({
  criteria: asked.map(([target, scale], index) => ({
    ...{ key: `k${index}`, label: `K${index}`, help: '', required: true },
    ...{ target, scale },
  })),
  overallKey: null,
  justification: { ask: 'off', minCharacters: 0 },
  confidence: 'off',
});
const first = (target: CriterionTarget) => [target, firstScaleOf(target)] as const;

describe('the example for a rubric', () => {
  test.each(rubricTemplates)('is that of its template, $key', ({ key, rubric, example }) => {
    expect(exampleFor(rubric, key)).toBe(example);
  });

  test.each([
    ['two responses for a pair', asking(first('pair')), skyExample],
    ['four responses for a ranking', asking(first('ranking'), first('response')), rankingExample],
    ['a conversation for turns', asking(first('turn')), dialogueExample],
    ['a solution for steps', asking(first('step')), stepsExample],
    [
      'two programs for a run and a pair',
      asking(['response', freshScale('run')], first('pair')),
      codeExample,
    ],
    ['two responses for nothing yet', asking(), skyExample],
  ])('has %s', (_name, rubric, expected) => {
    expect(exampleFor(rubric, null)).toBe(expected);
  });

  test('is another one where that of the template does not fit any more', () => {
    expect(exampleFor(asking(first('step')), 'pairwise_7_point')).toBe(stepsExample);
  });

  test('keeps to the template where others would fit as well', () => {
    const chat = asking(['task', freshScale('chat')]);
    expect(exampleFor(chat, 'red_team_attempt')).toBe(attackExample);
    expect(exampleFor(chat, 'constructor').brief).toBeDefined();
  });
});
