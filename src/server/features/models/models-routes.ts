import type { ModelEndpoint } from '#contract/models.ts';
import * as contract from '#contract/models.ts';
import type { HttpRefusal } from '#contract/refusals.ts';
import { isRefusal } from '#domain/outcomes/refusal.ts';
import type { Serve } from '#server/http/serve-route.ts';
import { askEndpoint } from '#server/services/model-client/ask-endpoint.ts';
import { composeMessages } from '#server/services/model-client/compose-messages.ts';
import type { Services } from '#server/services/services.ts';
import {
  findEndpoint,
  listEndpoints,
  markEndpointRemoved,
  type StoredEndpoint,
  saveProbe,
} from '#server/store/model-endpoint-store.ts';
import { explainFailure, probeEndpoint } from './probe-endpoint.ts';
import { addEndpoint, editEndpoint, noSuchEndpoint } from './save-endpoint.ts';

/** A lead's endpoints of models: add, change, try, remove. */
export function registerModels(serve: Serve, services: Services): void {
  const { kysely } = services.database;
  serve(contract.listModelEndpoints, async ({ params }) => ({
    endpoints: (await listEndpoints(kysely, params.projectId)).map(presentEndpoint),
  }));
  serve(contract.addModelEndpoint, async ({ params, body, actor }) => {
    const added = await addEndpoint(services, { ...params, ...body, personId: actor.personId });
    return isRefusal(added) ? added : tryOut(services, { ...params, endpointId: added });
  });
  serve(contract.changeModelEndpoint, async ({ params, body }) => {
    const edited = await editEndpoint(services, { ...params, ...body });
    if (isRefusal(edited)) return edited;
    return edited.mustProbe ? tryOut(services, params) : readOne(services, params);
  });
  serve(contract.removeModelEndpoint, async ({ params }) =>
    (await markEndpointRemoved(kysely, params)) ? {} : noSuchEndpoint(),
  );
  serve(contract.probeModelEndpoint, async ({ params }) => tryOut(services, params));
  serve(contract.testModelEndpoint, async ({ params, body }) => {
    const endpoint = await findEndpoint(kysely, params);
    return endpoint ? sendTest(services, { endpoint, text: body.text }) : noSuchEndpoint();
  });
}

interface Which {
  readonly projectId: string;
  readonly endpointId: string;
}

async function readOne(services: Services, which: Which): Promise<ModelEndpoint | HttpRefusal> {
  const endpoint = await findEndpoint(services.database.kysely, which);
  return endpoint ? presentEndpoint(endpoint) : noSuchEndpoint();
}

async function tryOut(services: Services, which: Which): Promise<ModelEndpoint | HttpRefusal> {
  const endpoint = await findEndpoint(services.database.kysely, which);
  if (!endpoint) return noSuchEndpoint();
  const probe = await probeEndpoint(services, endpoint);
  await saveProbe(services.database.kysely, {
    endpointId: endpoint.id,
    revision: endpoint.revision,
    probe,
  });
  return readOne(services, which);
}

async function sendTest(services: Services, { endpoint, text }: { endpoint: StoredEndpoint; text: string }) {
  const end = await askEndpoint(services, {
    endpoint,
    messages: composeMessages({
      instructions: [endpoint.parameters.systemPrompt],
      conversation: [{ role: 'user', content: text }],
      systemRole: endpoint.probe?.systemRole ?? true,
    }),
    signal: AbortSignal.timeout(60_000),
    onText: () => undefined,
  });
  const { latencyMs, firstTokenMs, promptTokens, completionTokens } = end.facts;
  return {
    text: end.text,
    problem: end.state === 'complete' ? null : explainFailure(end.failure),
    latencyMs,
    firstTokenMs,
    promptTokens,
    completionTokens,
  };
}

/** Everything about an endpoint but its key. */
function presentEndpoint(endpoint: StoredEndpoint): ModelEndpoint {
  return {
    endpointId: endpoint.id,
    name: endpoint.name,
    baseUrl: endpoint.baseUrl,
    model: endpoint.model,
    hasKey: endpoint.sealedKey !== null,
    parameters: endpoint.parameters,
    state: endpoint.state === 'off' ? 'off' : 'on',
    probe: endpoint.probe as ModelEndpoint['probe'],
    revision: endpoint.revision,
    createdAt: endpoint.createdAt.toISOString(),
  };
}
