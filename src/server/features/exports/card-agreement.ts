import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CardAgreement } from '#domain/exports/dataset-card.ts';
import type { UnitCollector } from '#domain/results/collect-units.ts';
import { krippendorffAlpha } from '#stats/agreement/krippendorff-alpha.ts';
import { percentAgreement } from '#stats/agreement/percent-agreement.ts';

/** Works out what the card says of agreement, letting requests through between the criteria. */
export async function computeCardAgreement(collector: UnitCollector): Promise<CardAgreement[]> {
  const made: CardAgreement[] = [];
  for (const { label, metric, units } of collector.collected) {
    const percent = percentAgreement(units).shareOfPairs;
    await nextTurn();
    made.push({ label, percentAgreement: percent, alpha: krippendorffAlpha({ units, metric }).value });
    await nextTurn();
  }
  return made;
}
