import type { GoldSettings } from './decide-serving.ts';

/** Why gold that is served is given to nobody for now: enough people had it, or it was served for long enough. */
export const goldRests = ['people', 'age'] as const;
export type GoldRest = (typeof goldRests)[number];

export type RestSettings = Pick<GoldSettings, 'mostPeople' | 'mostDays'>;

const dayMs = 86_400_000;

/** Gold that was served since then is not too old; null where no age is too old. */
export function oldestServedSince({ mostDays }: RestSettings, now: Date): Date | null {
  return mostDays === 0 ? null : new Date(now.getTime() - mostDays * dayMs);
}

export interface ServedGold {
  readonly people: number;
  readonly servedSince: Date | null;
}

/** Null for gold that is given out. */
export function restOf(gold: ServedGold, settings: RestSettings, now: Date): GoldRest | null {
  if (settings.mostPeople > 0 && gold.people >= settings.mostPeople) return 'people';
  const oldest = oldestServedSince(settings, now);
  if (oldest !== null && gold.servedSince !== null && gold.servedSince <= oldest) return 'age';
  return null;
}
