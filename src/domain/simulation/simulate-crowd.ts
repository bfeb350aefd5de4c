import { PeopleVoteCollector, type SeenItem } from '#domain/people-quality/collect-people-votes.ts';
import type { PeopleVotes } from '#domain/people-quality/people-votes.ts';
import { overallPreference } from '#domain/rubrics/overall-preference.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { type Random, seededRandom } from '#stats/random/seeded-random.ts';
import { shuffle } from '#stats/random/shuffle.ts';
import { paceOf, perceiveItem } from './perceive-item.ts';
import {
  listPeople,
  type MixGroup,
  type SimulatedKind,
  type SimulatedPerson,
  tempers,
} from './population.ts';
import { simulateAnswers } from './simulate-answers.ts';

export interface Crowd {
  readonly seed: number;
  readonly groups: readonly MixGroup[];
  readonly items: number;
  /** How many people judge an item; everybody where left out. */
  readonly overlap?: number;
  /** After this share of the items a new version of the guidelines is published; never where left out. */
  readonly guidelinesChangeAt?: number;
}

const rubric: Rubric = {
  criteria: [overallPreference],
  overallKey: 'overall',
  justification: { ask: 'required', minCharacters: 20 },
  confidence: 'off',
};
const tasksPerSession = 60;
const dayMs = 86_400_000;

/** What a simulated population would have left behind, and who is what. */
export function simulateCrowd({ seed, groups, items, overlap, guidelinesChangeAt = 1 }: Crowd): {
  votes: PeopleVotes;
  kindOf: ReadonlyMap<string, SimulatedKind>;
} {
  const people = listPeople({ groups, tasksPerSession, guidelinesChangeAt: null });
  const random = seededRandom(seed);
  const collector = new PeopleVoteCollector(new Map([[1, rubric]]), 'overall');
  const done = new Map<string, Past>();
  for (let item = 0; item < items; item++) {
    const chosen = shuffle(people, random).slice(0, overlap ?? people.length);
    const isAfterChange = item >= guidelinesChangeAt * items;
    collector.add(judgeItem({ seed, item, chosen, done, random, isAfterChange }));
  }
  for (const [annotatorId, { atMs, activeMs }] of done)
    collector.addTimeline(annotatorId, {
      atMs: Float64Array.from(atMs),
      activeMs: Float64Array.from(activeMs),
    });
  return { votes: collector.votes, kindOf: new Map(people.map(({ name, kind }) => [name, kind])) };
}

/** When a person submitted, and how long each task took. */
interface Past {
  readonly atMs: number[];
  readonly activeMs: number[];
}

function judgeItem(of: {
  seed: number;
  item: number;
  chosen: readonly SimulatedPerson[];
  done: Map<string, Past>;
  random: Random;
  isAfterChange: boolean;
}): SeenItem {
  const { seed, item, chosen, done, random, isAfterChange } = of;
  const itemId = `item-${item}`;
  const responses = ['r1', 'r2'].map((id) => ({
    ...{ id, model: null },
    text: `${item} ${id} `.padEnd(200 + random.below(2_500), 'some words of it '),
  }));
  return {
    ...{ itemId, promptGroup: itemId, responses },
    judgments: chosen.map((person) => {
      const past = done.get(person.name) ?? { atMs: [], activeMs: [] };
      done.set(person.name, past);
      const before = past.atMs.length;
      const shownOrder = shuffle([0, 1], random);
      const shown = shownOrder.flatMap((place) => responses[place] ?? []);
      const met = { itemId, responses: shown, doneInSession: before % tasksPerSession, isAfterChange };
      const temper = tempers[person.kind];
      const seen = perceiveItem(met, { seed, person, temper });
      const atMs = Math.floor(before / tasksPerSession) * dayMs + (before % tasksPerSession) * 60_000;
      const activeMs = paceOf(met, temper, seen.random);
      past.atMs.push(atMs);
      past.activeMs.push(activeMs);
      return {
        ...{ annotatorId: person.name, rubricVersion: 1, isSettled: true, shownOrder },
        atMs,
        answers: simulateAnswers({ rubric, responseIds: shown.map(({ id }) => id) }, seen),
        activeMs,
      };
    }),
  };
}
