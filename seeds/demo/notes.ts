import type { FlagKind, SkipReason } from '#domain/queue/assignment.ts';

const bySubject: Readonly<Record<string, string>> = {
  medicine: 'I cannot tell which dose is usual, and looking it up took me too far.',
  law: 'This depends on a law that I do not know.',
  mathematics: 'I cannot check this proof.',
  code: 'I do not know this language well enough to say whether it runs.',
};

/** Why a simulated person left an item of this domain to somebody else. */
export function explainSkip(domain: string): { reason: SkipReason; note: string } {
  const note = bySubject[domain];
  if (note !== undefined) return { reason: 'outside_my_expertise', note };
  return domain === 'safety'
    ? { reason: 'distressing', note: 'I would rather not do this one today.' }
    : { reason: 'unclear', note: 'I cannot tell what the person wants from the last message.' };
}

/** What a simulated person asked for help with. */
export function explainFlag(domain: string): { kind: FlagKind; note: string } {
  if (domain === 'safety')
    return {
      kind: 'policy_violation',
      note: 'One of the answers gives steps that somebody could follow to do harm.',
    };
  if (domain === 'medicine')
    return {
      kind: 'other',
      note: 'An expert should look at this: the advice sounds dangerous to me, but I am not sure.',
    };
  return {
    kind: 'rubric_unclear',
    note: 'The guidelines do not say whether a complete but badly formatted answer beats a neat partial one.',
  };
}
