import * as contract from '#contract/gold.ts';
import type { Answers } from '#domain/judging/answers.ts';
import type { Serve } from '#server/http/serve-route.ts';
import type { Services } from '#server/services/services.ts';
import { keepGoldSettings } from '#server/store/gold-writing-store.ts';
import { computeGoldResults } from './compute-results.ts';
import { listGoldPeople } from './list-people.ts';
import { readFeedback } from './read-feedback.ts';
import { listGold, readGold, readOverview } from './read-gold.ts';
import { saveGold } from './save-gold.ts';
import { setGoldState } from './set-gold-state.ts';
import { listUnanimous, makeUnanimous } from './unanimous.ts';

/** Known answers in the queue: made, served, and what people made of them. */
export function registerGold(serve: Serve, services: Services): void {
  const { kysely } = services.database;
  serve(contract.readGoldOverview, async ({ params }) => readOverview(services, params.projectId));
  serve(contract.setGoldSettings, async ({ params, body }) => {
    await keepGoldSettings(kysely, { ...params, settings: body });
    return readOverview(services, params.projectId);
  });
  serve(contract.listGold, async ({ params, query }) => listGold(services, { ...params, ...query }));
  serve(contract.readGoldItem, async ({ params }) => readGold(services, params));
  serve(contract.saveGoldItem, async ({ params, body, actor }) => {
    const refusal = await saveGold(services, {
      ...params,
      ...body,
      answers: body.answers as Answers | undefined,
      personId: actor.personId,
    });
    if (refusal) return refusal;
    // Other expected answers make other results of what was judged already.
    await computeGoldResults(services, params.projectId);
    return readGold(services, params);
  });
  serve(contract.setGoldState, async ({ params, body }) => setGoldState(services, { ...params, ...body }));
  serve(contract.listUnanimous, async ({ params, query }) =>
    listUnanimous(services, { ...params, ...query }),
  );
  serve(contract.makeUnanimousGold, async ({ params, body, actor }) =>
    makeUnanimous(services, { ...params, ...body, personId: actor.personId }),
  );
  serve(contract.listGoldPeople, async ({ params }) => ({
    people: await listGoldPeople(services, params.projectId),
  }));
  serve(contract.readGoldFeedback, async ({ params, actor }) =>
    readFeedback(services, { ...params, personId: actor.personId }),
  );
}
