import { decideServing, type GoldSettings, servesGold } from '#domain/gold/decide-serving.ts';
import { oldestServedSince } from '#domain/gold/rest.ts';
import type { RepeatSettings } from '#domain/queue/repeats.ts';
import { readGoldKeyring } from '#server/services/gold-key.ts';
import { holdGoldAgainstRubric } from '#server/services/hold-gold-against-rubric.ts';
import type { Services } from '#server/services/services.ts';
import type { ClaimedAssignment } from '#server/store/claim-store.ts';
import { claimGold, readGoldPlace } from '#server/store/gold-claim-store.ts';
import type { NameItem } from './present-judging.ts';

interface Who {
  readonly projectId: string;
  readonly annotatorId: string;
  readonly gold: GoldSettings;
}

/**
 * The gold that a person's next task is to be, or undefined where it is ordinary work or no gold is left. What is decided
 * for a place in a person's work stays decided: giving a task back does not draw anew.
 */
export async function serveGold(
  services: Services,
  who: Who & { readonly size: number },
): Promise<ClaimedAssignment | undefined> {
  const { projectId, annotatorId: personId, gold: settings } = who;
  const { pool } = services.database;
  const keys = await readGoldKeyring(services);
  const { tasksHad, ...had } = await readGoldPlace(pool, who);
  const draw = keys.draw({ projectId, personId, place: tasksHad });
  const serving = decideServing({ settings, ...had, draw });
  if (serving === null) return undefined;
  const claim = () =>
    claimGold(pool, {
      ...who,
      ...serving,
      assignmentId: services.newId(),
      now: services.now(),
      handSize: who.size,
      seed: services.randomSeed(),
      servedAfter: oldestServedSince(settings, services.now()),
      orderSeed: keys.orderSeed({ projectId, personId }),
    });
  const claimed = await claim();
  if (claimed) return claimed;
  // A new version of the rubric may have come since the gold was last held against one.
  return (await holdGoldAgainstRubric(services.database.kysely, projectId)) ? claim() : undefined;
}

/** Under their own names items tell the order of the import, and so what is served out of it. */
export async function itemNamer(
  services: Services,
  { annotatorId, gold, repeats }: Who & { readonly repeats: RepeatSettings | null },
): Promise<NameItem> {
  if (!servesGold(gold) && repeats === null) return ({ itemId }) => itemId;
  const keys = await readGoldKeyring(services);
  return ({ itemId, repeatsId }) =>
    keys.nameItem({ personId: annotatorId, itemId, isRepeat: repeatsId !== null });
}

/**
 * Asks for results of gold without letting the person wait: the answer to a gold judgment must take no longer than any
 * other. Should the job not come about, the next one computes what is missing, or the start of the server.
 */
export function computeResultsSoon(services: Services, projectId: string): void {
  // Only after the answer has gone out.
  setImmediate(() => {
    services.jobs
      .send(services.database.kysely, 'gold', projectId)
      .catch((error: unknown) => services.log.warn({ err: error, projectId }, 'gold results are put off'));
  });
}
