import type { GroupedLabels } from './group-labels.ts';
import { goldColumn, type KnownLabels, startingShares } from './known-labels.ts';
import { maximiseConfusion } from './maximise-confusion.ts';
import { runEm, type Stopping } from './run-em.ts';
import { type LabelFit, summariseFit } from './summarise-fit.ts';

export interface DawidSkeneInput extends Stopping {
  readonly labels: GroupedLabels;
  /** Items whose true class is known: it is kept throughout. */
  readonly gold?: KnownLabels | undefined;
}

export interface DawidSkeneFit extends LabelFit {
  /** Share of items of each class; all 0 where there are no labels. */
  readonly priors: Float64Array;
}

/**
 * **Dawid-Skene**: true classes of items, and how each annotator mixes classes up, learned from labels alone.
 *
 * What for: better than the majority when some annotators are careless or lean to one class: each label counts by what
 * this annotator's labels have been worth. Known items may be given and steer it.
 *
 * When it misleads: it needs many labels an annotator, since each has classes × (classes − 1) rates; with few, and with
 * annotators who copy, its probabilities are far too sure. A single annotator is repeated as if certain, and where
 * everybody disagrees classes may change places: both are among the `warnings`. Probabilities of 1 − 10⁻⁹ are a
 * property of the model, not of the world.
 *
 * Formula: expectation-maximisation of Π_i Σ_k prior_k Π rate(a, k, l); begins with vote shares; an iteration is an
 * expectation, then a maximisation. Posteriors are those of the last expectation, priors and `counts` (for
 * {@link errorRates}) of the maximisation after it, and the log-likelihood is theirs. Repeated labels of one annotator on
 * one item count separately. Rates are not smoothed.
 * Source: A. P. Dawid and A. M. Skene (1979), "Maximum likelihood estimation of observer error-rates using the EM
 * algorithm", Applied Statistics 28(1), equations 2.3 to 2.5 and section 3.1.
 *
 * Units: probabilities; natural logarithm.
 *
 * @throws RangeError unless iterations is a whole number from 0, the tolerance is not negative, and gold names items and
 * classes that there are.
 * @example
 * const labels = groupLabels({ item: [0, 0, 0, 1, 1, 1], annotator: [0, 1, 2, 0, 1, 2], label: [0, 0, 1, 1, 1, 1] });
 * dawidSkene({ labels, iterations: 20 }).labels; // Int32Array [0, 1]
 */
export function dawidSkene(input: DawidSkeneInput): DawidSkeneFit {
  const { labels } = input;
  const gold = goldColumn(labels, input.gold);
  const fit = runEm({
    labels,
    gold,
    shares: startingShares(labels, gold),
    iterations: input.iterations,
    tolerance: input.tolerance,
    maximise: (expected, model) => maximiseConfusion(labels, expected, model),
  });
  return { ...summariseFit(labels, fit), priors: fit.model.priors.slice(0, labels.classes) };
}
