import type { DemoSettlement } from '#seeds/demo/quality.ts';
import { adjudicateItem } from '#server/features/results/adjudicate-item.ts';
import { sweepAllSplits } from '#server/features/results/sweep-splits.ts';
import { listJudgmentsOf } from '#server/store/adjudication-store.ts';
import { listOpenSplits } from '#server/store/split-store.ts';
import { granted } from './granted.ts';
import type { SeedServices } from './seed-services.ts';
import type { Watching } from './watching.ts';

/** Among so many of the items on which people differ most. */
const lookedAt = 20;

/** The lead settles some of the items on which people differ; the others wait for whoever signs in. */
export async function settleSplits(services: SeedServices, watching: Watching): Promise<void> {
  const { projectId, quality } = watching;
  await sweepAllSplits(services, projectId);
  for (const settlement of quality.settlements) {
    const asked = { projectId, criterion: '', after: null, limit: lookedAt };
    const open = await listOpenSplits(services.database.kysely, asked);
    const found = await choose(services, { watching, settlement, itemIds: open.map(({ itemId }) => itemId) });
    // Who met which item depends on the day, so that nobody may have said what is right.
    if (found === undefined) continue;
    const { cause, words, section, isPrecedent } = settlement;
    granted(
      await adjudicateItem(services, {
        ...{ ...found, projectId, personId: watching.leadId, mayManage: true },
        ...{ clientId: services.newId(), seenId: null, answers: null },
        ...{ cause, words, section, criterion: '', outcomes: isPrecedent ? ['precedent'] : [] },
      }),
    );
  }
}

/** The item that the settlement is about, with the judgment that is right. */
async function choose(
  services: SeedServices,
  given: { watching: Watching; settlement: DemoSettlement; itemIds: readonly string[] },
): Promise<{ itemId: string; pickedJudgmentId: string } | undefined> {
  const { items, overallKey } = given.watching;
  const direction = given.settlement.picks === 'closest' ? 1 : -1;
  const known = given.itemIds.flatMap((itemId) => {
    const item = items.get(itemId);
    return item ? [{ itemId, item }] : [];
  });
  for (const { itemId, item } of known.toSorted((one, other) => direction * (one.item.gap - other.item.gap)))
    for (const { judgmentId, answers } of await listJudgmentsOf(services.database.kysely, itemId)) {
      const said = answers.pair[overallKey];
      if (said?.verdict === 'prefers' && said.responseId === item.best)
        return { itemId, pickedJudgmentId: judgmentId };
    }
  return undefined;
}
