import type { GoldPurpose } from './gold.ts';

/** How much gold the people of a project get. */
export interface GoldSettings {
  /** So many gold tasks first, before any ordinary one. */
  readonly firstTasks: number;
  readonly firstPurpose: GoldPurpose;
  /** Later on, gold among all tasks, 0 to 50 percent. */
  readonly sharePercent: number;
  /** Of that later gold, how much is training. */
  readonly trainingPercent: number;
  /** After so many people a gold rests; 0 for never. */
  readonly mostPeople: number;
  /** After so many days of being served a gold rests; 0 for never. */
  readonly mostDays: number;
}

/** What counts where a lead says nothing else. */
export const usualRest = { mostPeople: 50, mostDays: 180 } as const;

export const noGold: GoldSettings = {
  firstTasks: 0,
  firstPurpose: 'training',
  sharePercent: 0,
  trainingPercent: 0,
  ...usualRest,
};

export function servesGold({ firstTasks, sharePercent }: GoldSettings): boolean {
  return firstTasks > 0 || sharePercent > 0;
}

export interface ServingFacts {
  readonly settings: GoldSettings;
  /** Gold that the person answered or holds; what they skipped does not count and is asked again with other gold. */
  readonly goldHad: number;
  readonly goldSkipped: number;
  /** Two numbers from 0 to below 1, drawn for this place in the person's work from a key that only the server has. */
  readonly draw: { readonly gold: number; readonly training: number };
}

export interface Serving {
  readonly purpose: GoldPurpose;
  /** One of the first: given out whether or not ordinary work is left. */
  readonly isFirst: boolean;
}

/** Skipping must not pay: whoever skips gold is given as much more of it as they skip, up to this. */
const mostOwed = 2;
const mostShare = 0.75;

/** Whether the next task of a person is gold, and of which kind; null for an ordinary one. */
export function decideServing({ settings, goldHad, goldSkipped, draw }: ServingFacts): Serving | null {
  if (goldHad < settings.firstTasks) return { purpose: settings.firstPurpose, isFirst: true };
  const share = settings.sharePercent / 100;
  // Before the first gold nothing is owed beyond the share itself; skipping it counts in full.
  const owed = goldSkipped === 0 ? 1 : Math.min(mostOwed, (goldHad + goldSkipped) / goldHad);
  const chance = Math.min(mostShare, share * owed);
  if (draw.gold >= chance) return null;
  return { purpose: draw.training * 100 < settings.trainingPercent ? 'training' : 'test', isFirst: false };
}
