import { type Answers, emptyAnswers } from '#domain/judging/answers.ts';
import { overallPreference } from '#domain/rubrics/overall-preference.ts';
import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';
import { PeopleVoteCollector, type SeenItem } from './collect-people-votes.ts';
import type { PeopleVotes } from './people-votes.ts';

export const overall = overallPreference;

export function rubricWith(...criteria: readonly Criterion[]): Rubric {
  return {
    criteria: [...criteria],
    overallKey: criteria[0]?.key ?? null,
    justification: { ask: 'off', minCharacters: 0 },
    confidence: 'off',
  };
}

/** −3 … 3: negative where r1 is better. */
export function preferring(value: number): Answers {
  const answer =
    value === 0
      ? ({ verdict: 'tie' } as const)
      : ({ verdict: 'prefers', responseId: value < 0 ? 'r1' : 'r2', strength: Math.abs(value) } as const);
  return { ...emptyAnswers, pair: { overall: answer } };
}

export interface SeenVote {
  readonly by: string;
  readonly value: number;
  /** Whether r2 was shown first. */
  readonly isSwapped?: boolean;
  readonly rubricVersion?: number;
  readonly isSettled?: boolean;
  readonly activeMs?: number;
  readonly reason?: string;
}

export interface SeenPair {
  readonly votes: readonly SeenVote[];
  readonly texts?: readonly [string, string];
  readonly models?: readonly [string | null, string | null];
  readonly promptGroup?: string;
}

const startMs = Date.UTC(2026, 0, 5, 9);
const minuteMs = 60_000;

/** Items are judged a minute after each other by everybody, fifty a day. */
export function seenItem({ votes, texts, models, promptGroup }: SeenPair, place: number): SeenItem {
  const [r1, r2] = texts ?? [`The first answer ${place}.`, `Another answer ${place}.`];
  const [one, other] = models ?? [null, null];
  const atMs = startMs + Math.floor(place / 50) * 86_400_000 + (place % 50) * minuteMs;
  return {
    itemId: `item-${place}`,
    promptGroup: promptGroup ?? `prompt-${place}`,
    responses: [
      { id: 'r1', text: r1, model: one },
      { id: 'r2', text: r2, model: other },
    ],
    judgments: votes.map((vote) => ({
      ...{ annotatorId: vote.by, atMs, activeMs: vote.activeMs ?? 20_000 },
      ...{ rubricVersion: vote.rubricVersion ?? 1, isSettled: vote.isSettled ?? true },
      shownOrder: vote.isSwapped ? [1, 0] : [0, 1],
      answers: { ...preferring(vote.value), justification: vote.reason ?? '' },
    })),
  };
}

/** Everything that these people did: their timelines hold just these items. */
export function votesOf(
  pairs: readonly SeenPair[],
  rubrics: ReadonlyMap<number, Rubric> = new Map([[1, rubricWith(overall)]]),
): PeopleVotes {
  const collector = new PeopleVoteCollector(rubrics, 'overall');
  const items = pairs.map(seenItem);
  const people = new Set(items.flatMap(({ judgments }) => judgments.map(({ annotatorId }) => annotatorId)));
  for (const by of people) {
    const own = items.flatMap(({ judgments }) => judgments.filter(({ annotatorId }) => annotatorId === by));
    collector.addTimeline(by, {
      atMs: Float64Array.from(own, ({ atMs }) => atMs),
      activeMs: Float64Array.from(own, ({ activeMs }) => activeMs),
    });
  }
  for (const item of items) collector.add(item);
  return collector.votes;
}
