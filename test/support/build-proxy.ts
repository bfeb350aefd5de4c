import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface BuildProxy {
  readonly address: string;
  /** From now on the service worker is that of another build. */
  release(version: string): void;
  stop(): Promise<void>;
}

/** Stands before a server and changes nothing but which build its service worker belongs to. */
export async function startBuildProxy(target: string): Promise<BuildProxy> {
  let version: string | null = null;
  const proxy = createServer((asked, answer) => {
    // Always the whole file: an answer "not modified" would hide what is changed here.
    const { 'if-none-match': _tag, 'if-modified-since': _since, ...headers } = asked.headers;
    const forward = request(
      new URL(asked.url ?? '/', target),
      { method: asked.method, headers: { ...headers, 'accept-encoding': 'identity' } },
      async (given) => {
        if (asked.url !== '/service-worker.js' || version === null) {
          answer.writeHead(given.statusCode ?? 502, given.headers);
          given.pipe(answer);
          return;
        }
        let script = '';
        for await (const part of given) script += String(part);
        const { 'content-length': _length, etag: _etag, ...headers } = given.headers;
        answer.writeHead(200, headers);
        answer.end(script.replace(/"version":"\w+"/, `"version":"${version}"`));
      },
    );
    forward.on('error', () => answer.destroy());
    asked.pipe(forward);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    release(next) {
      version = next;
    },
    async stop() {
      proxy.closeAllConnections();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}
