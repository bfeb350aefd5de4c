import { describe, expect, it } from 'vitest';
import { type AskedFor, ShellCache, wayFor } from './shell-cache.ts';

const origin = 'https://plumbline.example';
const shell = { version: 'v2', files: ['/', '/theme-boot.js', '/assets/index-1.js'] };

function ask(path: string, part: Partial<AskedFor> = {}): AskedFor {
  return { method: 'GET', url: new URL(path, origin).href, mode: 'cors', destination: '', ...part };
}
const page = { mode: 'navigate', destination: 'document' } as const;

describe('a request', () => {
  it.each([
    ['a page of the app', ask('/projects/p1/judge', page), 'page'],
    ['the pages about the API', ask('/api/docs', page), 'page'],
    ['a file with a hash', ask('/assets/index-1.js'), 'asset'],
    ['a file that the page begins with', ask('/theme-boot.js'), 'boot'],
    ['an answer of the API', ask('/api/v1/session'), null],
    ['a download of the API', ask('/api/v1/projects/p1/exports/e1/file', page), null],
    ['a media file that is opened', ask('/media/p1/abc?signature=x', page), null],
    ['a write', ask('/assets/index-1.js', { method: 'POST' }), null],
    ['another origin', ask('https://elsewhere.example/assets/index-1.js'), null],
    ['the frame that code runs in', ask('/runner.html', { mode: 'navigate', destination: 'iframe' }), null],
    ['a file of the runner', ask('/runner/pyodide.wasm'), null],
    ['the health of the server', ask('/healthz'), null],
    ['the worker itself', ask('/service-worker.js'), null],
  ])('for %s is answered as %s', (_, asked, way) => {
    expect(wayFor(asked, { shell, origin })).toBe(way);
  });
});

/** Caches in memory, as far as they are used. */
function createCaches() {
  const stored = new Map<string, Map<string, Response>>();
  const urlOf = (key: RequestInfo | URL) => (key instanceof Request ? key.url : String(key));
  const open = async (name: string) => {
    const files = stored.get(name) ?? new Map<string, Response>();
    stored.set(name, files);
    return {
      addAll: async (requests: readonly Request[]) => {
        for (const { url } of requests) files.set(url, new Response(`${name} ${new URL(url).pathname}`));
      },
      match: async (key: RequestInfo | URL) => files.get(urlOf(key))?.clone(),
      put: async (key: RequestInfo | URL, response: Response) => void files.set(urlOf(key), response),
    };
  };
  const caches = {
    open,
    keys: async () => [...stored.keys()],
    delete: async (name: string) => stored.delete(name),
    match: async (key: RequestInfo | URL) => {
      for (const files of stored.values()) if (files.has(urlOf(key))) return files.get(urlOf(key))?.clone();
      return undefined;
    },
  } as unknown as CacheStorage;
  return { caches, stored };
}

type Network = () => Response | Promise<Response>;

async function startWorker(network: Network) {
  const { caches, stored } = createCaches();
  const cache = new ShellCache({ shell, caches, origin, fetch: async () => network() });
  await cache.install();
  const textFor = async (path: string, part?: Partial<AskedFor>) => {
    const request = { ...ask(path, part) } as Request;
    return (await cache.answer(request))?.text();
  };
  return { cache, caches, stored, textFor };
}
const cut: Network = () => {
  throw new TypeError('Failed to fetch');
};

describe('the shell', () => {
  it.each<[string, Network, string]>([
    ['comes from the network where there is one', () => new Response('new'), 'new'],
    ['comes from the device where there is none', cut, 'plumbline-shell-v2 /'],
    [
      'comes from the device while the server is away',
      () => new Response('', { status: 502 }),
      'plumbline-shell-v2 /',
    ],
    ['says what the server says otherwise', () => new Response('refused', { status: 429 }), 'refused'],
  ])('%s', async (_, network, text) => {
    const { textFor } = await startWorker(network);
    expect(await textFor('/projects/p1/judge', page)).toBe(text);
  });

  it('asks the network once for a file that it does not hold', async () => {
    let asked = 0;
    const { textFor } = await startWorker(() => {
      asked += 1;
      return new Response('grammar');
    });
    expect([await textFor('/assets/python-1.js'), await textFor('/assets/python-1.js')]).toEqual([
      'grammar',
      'grammar',
    ]);
    expect(asked).toBe(1);
  });

  it('never keeps a refusal', async () => {
    const { textFor, stored } = await startWorker(() => new Response('gone', { status: 404 }));
    expect(await textFor('/assets/python-1.js')).toBe('gone');
    expect([...(stored.get('plumbline-shell-v2')?.keys() ?? [])]).toHaveLength(3);
  });

  it('drops older shells, but for the one before, and nothing of others', async () => {
    const { cache, caches, stored } = await startWorker(cut);
    stored.clear();
    for (const name of ['plumbline-shell-v0', 'elsewhere', 'plumbline-shell-v1', 'plumbline-shell-v2'])
      await caches.open(name);
    await cache.tidy();
    expect([...stored.keys()]).toEqual(['elsewhere', 'plumbline-shell-v1', 'plumbline-shell-v2']);
  });
});
