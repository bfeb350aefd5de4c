import { useSyncExternalStore } from 'react';
import { createObservable, type Observable } from './observable.ts';

const probeEveryMs = 8_000;
/** What a proxy says when the server behind it is away. */
const awayStatuses: readonly number[] = [502, 504];

const state = createObservable<boolean>(true);
let probe: ReturnType<typeof setTimeout> | undefined;

/** Whether the server answered when it was last asked. */
export const isReachable: Observable<boolean> = state;

function note(answered: boolean): void {
  clearTimeout(probe);
  // While nobody else asks, somebody must find out that it is back.
  if (!answered) probe = setTimeout(() => void askHealth(), probeEveryMs);
  state.set(answered);
}

async function askHealth(): Promise<void> {
  try {
    note((await fetch('/healthz', { cache: 'no-store' })).ok);
  } catch {
    note(false);
  }
}

/** `fetch` that notes whether an answer came. */
export const watchedFetch: typeof fetch = async (input, init) => {
  try {
    const response = await fetch(input, init);
    note(!awayStatuses.includes(response.status));
    return response;
  } catch (error) {
    if (init?.signal?.aborted !== true) note(false);
    throw error;
  }
};

/** Follows what the browser knows of the network; the server's answers have the last word. */
export function followNetwork(): void {
  window.addEventListener('offline', () => note(false));
  window.addEventListener('online', () => void askHealth());
  if (!navigator.onLine) note(false);
}

/** True while the network or the server is away. */
export function useIsOffline(): boolean {
  return !useSyncExternalStore(state.subscribe, state.get);
}
