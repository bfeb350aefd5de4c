import type { z } from 'zod';
import type { goldPerson } from '#contract/gold-records.ts';
import { accuracyOf, type PersonGold, summarisePeople } from '#domain/gold/person-accuracy.ts';
import type { Services } from '#server/services/services.ts';
import { countGoldSkips, listPersonResults } from '#server/store/gold-result-store.ts';
import { listNames } from '#server/store/person-store.ts';

/** Everybody who met gold, by name, with their accuracy. */
export async function listGoldPeople(
  services: Services,
  projectId: string,
): Promise<z.infer<typeof goldPerson>[]> {
  const { kysely } = services.database;
  const people = new Map(
    summarisePeople(await listPersonResults(kysely, projectId)).map((person) => [person.personId, person]),
  );
  const skips = await countGoldSkips(kysely, projectId);
  const personIds = [...new Set([...people.keys(), ...skips.keys()])];
  const names = await listNames(kysely, personIds);
  return personIds
    .map((personId) => {
      const { concepts, ...person } = people.get(personId) ?? withoutResults(personId);
      return {
        ...person,
        concepts: [...concepts],
        name: names.get(personId) ?? '',
        skipped: skips.get(personId) ?? 0,
      };
    })
    .toSorted((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
}

function withoutResults(personId: string): PersonGold {
  const none = accuracyOf({ passed: 0, trials: 0 });
  return { personId, test: none, training: none, concepts: [], notCounted: 0 };
}
