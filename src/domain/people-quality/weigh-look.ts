import { twoSidedNormal } from '#stats/distributions/normal-tail.ts';
import { falseAlarmRates } from './drift.ts';
import type { Figure } from './figure.ts';

/** Why somebody should be looked at, as far as it tells how surely chance does not do that. */
export type Weighed =
  | {
      readonly kind: 'agreement' | 'unsteady';
      readonly figure: Pick<Figure, 'value' | 'low' | 'high'>;
      readonly othersMedian: number;
    }
  | { readonly kind: 'place'; readonly figure: Pick<Figure, 'value' | 'low' | 'high'> }
  | {
      readonly kind: 'bias';
      readonly bias: { readonly logOdds: Pick<Figure, 'value' | 'low' | 'high'>; readonly usual: number };
    }
  | { readonly kind: 'drift' }
  | { readonly kind: 'speed'; readonly medianMs: number; readonly othersMedianMs: number }
  | { readonly kind: 'evidence'; readonly adjusted: number };

/** Beyond one in a million million nothing is surer than anything else. */
const mostWeight = 12;
/** Half of a 95 % interval, in standard errors. */
const halfInterval = 1.96;
/** People who read alike differ by about a third in the times they need: how far off that is, in such steps. */
const paceSpread = 0.3;

/**
 * One scale for everything that is worth a look: about how many zeros stand behind the point of the chance that would do as
 * much. It orders a list and is shown to nobody: intervals are taken for normal ones, alarms for as rare as they are on people
 * who never change.
 */
export function weighLook(one: Weighed): number {
  switch (one.kind) {
    case 'agreement':
    case 'unsteady':
      return zerosOf(chanceOf(one.figure, one.othersMedian));
    case 'place':
      return zerosOf(chanceOf(one.figure, 0.5));
    case 'bias':
      return zerosOf(chanceOf(one.bias.logOdds, one.bias.usual));
    case 'drift':
      return zerosOf(falseAlarmRates.inSixtyDays);
    case 'speed':
      return zerosOf(twoSidedNormal(Math.log(one.othersMedianMs / Math.max(1, one.medianMs)) / paceSpread));
    case 'evidence':
      return zerosOf(one.adjusted);
  }
}

function chanceOf({ value, low, high }: Pick<Figure, 'value' | 'low' | 'high'>, against: number): number {
  if (value === null || low === null || high === null || high <= low) return 1;
  return twoSidedNormal(((value - against) * 2 * halfInterval) / (high - low));
}

function zerosOf(chance: number): number {
  return Math.min(mostWeight, Math.max(0, -Math.log10(Math.max(chance, 10 ** -mostWeight))));
}
