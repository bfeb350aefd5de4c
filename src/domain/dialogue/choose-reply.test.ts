import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DialogueLink } from '#domain/items/item-units.ts';
import type { ContinuationAnswer } from '#domain/judging/answers.ts';
import { checkContinuation } from './check-continuation.ts';
import { chooseReply, listChoices, takeBackChoice } from './choose-reply.ts';
import { smallDialogue } from './dialogue.fixture.ts';
import { walkDialogue } from './walk.ts';

const choose = (answer: ContinuationAnswer | undefined, at: string | null, chosen: string | null) =>
  chooseReply(answer, smallDialogue, { at, chosen });

describe('choosing a reply', () => {
  test('keeps what was chosen on a branch that is left, and takes it up again there', () => {
    const first = choose(choose(undefined, null, 'd1'), 'd4', 'd6');
    const left = choose(first, null, 'd8');
    expect(left).toEqual({ path: [{ at: null, chosen: 'd8' }], aside: [{ at: 'd4', chosen: 'd6' }] });
    expect(choose(left, null, 'd1')).toEqual({
      path: [
        { at: null, chosen: 'd1' },
        { at: 'd4', chosen: 'd6' },
      ],
    });
  });

  test('that is taken back leaves the later ones beside the way, and nothing where it was the only one', () => {
    const both = choose(choose(undefined, null, 'd1'), 'd4', 'd6');
    expect(takeBackChoice(both, smallDialogue, null)).toEqual({
      path: [],
      aside: [{ at: 'd4', chosen: 'd6' }],
    });
    expect(takeBackChoice(choose(undefined, null, 'd1'), smallDialogue, null)).toBeUndefined();
  });
});

/** Any tree that an import takes: each turn answers an earlier one, and roles take turns. */
const trees = fc.array(fc.nat({ max: 1_000 }), { minLength: 1, maxLength: 40 }).map((draws) => {
  const turns: DialogueLink[] = [];
  for (const [index, draw] of draws.entries()) {
    const parent = turns[(draw % (turns.length + 1)) - 1];
    const role = parent?.role === 'assistant' ? 'user' : 'assistant';
    turns.push({ id: `d${index + 1}`, parentId: parent?.id ?? null, role });
  }
  return turns;
});
const scale = { kind: 'continuation', mayStop: true } as const;

/** Goes through a tree at random: chooses where the way waits, or goes back and chooses anew. */
function wander(turns: readonly DialogueLink[], draws: readonly number[]): ContinuationAnswer | undefined {
  let answer: ContinuationAnswer | undefined;
  for (const draw of draws) {
    const { forks } = walkDialogue(turns, answer?.path ?? []);
    const fork = forks[draw % Math.max(1, forks.length)];
    if (fork === undefined) return answer;
    const chosen = fork.replyIds[(draw >> 3) % (fork.replyIds.length + 1)] ?? null;
    answer = chooseReply(answer, turns, { at: fork.at, chosen });
  }
  return answer;
}

test('whatever is chosen in whatever order can be kept as a draft, and sent once nothing waits', () => {
  fc.assert(
    fc.property(trees, fc.array(fc.nat({ max: 10_000 }), { maxLength: 30 }), (turns, draws) => {
      const answer = wander(turns, draws);
      if (answer === undefined) return;
      const check = { scale, turns, path: 'a' };
      expect(checkContinuation(answer, { ...check, purpose: 'draft' })).toEqual([]);
      const isDone = walkDialogue(turns, answer.path).open === null;
      expect(checkContinuation(answer, { ...check, purpose: 'submission' }).length === 0).toBe(isDone);
    }),
    { numRuns: 300 },
  );
});

test('no choice is ever lost by choosing at another place', () => {
  fc.assert(
    fc.property(trees, fc.array(fc.nat({ max: 10_000 }), { minLength: 2, maxLength: 20 }), (turns, draws) => {
      const before = wander(turns, draws.slice(0, -1));
      const after = wander(turns, draws);
      const places = (answer: ContinuationAnswer | undefined) =>
        new Set(listChoices(answer).map(({ at }) => at));
      expect([...places(before)].filter((place) => !places(after).has(place))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
