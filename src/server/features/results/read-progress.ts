import type { z } from 'zod';
import type { progress } from '#contract/results.ts';
import type { Services } from '#server/services/services.ts';
import {
  countByPersonAndDay,
  countItems,
  countLive,
  listPaces,
  type PersonDay,
} from '#server/store/progress-store.ts';

export type Progress = z.infer<typeof progress>;

export interface ReadProgress {
  readonly progress: Progress;
  /** By performance.now(), when reading began: what happened later may not be in it. */
  readonly readAt: number;
}

const leastMs = 1_000;
/** Large projects are counted less often: a count is kept for ten times as long as it took. */
const keptFor = 10;

/** Counts a project at most once a second, once for all who ask. */
export class ProgressReader {
  readonly #services: Services;
  readonly #kept = new Map<string, ReadProgress & { readonly keptUntil: number }>();
  readonly #running = new Map<string, Promise<ReadProgress>>();

  constructor(services: Services) {
    this.#services = services;
  }

  async read(projectId: string): Promise<ReadProgress> {
    const kept = this.#kept.get(projectId);
    if (kept && performance.now() < kept.keptUntil) return kept;
    const running = this.#running.get(projectId);
    if (running) return running;
    const reading = this.#readNow(projectId).finally(() => this.#running.delete(projectId));
    this.#running.set(projectId, reading);
    return reading;
  }

  async #readNow(projectId: string): Promise<ReadProgress> {
    const readAt = performance.now();
    const made = { progress: await readProgress(this.#services, projectId), readAt };
    const tookMs = performance.now() - readAt;
    if (this.#kept.size > 1_000) this.#kept.clear();
    this.#kept.set(projectId, { ...made, keptUntil: readAt + Math.max(leastMs, tookMs * keptFor) });
    return made;
  }
}

async function readProgress(services: Services, projectId: string): Promise<Progress> {
  const { kysely } = services.database;
  const items = await countItems(kysely, projectId);
  const live = await countLive(kysely, { projectId, now: services.now() });
  const days = await countByPersonAndDay(kysely, projectId);
  const sums = sumByPerson(days);
  const paces = await listPaces(kysely, { projectId, personIds: [...sums.keys()] });
  return {
    ...items,
    ...live,
    skips: days.reduce((sum, { skips }) => sum + skips, 0),
    perDay: sumByDay(days),
    people: paces.map(({ personId, name, medianActiveMs }) => {
      const { judgments, skips, lastAt } = sums.get(personId) ?? { judgments: 0, skips: 0, lastAt: null };
      return { personId, name, judgments, skips, medianActiveMs, lastAt: lastAt?.toISOString() ?? null };
    }),
  };
}

interface PersonSum {
  judgments: number;
  skips: number;
  lastAt: Date | null;
}

function sumByPerson(days: readonly PersonDay[]): Map<string, PersonSum> {
  const sums = new Map<string, PersonSum>();
  for (const { personId, judgments, skips, lastAt } of days) {
    const sum = sums.get(personId) ?? { judgments: 0, skips: 0, lastAt: null };
    sum.judgments += judgments;
    sum.skips += skips;
    if (lastAt && (sum.lastAt === null || lastAt > sum.lastAt)) sum.lastAt = lastAt;
    sums.set(personId, sum);
  }
  return sums;
}

/** Days come in order; those without judgments are not named. */
function sumByDay(days: readonly PersonDay[]): { day: string; judgments: number }[] {
  const sums = new Map<string, number>();
  for (const { day, judgments } of days) {
    if (judgments > 0) sums.set(day, (sums.get(day) ?? 0) + judgments);
  }
  return [...sums].map(([day, judgments]) => ({ day, judgments }));
}
