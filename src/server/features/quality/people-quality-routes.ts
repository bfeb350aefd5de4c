import * as contract from '#contract/people-quality.ts';
import type { Serve } from '#server/http/serve-route.ts';
import type { Services } from '#server/services/services.ts';
import { computeOwnQuality, readOwnQuality } from './read-own-quality.ts';
import { readPeople, readPerson } from './read-people.ts';

/** How each annotator works, for leads, and what annotators may see of their own work. */
export function registerPeopleQuality(serve: Serve, services: Services): void {
  serve(contract.listPeopleQuality, ({ params }) => readPeople(services, params.projectId));
  serve(contract.readPersonQuality, ({ params }) => readPerson(services, params));
  serve(contract.readOwnQuality, ({ params, actor }) =>
    readOwnQuality(services, { projectId: params.projectId, personId: actor.personId }),
  );
  serve(contract.computeOwnQuality, ({ params, actor }) =>
    computeOwnQuality(services, { projectId: params.projectId, personId: actor.personId }),
  );
}
