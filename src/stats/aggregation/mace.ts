import { labelsGiven } from './error-rates.ts';
import { expectedProportion, type Reliability } from './expected-proportion.ts';
import type { GroupedLabels } from './group-labels.ts';
import { goldColumn, type KnownLabels, startingShares } from './known-labels.ts';
import {
  copyStrategies,
  estimateStrategies,
  evenStrategies,
  type MaceSettings,
  type Strategies,
  strategyChances,
} from './mace-strategies.ts';
import { runEm, type Stopping } from './run-em.ts';
import { type LabelFit, summariseFit } from './summarise-fit.ts';

export interface MaceInput extends Stopping, MaceSettings {
  readonly labels: GroupedLabels;
  readonly gold?: KnownLabels | undefined;
  /** What to begin with; otherwise what the vote shares say of even strategies. */
  readonly start?: Strategies | undefined;
}

export interface MaceFit extends LabelFit {
  readonly strategies: Strategies;
}

/**
 * **MACE**, multi-annotator competence estimation: true classes, and how often each annotator looks at the item at all
 * instead of answering from habit.
 *
 * What for: crowds with spammers. `reliability` is competence: the share of labels given after looking, not the share
 * that is right, which is higher.
 *
 * When it misleads: somebody who looks and errs is taken for a spammer with that habit; and with few labels an item the
 * posteriors lean on few competent people. As {@link dawidSkene} where annotators copy.
 *
 * Formula: chance(l | a, k) = θ_a [l = k] + (1 − θ_a) ξ_al. Variational Bayes (`vb`, the default) puts exp ψ(count + prior)
 * / exp ψ(sum) in place of shares, with priors ½, ½ for looking or not and 10 for each label of a habit, so that neither
 * sums to 1; `em` takes shares after adding 0.01/K. Classes have the same prior. An iteration is an expectation and a
 * maximisation; posteriors come from one more expectation at the end. Nothing is random: without `start`, the first
 * maximisation is on vote shares with competence ½ and even habits.
 * Source: D. Hovy et al. (2013), "Learning whom to trust with MACE", NAACL-HLT, 1120-1130, and the authors' program.
 *
 * Units: probabilities; the log-likelihood is log Σ_k, with the unnormalised shares under `vb`, and compares only fits of
 * the same kind.
 *
 * @throws RangeError unless iterations is a whole number from 0, the tolerance is not negative, priors are positive, and
 * start has two shares and as many habits as classes for each annotator.
 * @example
 * const item = [0, 0, 0, 1, 1, 1];
 * const labels = groupLabels({ item, annotator: [0, 1, 2, 0, 1, 2], label: [0, 0, 1, 1, 1, 1] });
 * mace({ labels, iterations: 20 }).labels; // Int32Array [0, 1]
 */
export function mace(input: MaceInput): MaceFit {
  const { labels } = input;
  const gold = goldColumn(labels, input.gold);
  const strategies = input.start === undefined ? evenStrategies(labels) : copyStrategies(labels, input.start);
  const chances = new Float64Array(labels.pairLabel.length * labels.width);
  const model = { chances, priors: new Float64Array(labels.width) };
  model.priors.fill(labels.classes > 0 ? 1 / labels.classes : 0, 0, labels.classes);
  const keepsStart = input.start !== undefined;
  let looks: Float64Array = new Float64Array(labels.annotators);
  let estimates = 0;
  const fit = runEm({
    labels,
    gold,
    shares: startingShares(labels, gold),
    iterations: input.iterations,
    tolerance: input.tolerance,
    model,
    maximise: ({ counts }) => {
      // Given strategies stand until the first expectation has been made with them.
      if (!keepsStart || estimates > 0) looks = estimateStrategies({ labels, counts, strategies }, input);
      estimates++;
      strategyChances(labels, { strategies, chances: model.chances });
    },
  });
  return {
    ...summariseFit(labels, { ...fit, expected: fit.after }),
    strategies,
    reliability: competences(labels, { strategies, looks }),
  };
}

/** The interval rests on the labels given after looking; under variational Bayes the share itself is a little lower. */
function competences(
  labels: GroupedLabels,
  { strategies, looks }: { readonly strategies: Strategies; readonly looks: Float64Array },
): Reliability[] {
  return Array.from(labelsGiven(labels), (given, annotator) => {
    const interval = expectedProportion({ right: Math.min(given, looks[annotator] ?? 0), labels: given });
    if (interval.value === null) return interval;
    const value = strategies.looking[annotator * 2 + 1] ?? 0;
    const [lower, upper] = [Math.min(value, interval.lower), Math.max(value, interval.upper)];
    return { ...interval, value, lower, upper };
  });
}
