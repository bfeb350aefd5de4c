import type pg from 'pg';
import type { readAgreement as route } from '#contract/results.ts';
import type { ResponseOf } from '#contract/route.ts';
import { responseIdAt } from '#domain/items/item.ts';
import { UnitCollector } from '#domain/results/collect-units.ts';
import type { Services } from '#server/services/services.ts';
import { beginSnapshot, readRubrics } from '#server/store/judgment-reading-store.ts';
import { countJudged, readAgreementState, readSharedItems } from '#server/store/shared-answers-store.ts';
import { computeStatistics } from './compute-statistics.ts';

type Agreement = ResponseOf<typeof route>;

/** Items beyond this many add work but hardly any precision: a fixed sample of about this size stands for all. */
const mostItems = 200_000;
/** A figure is kept for ten times as long as it took, so that a busy project does not compute all the time. */
const keptFor = 10;

interface Kept {
  readonly version: string;
  readonly keptUntil: number;
  readonly agreement: Agreement;
}

/** Computes agreement when something was judged since, once for all who ask at the same time. */
export class AgreementReader {
  readonly #services: Services;
  readonly #kept = new Map<string, Kept>();
  readonly #running = new Map<string, Promise<Agreement>>();

  constructor(services: Services) {
    this.#services = services;
  }

  async read(projectId: string): Promise<Agreement> {
    const running = this.#running.get(projectId);
    if (running) return running;
    const reading = this.#readNow(projectId).finally(() => this.#running.delete(projectId));
    this.#running.set(projectId, reading);
    return reading;
  }

  async #readNow(projectId: string): Promise<Agreement> {
    const client = await this.#services.database.pool.connect();
    client.on('error', ignore);
    let isClean = false;
    try {
      await beginSnapshot(client);
      const agreement = await this.#readIn(client, projectId);
      await client.query('commit');
      isClean = true;
      return agreement;
    } finally {
      client.off('error', ignore);
      client.release(!isClean);
    }
  }

  async #readIn(client: pg.ClientBase, projectId: string): Promise<Agreement> {
    const { lastJudgmentId, rubricVersion } = await readAgreementState(client, projectId);
    const version = `${lastJudgmentId}/${rubricVersion}`;
    const kept = this.#kept.get(projectId);
    if (kept && (kept.version === version || performance.now() < kept.keptUntil)) return kept.agreement;
    const startedAt = performance.now();
    const agreement = await computeAgreement(client, projectId, this.#services.now());
    const tookMs = performance.now() - startedAt;
    if (this.#kept.size > 1_000) this.#kept.clear();
    // Small projects always see the newest figures.
    const keptUntil = tookMs < 100 ? 0 : performance.now() + tookMs * keptFor;
    this.#kept.set(projectId, { version, keptUntil, agreement });
    return agreement;
  }
}

function ignore(): void {}

async function computeAgreement(client: pg.ClientBase, projectId: string, now: Date): Promise<Agreement> {
  const rubrics = await readRubrics(client, projectId);
  const { judgedItems, sharedItems, judgments } = await countJudged(client, projectId);
  const computedAt = now.toISOString();
  if (rubrics.size === 0) return { criteria: [], judgments, items: judgedItems, computedAt };
  const collector = new UnitCollector(rubrics);
  const oneIn = Math.max(1, Math.ceil(sharedItems / mostItems));
  for await (const items of readSharedItems(client, { projectId, oneIn })) {
    for (const { itemId, responseCount, judgments: given } of items) {
      const responseIds = Array.from({ length: responseCount }, (_, index) => responseIdAt(index));
      collector.add({ itemId, responseIds, judgments: given });
    }
  }
  const collected = collector.collected;
  const statistics = await computeStatistics(
    collected.map(({ key, metric, units }) => ({ key, metric, units })),
  );
  const criteria = collected.flatMap(({ key, label, target, metric, unit }, index) => {
    const found = statistics[index];
    return found ? [{ ...found, key, label, target, metric, unit }] : [];
  });
  return { criteria, judgments, items: judgedItems, computedAt };
}
