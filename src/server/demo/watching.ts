import type { Rubric } from '#domain/rubrics/rubric.ts';
import type { DemoQuality } from '#seeds/demo/quality.ts';
import type { Random } from '#stats/random/seeded-random.ts';
import type { KnownItem } from './judged-items.ts';
import type { PeopleByEmail } from './seed-people.ts';

/** What it takes to test, review and settle the judgments of one project. */
export interface Watching {
  readonly projectId: string;
  readonly leadId: string;
  readonly reviewerId: string;
  readonly people: PeopleByEmail;
  readonly rubric: Rubric;
  /** The criterion that says which response is better. */
  readonly overallKey: string;
  readonly items: ReadonlyMap<string, KnownItem>;
  readonly quality: DemoQuality;
  readonly random: Random;
}
