import type { ModelProbe } from '#domain/chat/model-probe.ts';
import { type ReplyFailure, type ReplyFailureCode, replyFailureWords } from '#domain/chat/reply-failure.ts';
import { askEndpoint, openKeyOf } from '#server/services/model-client/ask-endpoint.ts';
import { askedToStop } from '#server/services/model-client/ask-model.ts';
import { composeMessages } from '#server/services/model-client/compose-messages.ts';
import { listModels } from '#server/services/model-client/list-models.ts';
import type { ReplyEnd } from '#server/services/model-client/model-call.ts';
import type { Services } from '#server/services/services.ts';
import type { StoredEndpoint } from '#server/store/model-endpoint-store.ts';

/** A probe is content with this much: some models go on about a greeting. */
const enoughCharacters = 400;
const patienceMs = 45_000;

interface Way {
  readonly streams: boolean;
  readonly usage: boolean;
  readonly systemRole: boolean;
}

/** From what is best to what every endpoint should do. */
const ways: readonly Way[] = [
  { streams: true, usage: true, systemRole: true },
  { streams: true, usage: false, systemRole: true },
  { streams: true, usage: false, systemRole: false },
  { streams: false, usage: false, systemRole: true },
  { streams: false, usage: false, systemRole: false },
];

/** Tries an endpoint: lists its models, asks for one short completion, and finds out what it can do. */
export async function probeEndpoint(services: Services, endpoint: StoredEndpoint): Promise<ModelProbe> {
  const key = await openKeyOf(services, endpoint);
  const models = key === undefined ? null : await listModels(services, { baseUrl: endpoint.baseUrl, key });
  const patience = AbortSignal.timeout(patienceMs);
  for (const way of ways) {
    const end = await tryOnce(services, { endpoint, way, patience });
    // A stopped one was well under way when we had seen enough.
    const works = end.state !== 'failed' && end.text.trim() !== '';
    if (works) return found(services, { way, end, models });
    if (end.failure?.code !== 'rejected' && end.failure?.code !== 'not_understood') {
      return failed(services, { failure: end.failure, models });
    }
    if (way === ways.at(-1)) return failed(services, { failure: end.failure, models });
  }
  throw new Error('there is at least one way to ask');
}

async function tryOnce(
  services: Services,
  attempt: { endpoint: StoredEndpoint; way: Way; patience: AbortSignal },
): Promise<ReplyEnd> {
  const enough = new AbortController();
  let length = 0;
  return askEndpoint(services, {
    endpoint: attempt.endpoint,
    abilities: attempt.way,
    messages: composeMessages({
      instructions: ['Answer in one word.'],
      conversation: [{ role: 'user', content: 'Say hello.' }],
      systemRole: attempt.way.systemRole,
    }),
    signal: AbortSignal.any([enough.signal, attempt.patience]),
    onText(piece) {
      length += piece.length;
      if (length > enoughCharacters) enough.abort(askedToStop);
    },
  });
}

function found(services: Services, what: { way: Way; end: ReplyEnd; models: string[] | null }): ModelProbe {
  const { way, end, models } = what;
  return {
    at: services.now().toISOString(),
    works: true,
    problem: null,
    models,
    streams: way.streams && end.streamed,
    systemRole: way.systemRole,
    usage: way.usage && (end.facts.promptTokens !== null || end.state === 'stopped'),
    latencyMs: end.facts.latencyMs,
    firstTokenMs: end.facts.firstTokenMs,
  };
}

function failed(
  services: Services,
  what: { failure: ReplyFailure | null; models: string[] | null },
): ModelProbe {
  return {
    at: services.now().toISOString(),
    works: false,
    problem: explainFailure(what.failure),
    models: what.models,
    streams: false,
    systemRole: false,
    usage: false,
    latencyMs: null,
    firstTokenMs: null,
  };
}

const leadWords: Partial<Record<ReplyFailureCode, string>> = {
  unreachable: 'The endpoint cannot be reached: check the base URL.',
  address_refused: 'This address may not be called.',
  key_refused: 'The endpoint does not accept the key: enter another one.',
  key_unreadable: 'The key can no longer be opened: enter it again.',
  model_unknown: 'The endpoint does not know this address or model: check the base URL and the model’s name.',
  rejected: 'The endpoint does not accept the request: check the parameters.',
  rate_limited: 'The endpoint asks to wait: try again later.',
  server_failed: 'The endpoint failed on its side: try again.',
  not_understood: 'The answer is not that of an OpenAI-compatible API: check the base URL.',
  cut_off: 'The answer broke off: try again.',
  timed_out: 'The endpoint took too long: try again.',
};

/** What a lead reads of a failure, with what the endpoint said. */
export function explainFailure(failure: ReplyFailure | null): string {
  if (failure === null) return 'The endpoint took too long: try again.';
  const words = leadWords[failure.code] ?? replyFailureWords[failure.code];
  return failure.detail === null ? words : `${words} ${failure.detail}`;
}
