import { spellOutHidden } from './hidden-characters.ts';

/** A link that may be followed, and the host that it leads to. */
export interface SafeLink {
  readonly href: string;
  readonly host: string;
}

const allowed = ['http:', 'https:', 'mailto:'];

/** Reads an address as an absolute link of a harmless kind; anything else is not a link. */
export function readSafeLink(href: unknown): SafeLink | undefined {
  if (typeof href !== 'string' || !URL.canParse(href)) return undefined;
  const url = new URL(href);
  if (!allowed.includes(url.protocol)) return undefined;
  const host = url.protocol === 'mailto:' ? url.pathname : url.host;
  return { href: url.href, host: spellOutHidden(host) };
}
