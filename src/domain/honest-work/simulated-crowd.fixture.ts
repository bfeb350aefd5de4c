import { PeopleVoteCollector, type SeenItem } from '#domain/people-quality/collect-people-votes.ts';
import type { PeopleVotes } from '#domain/people-quality/people-votes.ts';
import { overall, rubricWith } from '#domain/people-quality/seen-work.fixture.ts';
import { paceOf, perceiveItem } from '#domain/simulation/perceive-item.ts';
import {
  listPeople,
  type MixGroup,
  type SimulatedKind,
  type SimulatedPerson,
  tempers,
} from '#domain/simulation/population.ts';
import { simulateAnswers } from '#domain/simulation/simulate-answers.ts';
import { type Random, seededRandom } from '#stats/random/seeded-random.ts';
import { shuffle } from '#stats/random/shuffle.ts';

export interface Crowd {
  readonly seed: number;
  readonly groups: readonly MixGroup[];
  readonly items: number;
  /** How many people judge an item; everybody where left out. */
  readonly overlap?: number;
}

const rubric = { ...rubricWith(overall), justification: { ask: 'required' as const, minCharacters: 20 } };
const tasksPerSession = 60;
const dayMs = 86_400_000;

/** What a simulated population would have left behind, and who is what. */
export function simulateCrowd({ seed, groups, items, overlap }: Crowd): {
  votes: PeopleVotes;
  kindOf: ReadonlyMap<string, SimulatedKind>;
} {
  const people = listPeople({ groups, tasksPerSession, guidelinesChangeAt: null });
  const random = seededRandom(seed);
  const collector = new PeopleVoteCollector(new Map([[1, rubric]]), 'overall');
  const done = new Map<string, number>();
  for (let item = 0; item < items; item++) {
    const chosen = shuffle(people, random).slice(0, overlap ?? people.length);
    collector.add(judgeItem({ seed, item, chosen, done, random }));
  }
  return { votes: collector.votes, kindOf: new Map(people.map(({ name, kind }) => [name, kind])) };
}

function judgeItem(of: {
  seed: number;
  item: number;
  chosen: readonly SimulatedPerson[];
  done: Map<string, number>;
  random: Random;
}): SeenItem {
  const { seed, item, chosen, done, random } = of;
  const itemId = `item-${item}`;
  const responses = ['r1', 'r2'].map((id) => ({
    ...{ id, model: null },
    text: `${item} ${id} `.padEnd(200 + random.below(2_500), 'some words of it '),
  }));
  return {
    ...{ itemId, promptGroup: itemId, responses },
    judgments: chosen.map((person) => {
      const before = done.get(person.name) ?? 0;
      done.set(person.name, before + 1);
      const shownOrder = shuffle([0, 1], random);
      const shown = shownOrder.flatMap((place) => responses[place] ?? []);
      const met = { itemId, responses: shown, doneInSession: before % tasksPerSession, isAfterChange: false };
      const temper = tempers[person.kind];
      const seen = perceiveItem(met, { seed, person, temper });
      return {
        ...{ annotatorId: person.name, rubricVersion: 1, isSettled: true, shownOrder },
        atMs: Math.floor(before / tasksPerSession) * dayMs + (before % tasksPerSession) * 60_000,
        answers: simulateAnswers({ rubric, responseIds: shown.map(({ id }) => id) }, seen),
        activeMs: paceOf(met, temper, seen.random),
      };
    }),
  };
}
