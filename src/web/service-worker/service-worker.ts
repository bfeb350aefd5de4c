import { type Shell, ShellCache } from './shell-cache.ts';

/** The part of a service worker's global scope that is used; its types would clash with those of a page. */
interface WorkerScope {
  readonly caches: CacheStorage;
  readonly location: Location;
  readonly clients: { readonly claim: () => Promise<void> };
  readonly skipWaiting: () => Promise<void>;
  addEventListener(kind: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(kind: 'fetch', listener: (event: FetchAsked) => void): void;
  addEventListener(kind: 'message', listener: (event: MessageEvent) => void): void;
}
interface Lasting {
  readonly waitUntil: (work: Promise<unknown>) => void;
}
interface FetchAsked {
  readonly request: Request;
  readonly respondWith: (response: Promise<Response>) => void;
}

/** The build puts the list of files in its place. */
declare const PLUMBLINE_SHELL: Shell;

const scope = globalThis as unknown as WorkerScope;
const cache = new ShellCache({
  shell: PLUMBLINE_SHELL,
  caches: scope.caches,
  fetch: (input, init) => fetch(input, init),
  origin: scope.location.origin,
});

scope.addEventListener('install', (event) => event.waitUntil(cache.install()));
scope.addEventListener('activate', (event) =>
  // The page that brought the first worker is its first to be looked after.
  event.waitUntil(cache.tidy().then(() => scope.clients.claim())),
);
scope.addEventListener('fetch', (event) => {
  const answer = cache.answer(event.request);
  if (answer !== null) event.respondWith(answer);
});
scope.addEventListener('message', (event) => {
  if (event.data === 'take_over') void scope.skipWaiting();
});
