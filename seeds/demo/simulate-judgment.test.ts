import { describe, expect, it } from 'vitest';
import { checkAnswers } from '#domain/judging/check-answers.ts';
import { rubricTemplates } from '#domain/rubrics/templates.ts';
import { krippendorffAlpha } from '#stats/agreement/krippendorff-alpha.ts';
import { seededRandom } from '#stats/random/seeded-random.ts';
import { type SimulatedAnnotator, simulatedAnnotators } from './annotator.ts';
import { choosePairs, chooseThree } from './choose-responses.ts';
import { type DemoResponse, overallQuality } from './demo-prompt.ts';
import { readPrompts } from './read-content.ts';
import { type JudgedResponse, simulateJudgment, type Task } from './simulate-judgment.ts';

const prompts = readPrompts();
const [pairwise, fourStrengths, fiveAttributes] = rubricTemplates.map(({ rubric }) => rubric);
const careful: SimulatedAnnotator = {
  key: 'careful',
  name: 'Careful',
  email: 'careful@example.org',
  skill: 1,
  lengthBias: 0,
  leniency: 0,
  slowness: 1,
  diligence: 1,
  wordiness: 1,
};

function withIds(responses: readonly DemoResponse[]): JudgedResponse[] {
  return responses.map((response, index) => ({ ...response, id: `r${index + 1}` }));
}

function taskOf(change: Partial<Task>): Task {
  const [prompt] = prompts;
  if (!prompt || !pairwise) throw new Error('no content');
  return {
    annotator: careful,
    rubric: pairwise,
    domain: prompt.domain,
    promptText: 'Why?',
    responses: withIds(choosePairs(prompt)[0] ?? []),
    random: seededRandom(1),
    ...change,
  };
}

/** How often this person prefers the better one of the easy pairs. */
function shareRight(annotator: SimulatedAnnotator): number {
  const random = seededRandom(11);
  const verdicts = prompts.map((prompt) => {
    const responses = withIds(choosePairs(prompt)[0] ?? []);
    const overall = simulateJudgment(taskOf({ annotator, responses, random })).answers.pair.overall;
    return overall?.verdict === 'prefers' && overall.responseId === 'r1';
  });
  return verdicts.filter(Boolean).length / verdicts.length;
}

describe('a simulated judgment', () => {
  it('fits the rubric, whatever the template and the person', () => {
    const random = seededRandom(3);
    for (const annotator of simulatedAnnotators)
      for (const prompt of prompts) {
        for (const rubric of [pairwise, fourStrengths, fiveAttributes]) {
          if (!rubric) continue;
          const compares = rubric !== fiveAttributes;
          const responses = withIds(compares ? (choosePairs(prompt)[0] ?? []) : chooseThree(prompt));
          const { answers } = simulateJudgment(taskOf({ annotator, rubric, responses, random }));
          const responseIds = responses.map(({ id }) => id);
          expect(checkAnswers({ rubric, responseIds, answers, purpose: 'submission' })).toEqual([]);
        }
      }
  });

  it('is the same for the same seed and another for another', () => {
    const judge = (seed: number) => simulateJudgment(taskOf({ random: seededRandom(seed) }));
    expect(judge(5)).toEqual(judge(5));
    expect(judge(5)).not.toEqual(judge(6));
  });

  it('finds the better one of an easy pair more often with skill', () => {
    const guessing = shareRight({ ...careful, skill: 0 });
    expect(shareRight(careful)).toBeGreaterThan(0.9);
    expect(guessing).toBeLessThan(shareRight(careful));
  });

  it('leans to the longer one with a length bias', () => {
    const short = { ...taskOf({}).responses[0], id: 'r1', text: 'Short.' } as JudgedResponse;
    const long = { ...short, id: 'r2', text: 'Long. '.repeat(60) };
    const annotator = { ...careful, lengthBias: 0.5 };
    const { answers } = simulateJudgment(taskOf({ annotator, responses: [short, long] }));
    expect(answers.pair.overall).toMatchObject({ verdict: 'prefers', responseId: 'r2' });
  });

  it('takes longer for longer texts', () => {
    const timeFor = (promptText: string) =>
      simulateJudgment(taskOf({ promptText, random: seededRandom(2) })).activeMs;
    expect(timeFor('word '.repeat(500))).toBeGreaterThan(timeFor('word'));
    expect(timeFor('word')).toBeGreaterThan(3_000);
  });

  it('gives reasons that differ and name both what is better and where', () => {
    const random = seededRandom(9);
    const reasons = prompts.map((prompt) => {
      const responses = withIds(choosePairs(prompt)[0] ?? []);
      return simulateJudgment(taskOf({ domain: prompt.domain, responses, random })).answers.justification;
    });
    expect(new Set(reasons).size).toBeGreaterThan(60);
    for (const reason of reasons) expect(reason).not.toMatch(/%|undefined|\bThe one that begins “”/);
  });
});

describe('the simulated people together', () => {
  it('agree as people do: clearly, but far from always', () => {
    const random = seededRandom(21);
    const units = prompts.flatMap((prompt) =>
      choosePairs(prompt).map(([one, other]) => {
        const pair = random.below(2) === 0 ? [one, other] : [other, one];
        return simulatedAnnotators.map((annotator) => {
          const { answers } = simulateJudgment(taskOf({ annotator, responses: withIds(pair), random }));
          const overall = answers.pair.overall;
          if (overall?.verdict !== 'prefers') return 0;
          return overall.responseId === 'r1' ? overall.strength : -overall.strength;
        });
      }),
    );
    const alpha = krippendorffAlpha({ units, metric: 'ordinal' }).value;
    expect(alpha).toBeGreaterThan(0.4);
    expect(alpha).toBeLessThan(0.85);
  });
});

describe('the pairs', () => {
  it('are an easy one for every prompt and a close one where there are more responses', () => {
    for (const prompt of prompts) {
      const pairs = choosePairs(prompt);
      expect(pairs).toHaveLength(prompt.responses.length > 2 ? 2 : 1);
      const gaps = pairs.map(([one, other]) => overallQuality(one) - overallQuality(other));
      expect(Math.max(...gaps)).toBe(gaps[0]);
    }
  });
});
