import { labelsGiven, rightLabels } from './error-rates.ts';
import { expectedProportion, type Reliability } from './expected-proportion.ts';
import { type FitWarning, fitWarnings } from './fit-warnings.ts';
import type { GroupedLabels } from './group-labels.ts';
import { narrowRows } from './row-widths.ts';
import type { EmFit } from './run-em.ts';
import { type TopLabels, topLabels } from './top-labels.ts';

/** What every estimate of true labels holds; see {@link TopLabels} for `labels` and `tied`. */
export interface LabelFit extends TopLabels {
  /** Probability of each class, item after item, class after class; all 0 for an item without labels. */
  readonly posteriors: Float64Array;
  /** Expected share of right labels, by annotator. */
  readonly reliability: readonly Reliability[];
  /** How often each annotator gave each label to each true class, by probability; read with {@link errorRates}. */
  readonly counts: Float64Array;
  readonly iterations: number;
  /** Whether the tolerance was met; false also where none was given. */
  readonly converged: boolean;
  readonly logLikelihood: number;
  /** Before each iteration, first to last, and after the last one. */
  readonly history: readonly number[];
  readonly warnings: readonly FitWarning[];
}

/**
 * **Summary of a fit**: posteriors, leading labels with ties, reliability with intervals, and warnings.
 *
 * What for: the same form of answer from every estimator.
 *
 * When it misleads: as the estimators do.
 *
 * Units: probabilities; natural logarithm.
 *
 * @example
 * const labels = groupLabels({ item: [0, 0, 0], annotator: [0, 1, 2], label: [1, 1, 0] });
 * const maximise = (expected, model) => maximiseConfusion(labels, expected, model);
 * summariseFit(labels, runEm({ labels, shares: voteShares(labels), maximise, iterations: 0 })).labels; // Int32Array [1]
 */
export function summariseFit(labels: GroupedLabels, fit: Omit<EmFit, 'model' | 'after'>): LabelFit {
  const posteriors = narrowRows(labels, fit.expected.posteriors);
  const { counts } = fit.expected;
  const given = labelsGiven(labels);
  const top = topLabels(posteriors, labels.classes);
  return {
    posteriors,
    ...top,
    reliability: Array.from(rightLabels({ labels, counts }), (count, annotator) =>
      expectedProportion({ right: count, labels: given[annotator] ?? 0 }),
    ),
    counts,
    iterations: fit.iterations,
    converged: fit.converged,
    logLikelihood: fit.logLikelihood,
    history: fit.history,
    warnings: fitWarnings({ labels, counts, leading: top.labels }),
  };
}
