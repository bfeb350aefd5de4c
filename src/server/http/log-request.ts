import type { FastifyRequest } from 'fastify';

/**
 * The address as it may stand in a log: invitation tokens are part of some paths, and a query may hold a key that
 * somebody put there by mistake.
 */
export function addressForLog(url: string): string {
  const [path = '', query] = url.split('?', 2);
  const open = path.replace(/\/(invitations|join)\/[^/]+/, (match, kind: string, offset: number) =>
    // A project's invitations are named by their id, which opens nothing.
    path.slice(0, offset).includes('/projects/') ? match : `/${kind}/…`,
  );
  if (query === undefined) return open;
  const names = query.split('&').map((part) => part.split('=', 1)[0] ?? '');
  return `${open}?${names.map((name) => `${name}=…`).join('&')}`;
}

/** What the log says of a request: never its headers or body. */
export function describeRequest(request: FastifyRequest) {
  return {
    method: request.method,
    url: addressForLog(request.url),
    remoteAddress: request.ip,
  };
}
