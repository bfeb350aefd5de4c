export type LiveState = 'connecting' | 'live' | 'lost';

/** The part of EventSource that is used here. */
export type EventStream = Pick<EventSource, 'addEventListener' | 'close' | 'readyState'>;

interface FollowInput<Name extends string> {
  readonly open: () => EventStream;
  readonly names: readonly Name[];
  /** `data` is undefined where the listener should read anew. */
  readonly onEvent: (name: Name, data: unknown) => void;
  readonly onState: (state: LiveState) => void;
  readonly retryAfterMs?: number;
}

const closed = 2;

function parseBody(text: unknown): unknown {
  if (typeof text !== 'string' || text === '') return undefined;
  const body: unknown = JSON.parse(text);
  return body === null ? undefined : body;
}

/**
 * Follows a stream of server-sent events until it is stopped. Browsers reconnect by themselves after a cut, but give up
 * when a server that restarts answers with an error: then a new stream is opened. What was missed is told as every
 * event once without data.
 */
export function followEvents<const Name extends string>(input: FollowInput<Name>): () => void {
  const { open, names, onEvent, onState, retryAfterMs = 3_000 } = input;
  let stream: EventStream;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wasLost = false;
  const begin = () => {
    const own = open();
    stream = own;
    own.addEventListener('open', () => {
      onState('live');
      if (wasLost) for (const name of names) onEvent(name, undefined);
      wasLost = false;
    });
    own.addEventListener('error', () => {
      wasLost = true;
      onState('lost');
      if (own.readyState !== closed) return;
      clearTimeout(timer);
      timer = setTimeout(begin, retryAfterMs);
    });
    for (const name of names) {
      own.addEventListener(name, (event) => onEvent(name, parseBody((event as MessageEvent).data)));
    }
  };
  begin();
  return () => {
    clearTimeout(timer);
    stream.close();
  };
}
