/** Where a file is shown from. */
export type Source = 'server' | 'device';

/**
 * Where to show a file from; null where it cannot be had. A file that is on screen stays where it comes from as long as
 * that can be had: another address would begin a sound or a film anew.
 */
export function chooseSource(asked: {
  readonly before: Source | null;
  readonly hasLink: boolean;
  readonly isKept: boolean;
  readonly isOffline: boolean;
}): Source | null {
  const { before, hasLink, isKept, isOffline } = asked;
  if (!isKept) return hasLink ? 'server' : null;
  return before === 'server' && hasLink && !isOffline ? 'server' : 'device';
}
