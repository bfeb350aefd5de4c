import { replyFailure } from '#domain/chat/reply-failure.ts';
import type { Services } from '#server/services/services.ts';
import type { StoredEndpoint } from '#server/store/model-endpoint-store.ts';
import { askModel } from './ask-model.ts';
import type { ChatMessage, ReplyEnd } from './model-call.ts';
import { openKey } from './sealed-key.ts';

type Asking = Pick<Services, 'config' | 'now' | 'database' | 'randomBytes'>;

export interface EndpointQuestion {
  readonly endpoint: StoredEndpoint;
  readonly messages: readonly ChatMessage[];
  /** What the endpoint can do, as far as it is known. */
  readonly abilities?: { readonly streams: boolean; readonly usage: boolean };
  readonly signal: AbortSignal;
  readonly onText: (piece: string) => void;
}

/** Asks the model of a stored endpoint with its key and parameters. */
export async function askEndpoint(services: Asking, question: EndpointQuestion): Promise<ReplyEnd> {
  const { endpoint, messages, signal, onText } = question;
  const key = await openKeyOf(services, endpoint);
  if (key === undefined) return unaskable();
  const abilities = question.abilities ?? {
    streams: endpoint.probe?.streams ?? true,
    usage: endpoint.probe?.usage ?? false,
  };
  return askModel(services, {
    address: { baseUrl: endpoint.baseUrl, model: endpoint.model, key },
    messages,
    parameters: endpoint.parameters,
    streams: abilities.streams,
    askUsage: abilities.usage,
    signal,
    onText,
  });
}

/** Null where the endpoint needs no key, undefined where its key cannot be opened any more. */
export async function openKeyOf(
  services: Asking,
  endpoint: StoredEndpoint,
): Promise<string | null | undefined> {
  if (endpoint.sealedKey === null) return null;
  return openKey(services, {
    endpointId: endpoint.id,
    baseUrl: endpoint.baseUrl,
    sealed: endpoint.sealedKey,
  });
}

function unaskable(): ReplyEnd {
  return {
    state: 'failed',
    text: '',
    streamed: false,
    failure: replyFailure('key_unreadable', {
      detail: 'The key was sealed under another secret: enter it again.',
    }),
    facts: {
      finishReason: null,
      promptTokens: null,
      completionTokens: null,
      model: null,
      firstTokenMs: null,
      latencyMs: 0,
    },
  };
}
