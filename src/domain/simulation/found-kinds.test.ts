import { beforeAll, expect, test } from 'vitest';
import { everyKind, type FoundPerson, findKinds, tellingSigns } from './found-kinds.ts';
import { type SimulatedKind, simulatedKinds } from './population.ts';

/** `npm run bench:kinds` does the same with twenty; its table stands in docs/guides/lead.md. */
const seeds = [1, 2, 3, 4];
let people: FoundPerson[];
beforeAll(() => {
  people = seeds.flatMap((seed) => findKinds({ seed, groups: everyKind, items: 5_000 }));
}, 120_000);

const ofKind = (kind: SimulatedKind) => people.filter((person) => person.kind === kind);

function shareFound(kind: SimulatedKind): number {
  const found = ofKind(kind).filter(({ signs }) => tellingSigns[kind]?.some((sign) => signs.has(sign)));
  return found.length / ofKind(kind).length;
}

test.each(simulatedKinds.filter((kind) => tellingSigns[kind] !== undefined))(
  'reports show %s people as what they are',
  (kind) => {
    expect(shareFound(kind)).toBeGreaterThanOrEqual(kind === 'tiring' ? 0.5 : 0.75);
  },
);

test('reports show nothing of people who are good or expert, but for one in twenty', () => {
  const honest = [...ofKind('good'), ...ofKind('expert')];
  expect(honest).toHaveLength(40);
  expect(honest.filter(({ signs }) => signs.size > 0).length / honest.length).toBeLessThanOrEqual(0.05);
});
