import { type PersonTier, personTiers } from './rule.ts';

/** The tier one step up or down; the same where there is none. */
export function changeTier(tier: PersonTier, act: 'lower_tier' | 'raise_tier'): PersonTier {
  const place = personTiers.indexOf(tier) + (act === 'raise_tier' ? 1 : -1);
  return personTiers[place] ?? tier;
}

/** What a reversal makes of a tier: the one before, unless somebody has changed it since. */
export function tierAfterReversal(facts: {
  readonly now: PersonTier;
  readonly before: PersonTier;
  readonly after: PersonTier;
}): PersonTier {
  return facts.now === facts.after ? facts.before : facts.now;
}
