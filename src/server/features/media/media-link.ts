import { createHmac, timingSafeEqual } from 'node:crypto';

/** How long an address shows its file. Pages ask for a new one before that. */
export const linkLifeMs = 15 * 60_000;

/** What an address is good for: one file of one project, for one person, for a time. */
export interface MediaClaim {
  readonly projectId: string;
  readonly sha256: string;
  readonly personId: string;
  /** Seconds since 1970. */
  readonly expires: number;
}

export function signMediaLink(secret: Buffer, claim: MediaClaim): string {
  const { projectId, sha256, personId, expires } = claim;
  const query = new URLSearchParams({
    person: personId,
    expires: String(expires),
    signature: sign(secret, claim).toString('base64url'),
  });
  return `/media/${projectId}/${sha256}?${query}`;
}

/** Whether this deployment gave out the address and its time is not over. */
export function checkMediaLink(
  secret: Buffer,
  link: MediaClaim & { readonly signature: string },
  now: Date,
): 'good' | 'forged' | 'over' {
  const wanted = sign(secret, link);
  const given = Buffer.from(link.signature, 'base64url');
  // The signature's own text must be the one that was given out: base64 writes the same bytes in several ways.
  const isOurs = given.length === wanted.length && timingSafeEqual(given, wanted);
  if (!isOurs || wanted.toString('base64url') !== link.signature) return 'forged';
  return link.expires * 1000 > now.getTime() ? 'good' : 'over';
}

function sign(secret: Buffer, { projectId, sha256, personId, expires }: MediaClaim): Buffer {
  return createHmac('sha256', secret).update([projectId, sha256, personId, expires].join('\n')).digest();
}
