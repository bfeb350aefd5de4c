import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyAnswers } from '#domain/judging/answers.ts';
import { rubricTemplates } from '#domain/rubrics/templates.ts';
import { oneCoinPosterior } from '#stats/aggregation/one-coin-posterior.ts';
import { commonAccuracy, decideOverlap, decidingQuestion, type OverlapFacts } from './adaptive-overlap.ts';

const settings = { least: 2, most: 5, certainty: 0.9, extra: 100 };
const votesOf = (...labels: readonly string[]) => labels.map((label) => ({ label, accuracy: 0.8 }));
const facts = (given: Partial<OverlapFacts> & Pick<OverlapFacts, 'votes'>): OverlapFacts => ({
  settings,
  question: { labels: ['r1', 'r2', 'tie'] },
  done: given.votes.length,
  wanted: 3,
  remaining: Math.max(0, 3 - given.votes.length),
  balance: 10,
  ...given,
});

describe('the number of judgments', () => {
  it('is cut short once the answer is sure, and says how many places that frees', () => {
    expect(decideOverlap(facts({ votes: votesOf('r1', 'r1') }))).toMatchObject({
      kind: 'settle',
      freed: 1,
      label: 'r1',
    });
  });

  it('is not cut short below the least, however sure', () => {
    expect(decideOverlap(facts({ votes: [{ label: 'r1', accuracy: 0.97 }] })).kind).toBe('wait');
  });

  it('waits while places are free or held', () => {
    expect(decideOverlap(facts({ votes: votesOf('r1', 'r2') })).kind).toBe('wait');
    expect(decideOverlap(facts({ votes: votesOf('r1', 'r2'), remaining: 0 })).kind).toBe('wait');
  });

  it('grows by one where all are in and it is not sure', () => {
    expect(decideOverlap(facts({ votes: votesOf('r1', 'r2', 'tie') })).kind).toBe('extend');
  });

  it.each([
    ['there are as many as may be', { votes: votesOf('r1', 'r2', 'tie', 'r1', 'r2'), wanted: 5 }],
    ['nothing may be added any more', { votes: votesOf('r1', 'r2', 'tie'), balance: 0 }],
    ['nobody gave an answer that counts', { votes: [], done: 5, wanted: 5 }],
  ])('leaves an item to experts where %s', (_, given) => {
    expect(decideOverlap(facts(given)).kind).toBe('split');
  });

  it('never lies outside its bounds, and settles only what the posterior says', () => {
    const votes = fc.array(
      fc.record({
        label: fc.constantFrom('r1', 'r2', 'tie'),
        accuracy: fc.double({ min: 0.55, max: 0.97, noNaN: true }),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(
        votes,
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 0, max: 3 }),
        (given, wanted, balance) => {
          const done = Math.min(given.length, wanted);
          const used = given.slice(0, done);
          const decision = decideOverlap(facts({ votes: used, wanted, remaining: wanted - done, balance }));
          if (decision.kind === 'extend')
            expect(done < settings.most && balance > 0 && done === wanted).toBe(true);
          if (decision.kind === 'settle') expect(done).toBeGreaterThanOrEqual(settings.least);
          const posterior = oneCoinPosterior({
            labels: 3,
            votes: used.map(({ label, accuracy }) => ({
              label: ['r1', 'r2', 'tie'].indexOf(label),
              accuracy,
            })),
          });
          if (used.length > 0) expect(decision.certainty).toBeCloseTo(Math.max(...posterior), 12);
        },
      ),
    );
  });
});

describe('the question that decides', () => {
  const question = (key: string, responses = 2) => {
    const rubric = rubricTemplates.find((template) => template.key === key)?.rubric;
    if (rubric === undefined) throw new Error(`no template ${key}`);
    const ids = Array.from({ length: responses }, (_, index) => `r${index + 1}`);
    return decidingQuestion(rubric, ids);
  };

  it('is the overall preference, with a tie where the scale has one', () => {
    const found = question('pairwise_7_point');
    expect(found?.labels).toEqual(expect.arrayContaining(['r1', 'r2', 'tie']));
    const key = found?.key ?? '';
    const vote = (value: (typeof emptyAnswers.pair)[string]) =>
      found?.voteOf({ ...emptyAnswers, pair: { [key]: value } });
    expect(vote({ verdict: 'prefers', responseId: 'r2', strength: 1 })).toBe('r2');
    expect(vote({ verdict: 'tie' })).toBe('tie');
    expect(found?.voteOf(emptyAnswers)).toBeUndefined();
  });

  it('is the head of an overall ranking', () => {
    const found = question('ranking_with_ties', 4);
    const vote = (groups: string[][]) =>
      found?.voteOf({ ...emptyAnswers, ranking: { [found.key]: { verdict: 'ranked', groups } } });
    expect(vote([['r3'], ['r1', 'r2'], ['r4']])).toBe('r3');
    expect(
      vote([
        ['r3', 'r1'],
        ['r2', 'r4'],
      ]),
    ).toBe('tie');
  });

  it('is missing where answers are numbers only', () => {
    expect(question('helpsteer_five_attributes', 1)).toBeNull();
  });
});

describe('how often people are right', () => {
  it('follows from how often they agree, within bounds', () => {
    expect(commonAccuracy(null, 2)).toBe(0.75);
    expect(commonAccuracy(0.625, 2)).toBeCloseTo(0.75, 12);
    expect(commonAccuracy(0.2, 2)).toBe(0.55);
    expect(commonAccuracy(1, 3)).toBe(0.97);
  });

  it('gives the agreement back by which it was found', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.56, max: 0.96, noNaN: true }),
        fc.integer({ min: 2, max: 9 }),
        (accuracy, labels) => {
          const agreement = accuracy ** 2 + (1 - accuracy) ** 2 / (labels - 1);
          expect(commonAccuracy(agreement, labels)).toBeCloseTo(accuracy, 9);
        },
      ),
    );
  });
});
