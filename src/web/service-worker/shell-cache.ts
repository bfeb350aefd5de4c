/** What the app needs to start, as the build listed it. */
export interface Shell {
  /** Changes with every file. */
  readonly version: string;
  /** Addresses on this origin; "/" stands for every page of the app. */
  readonly files: readonly string[];
}

interface ShellNeeds {
  readonly shell: Shell;
  readonly caches: CacheStorage;
  readonly fetch: typeof fetch;
  readonly origin: string;
}

/** The parts of a request that decide how it is answered. */
export type AskedFor = Pick<Request, 'method' | 'url' | 'mode' | 'destination'>;

const prefix = 'plumbline-shell-';
/** A network that takes longer than this to bring a page is taken for away. */
const patienceMs = 4_000;
/** What a proxy says when the server behind it is away. */
const awayStatuses: readonly number[] = [502, 503, 504];
/** Addresses that belong to the server: the API's answers are never cached. */
const serverPaths = /^\/(api\/(v1|openapi)|runner\/|media\/|metrics|healthz|readyz)/;

type Way = 'page' | 'asset' | 'boot';

/** How a request is answered; null leaves it to the browser. */
export function wayFor(asked: AskedFor, { shell, origin }: Pick<ShellNeeds, 'shell' | 'origin'>): Way | null {
  const url = new URL(asked.url);
  if (asked.method !== 'GET' || url.origin !== origin || serverPaths.test(url.pathname)) return null;
  if (asked.mode === 'navigate') return asked.destination === 'document' ? 'page' : null;
  if (url.pathname.startsWith('/assets/')) return 'asset';
  return shell.files.includes(url.pathname) ? 'boot' : null;
}

/** Keeps the files that the app starts from, and answers with them while the network is away. */
export class ShellCache {
  readonly #needs: ShellNeeds;
  readonly #name: string;

  constructor(needs: ShellNeeds) {
    this.#needs = needs;
    this.#name = prefix + needs.shell.version;
  }

  /** Fetches the whole shell; fails as a whole where one file fails. */
  async install(): Promise<void> {
    const cache = await this.#needs.caches.open(this.#name);
    await cache.addAll(
      this.#needs.shell.files.map(
        // Names in assets/ carry a hash of their content; the rest must not come from the browser's own cache.
        (file) =>
          new Request(new URL(file, this.#needs.origin), {
            cache: file.startsWith('/assets/') ? 'default' : 'reload',
          }),
      ),
    );
  }

  /** Drops old shells, but for the one before: windows may still be open on it. */
  async tidy(): Promise<void> {
    const { caches } = this.#needs;
    const others = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== this.#name);
    await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  }

  /** Answers a request of the app; null leaves it to the browser. */
  answer(request: Request): Promise<Response> | null {
    const way = wayFor(request, this.#needs);
    if (way === 'page') return this.#networkFirst(request, '/');
    if (way === 'boot') return this.#networkFirst(request, new URL(request.url).pathname);
    return way === 'asset' ? this.#cacheFirst(request) : null;
  }

  /** The newest there is; what is kept only where the network brings nothing. */
  async #networkFirst(request: Request, kept: string): Promise<Response> {
    const fallBack = async () => {
      const cache = await this.#needs.caches.open(this.#name);
      return cache.match(new URL(kept, this.#needs.origin));
    };
    const fetched = this.#needs.fetch(request);
    const late = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), patienceMs));
    const first = await Promise.race([fetched, late]).catch(() => 'failed' as const);
    if (first instanceof Response && !awayStatuses.includes(first.status)) return first;
    return (await fallBack()) ?? (first instanceof Response ? first : fetched);
  }

  /** Files whose name changes with their content are never out of date. */
  async #cacheFirst(request: Request): Promise<Response> {
    const kept = await this.#needs.caches.match(request.url);
    if (kept !== undefined) return kept;
    const response = await this.#needs.fetch(request);
    if (response.ok) {
      const cache = await this.#needs.caches.open(this.#name);
      // A full device only means that this file is fetched again next time.
      await cache.put(request.url, response.clone()).catch(() => {});
    }
    return response;
  }
}
