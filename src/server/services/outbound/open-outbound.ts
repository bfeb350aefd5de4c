import { type LookupAddress, type LookupAllOptions, lookup } from 'node:dns';
import { type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { LookupFunction, Socket } from 'node:net';
import type { OutboundTarget } from './judge-address.ts';
import { isPrivateAddress } from './private-address.ts';

export interface OutboundRequest {
  readonly target: OutboundTarget;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
}

/** The name led to an address that may not be called. */
export class BlockedAddressError extends Error {}

/** Makes sure of the address at the moment of connecting, so that a name cannot change its meaning in between. */
const publicOnly: LookupFunction = (hostname, options, callback) => {
  const all: LookupAllOptions = { ...options, all: true };
  lookup(hostname, all, (error, addresses) => {
    if (error) return callback(error, '', 4);
    const found: LookupAddress[] = addresses;
    const first = found[0];
    if (first === undefined || found.some(({ address }) => isPrivateAddress(address))) {
      return callback(new BlockedAddressError('leads to a private network'), '', 4);
    }
    return options.all === true ? callback(null, found) : callback(null, first.address, first.family);
  });
};

/**
 * Calls an address that was judged before. Redirects are not followed, nothing is decompressed, and the whole is over
 * when the signal says so. The caller reads the body, with a limit.
 */
export async function openOutbound(outbound: OutboundRequest): Promise<IncomingMessage> {
  const { target, method, headers, body, signal } = outbound;
  const open = target.url.protocol === 'https:' ? requestSecure : requestPlain;
  return new Promise((resolve, reject) => {
    const request = open(target.url, {
      method,
      headers: {
        'accept-encoding': 'identity',
        'user-agent': 'plumbline',
        ...headers,
        ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
      },
      agent: false,
      signal,
      ...(!target.mayBePrivate && { lookup: publicOnly }),
    });
    if (!target.mayBePrivate) request.once('socket', (socket) => refusePrivatePeer(socket));
    request.once('response', resolve);
    request.once('error', reject);
    request.end(body);
  });
}

/** The name hook is never asked about an IP address that stands in the address itself. */
function refusePrivatePeer(socket: Socket): void {
  socket.once('connect', () => {
    const { remoteAddress } = socket;
    if (remoteAddress !== undefined && isPrivateAddress(remoteAddress)) {
      socket.destroy(new BlockedAddressError('leads to a private network'));
    }
  });
}
