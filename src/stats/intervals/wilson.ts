import { normalQuantile } from './normal-quantile.ts';

export interface ProportionCounts {
  readonly successes: number;
  readonly trials: number;
  /** Share of such intervals that hold the true proportion; 0.95 unless told. */
  readonly confidence?: number;
}

/** A proportion with its interval; null and the reason where nothing was tried. */
export type ProportionInterval =
  | { readonly proportion: number; readonly lower: number; readonly upper: number }
  | { readonly proportion: null; readonly lower: null; readonly upper: null; readonly reason: 'no_trials' };

/**
 * **Wilson score interval**: how far a share observed in few trials may lie from the true share.
 *
 * What for: accuracy on gold items, agreement of one annotator: wherever a bare percentage of few trials would boast.
 * It stays within 0 and 1 and says something sensible for 0 of 20, where the textbook p ± 1.96 s does not.
 *
 * When it misleads: trials that depend on each other (one annotator's many answers pooled with others') make it too
 * narrow; and below about 5 trials its real coverage swings around the stated one.
 *
 * Formula: with z the normal quantile, (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n).
 * Source: E. B. Wilson (1927), JASA 22(158); R. G. Newcombe (1998), Statistics in Medicine 17, method 3.
 *
 * Units: shares from 0 to 1.
 *
 * @throws RangeError unless the counts are whole numbers with 0 ≤ successes ≤ trials and 0 < confidence < 1.
 * @example
 * wilsonInterval({ successes: 0, trials: 20 }).upper; // 0.1611251580528193
 */
export function wilsonInterval({
  successes,
  trials,
  confidence = 0.95,
}: ProportionCounts): ProportionInterval {
  checkCounts({ successes, trials, confidence });
  if (trials === 0) return { proportion: null, lower: null, upper: null, reason: 'no_trials' };
  const proportion = successes / trials;
  const z = normalQuantile(0.5 + confidence / 2);
  const spread = (z * z) / trials;
  const middle = (proportion + spread / 2) / (1 + spread);
  const reach = Math.sqrt(proportion * (1 - proportion) * spread + (spread * spread) / 4) / (1 + spread);
  // At the ends the bound is exactly 0 or 1; rounding would leave 1e-17 there, or step outside.
  return {
    proportion,
    lower: successes === 0 ? 0 : middle - reach,
    upper: successes === trials ? 1 : middle + reach,
  };
}

function checkCounts({ successes, trials, confidence }: Required<ProportionCounts>): void {
  if (
    !Number.isSafeInteger(trials) ||
    !Number.isSafeInteger(successes) ||
    successes < 0 ||
    successes > trials
  ) {
    throw new RangeError(
      `Counts must be whole numbers with 0 <= successes <= trials, not ${successes} of ${trials}.`,
    );
  }
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`The confidence must lie between 0 and 1, not ${confidence}.`);
  }
}
