import { createHmac } from 'node:crypto';

/**
 * Names annotators by a keyed hash: the same in every export of a project with the same salt, so that the same data
 * gives the same bytes, and different in every other project.
 */
export function createPseudonyms(key: {
  readonly projectId: string;
  readonly salt: string;
}): (personId: string) => string {
  const known = new Map<string, string>();
  return (personId) => {
    const found = known.get(personId);
    if (found !== undefined) return found;
    const digest = createHmac('sha256', `${key.projectId}:${key.salt}`).update(personId).digest('hex');
    const made = `annotator_${digest.slice(0, 16)}`;
    known.set(personId, made);
    return made;
  };
}
