import type { ConfusionCounts } from './error-rates.ts';
import type { GroupedLabels } from './group-labels.ts';

/**
 * What makes a fit doubtful: labels of one annotator only, which are repeated as if certain; no item with two labels, so
 * that nothing is compared; or a class that annotators on the whole call by another name, so that classes may have
 * changed places.
 */
export type FitWarning = 'single_annotator' | 'no_overlap' | 'classes_may_be_switched';

/** A fit, and the leading class of every item. */
export interface FittedLabels extends ConfusionCounts {
  readonly leading: Int32Array;
}

/**
 * **Warnings about a fit** of labels to annotators.
 *
 * What for: the estimators give confident figures for data that cannot support them; these are the known cases.
 *
 * When it misleads: no warning is no proof; a majority that errs together looks like a good fit.
 *
 * Formula: classes may be switched where Σ_a count(a, l, k) > Σ_a count(a, k, k) for some l ≠ k and a class k that leads
 * on some item.
 *
 * @example
 * const labels = groupLabels({ item: [0, 1], annotator: [0, 0], label: [0, 1] });
 * const fit = dawidSkene({ labels });
 * fitWarnings({ labels, counts: fit.counts, leading: fit.labels }); // ['single_annotator', 'no_overlap']
 */
export function fitWarnings(fit: FittedLabels): FitWarning[] {
  const { labels } = fit;
  if (labels.label.length === 0) return [];
  const warnings: FitWarning[] = [];
  if (labels.annotator.every((annotator) => annotator === labels.annotator[0]))
    warnings.push('single_annotator');
  if (!hasOverlap(labels)) warnings.push('no_overlap');
  if (isSwitched(fit)) warnings.push('classes_may_be_switched');
  return warnings;
}

function hasOverlap({ starts, items }: GroupedLabels): boolean {
  for (let item = 0; item < items; item++) if ((starts[item + 1] ?? 0) - (starts[item] ?? 0) > 1) return true;
  return false;
}

function isSwitched({ labels, counts, leading }: FittedLabels): boolean {
  const { pairLabel, classes, width } = labels;
  const pooled = new Float64Array(classes * classes);
  for (let pair = 0; pair < pairLabel.length; pair++) {
    for (let truth = 0; truth < classes; truth++) {
      const cell = truth * classes + (pairLabel[pair] ?? 0);
      pooled[cell] = (pooled[cell] ?? 0) + (counts[pair * width + truth] ?? 0);
    }
  }
  const leads = new Set(leading);
  return pooled.some((count, cell) => {
    if (!leads.has(Math.floor(cell / classes))) return false;
    const own = pooled[Math.floor(cell / classes) * (classes + 1)] ?? 0;
    // A shade more than equal: a tie is no sign of a switch.
    return count > own * (1 + 1e-9) + 1e-9;
  });
}
