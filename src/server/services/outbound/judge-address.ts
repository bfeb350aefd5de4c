import { isIP } from 'node:net';
import { isPrivateAddress } from './private-address.ts';

/** An address that may be called. */
export interface OutboundTarget {
  readonly url: URL;
  /** True where the operator has named this host, so that it may be on a private network. */
  readonly mayBePrivate: boolean;
}

/** Ports of mail, shells and databases: none speaks HTTP, all do harm when spoken to. */
const closedPorts = new Set([
  1433, 1521, 2375, 2376, 2379, 3306, 3389, 5432, 5984, 6379, 6443, 9200, 9300, 11211, 27017,
]);

/**
 * Decides whether an address may be called at all; a text says why not. What its name leads to is looked at again when
 * the connection is made, as names can change what they mean.
 */
export function judgeAddress(text: string, allowed: readonly string[]): OutboundTarget | string {
  const url = URL.parse(text);
  if (url === null) return 'This is no web address: give one such as https://api.example.com/v1.';
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return `Addresses begin with https://, not with ${url.protocol}//.`;
  }
  if (url.username !== '' || url.password !== '') {
    return 'The address holds a name or password: give the key in its own field.';
  }
  if (isNamed(url, allowed)) return { url, mayBePrivate: true };
  const problem = explainPublic(url);
  return problem ?? { url, mayBePrivate: false };
}

/** Host names without their trailing dot: "localhost." is localhost. */
function hostOf(url: URL): string {
  return url.hostname.replace(/\.$/, '').replace(/^\[|\]$/g, '');
}

function isNamed(url: URL, allowed: readonly string[]): boolean {
  const bare = url.hostname.replace(/\.$/, '');
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return allowed.includes(bare) || allowed.includes(`${bare}:${port}`);
}

function explainPublic(url: URL): string | null {
  const host = hostOf(url);
  const isInside =
    isIP(host) === 0
      ? !host.includes('.') || /(^|\.)(localhost|local|internal|lan|home\.arpa|intranet)$/.test(host)
      : isPrivateAddress(host);
  if (isInside) {
    return 'This host is on a private network. The operator of this server can allow it with PLUMBLINE_MODEL_HOSTS.';
  }
  if (url.protocol === 'http:')
    return 'Use https: over http, the key and the texts would travel in the open.';
  const port = Number(url.port || 443);
  if ((port < 1024 && port !== 443 && port !== 80) || closedPorts.has(port)) {
    return `Port ${port} is not one of a web server: leave it out, or ask the operator to allow this host.`;
  }
  return null;
}
