import { digamma } from '#stats/distributions/digamma.ts';
import type { ConfusionCounts } from './error-rates.ts';
import type { GroupedLabels } from './group-labels.ts';

/** How annotators come to their labels. */
export interface Strategies {
  /** Two for each annotator: the share of labels given from habit, and after looking. */
  readonly looking: Float64Array;
  /** One for each annotator and class: the share of labels given from habit that name this class. */
  readonly habits: Float64Array;
}

export interface MaceSettings {
  /** Variational Bayes, or plain expectation-maximisation with smoothing; `vb` unless told. */
  readonly method?: 'vb' | 'em' | undefined;
  /** Prior counts of labels from habit and after looking, for `vb`; a half each unless told. */
  readonly lookingPrior?: readonly [number, number] | undefined;
  /** Prior count of each class in a habit, for `vb`; 10 unless told. */
  readonly habitPrior?: number | undefined;
  /** Added to every count for `em`; 0.01 by the number of classes unless told. */
  readonly smoothing?: number | undefined;
}

/**
 * **Even strategies**: everybody looks half of the time, and names any class otherwise.
 *
 * What for: a start of {@link mace} that favours nobody.
 *
 * When it misleads: it is a start only.
 *
 * Units: shares from 0 to 1.
 *
 * @example
 * evenStrategies(groupLabels({ item: [0], annotator: [0], label: [1] })).looking; // Float64Array [0.5, 0.5]
 */
export function evenStrategies({ annotators, classes }: GroupedLabels): Strategies {
  return {
    looking: new Float64Array(annotators * 2).fill(0.5),
    habits: new Float64Array(annotators * classes).fill(classes > 0 ? 1 / classes : 0),
  };
}

/**
 * **A copy of given strategies**, after checking that they fit the labels.
 *
 * What for: starting {@link mace} from known values without changing them.
 *
 * When it misleads: they need not sum to 1, since those of variational Bayes do not.
 *
 * Units: shares from 0 to 1.
 *
 * @throws RangeError unless there are two shares and as many habits as classes for each annotator, none negative.
 * @example
 * const labels = groupLabels({ item: [0], annotator: [0], label: [1] });
 * const habits = new Float64Array([0.5, 0.5]);
 * copyStrategies(labels, { looking: new Float64Array([0.3, 0.7]), habits }).looking; // Float64Array [0.3, 0.7]
 */
export function copyStrategies({ annotators, classes }: GroupedLabels, start: Strategies): Strategies {
  if (start.looking.length !== annotators * 2 || start.habits.length !== annotators * classes)
    throw new RangeError(
      `The start must have 2 shares and ${classes} habits for each of ${annotators} annotators.`,
    );
  for (const share of [...start.looking, ...start.habits])
    if (!(share >= 0 && share <= 1)) throw new RangeError(`Each share must be from 0 to 1, not ${share}.`);
  return { looking: start.looking.slice(), habits: start.habits.slice() };
}

/**
 * **Chances of labels** under strategies, for each pair of annotator and label, by true class.
 *
 * What for: the expectation step of {@link mace}.
 *
 * When it misleads: as the model does.
 *
 * Formula: habit share × habit of the label, and the share of looking where the label is the true class.
 *
 * Units: probabilities.
 *
 * @example
 * const labels = groupLabels({ item: [0], annotator: [0], label: [1] });
 * const chances = new Float64Array(4);
 * strategyChances(labels, { strategies: evenStrategies(labels), chances });
 * chances; // Float64Array [0.25, 0.75, 0, 0]
 */
export function strategyChances(
  { annotators, classes, width, pairStarts, pairLabel }: GroupedLabels,
  { strategies, chances }: { readonly strategies: Strategies; readonly chances: Float64Array },
): void {
  const { looking, habits } = strategies;
  for (let annotator = 0; annotator < annotators; annotator++) {
    for (let pair = pairStarts[annotator] ?? 0; pair < (pairStarts[annotator + 1] ?? 0); pair++) {
      const label = pairLabel[pair] ?? 0;
      const habit = (looking[annotator * 2] ?? 0) * (habits[annotator * classes + label] ?? 0);
      chances.fill(habit, pair * width, pair * width + classes);
      chances[pair * width + label] = habit + (looking[annotator * 2 + 1] ?? 0);
    }
  }
}

/**
 * **Maximisation step of MACE**: overwrites the strategies with those that fit the counts, and returns how many labels
 * each annotator gave after looking, by probability.
 *
 * What for: the second half of an iteration of {@link mace}.
 *
 * When it misleads: as the model does.
 *
 * Formula: of the labels that name the true class, θ/(θ + (1 − θ) ξ) were given after looking; all others from habit.
 * The shares of these counts are smoothed, or variational: see {@link mace}.
 * Source: D. Hovy et al. (2013), NAACL-HLT, section 3.
 *
 * Units: shares; the counts returned are labels.
 *
 * @throws RangeError unless the prior counts are positive and the smoothing is not negative.
 * @example
 * const labels = groupLabels({ item: [0], annotator: [0], label: [1] });
 * const strategies = evenStrategies(labels);
 * const counts = new Float64Array([0, 1, 0, 0]);
 * estimateStrategies({ labels, counts, strategies }, {}); // Float64Array [2 / 3]
 */
export function estimateStrategies(
  { labels, counts, strategies }: ConfusionCounts & { readonly strategies: Strategies },
  settings: MaceSettings,
): Float64Array {
  const { looking, habits } = strategies;
  const { annotators, classes, width, pairStarts, pairLabel } = labels;
  const share = shareRule(settings, classes);
  const looks = new Float64Array(annotators);
  for (let annotator = 0; annotator < annotators; annotator++) {
    const own = habits.subarray(annotator * classes, (annotator + 1) * classes);
    const two = looking.subarray(annotator * 2, annotator * 2 + 2);
    const habitCounts = new Float64Array(classes);
    const lookCounts = new Float64Array(2);
    for (let pair = pairStarts[annotator] ?? 0; pair < (pairStarts[annotator + 1] ?? 0); pair++) {
      const label = pairLabel[pair] ?? 0;
      const habit = (two[0] ?? 0) * (own[label] ?? 0);
      const right = counts[pair * width + label] ?? 0;
      let all = 0;
      for (let truth = 0; truth < classes; truth++) all += counts[pair * width + truth] ?? 0;
      // Where neither could have given the label, none of it is put down to looking.
      const both = habit + (two[1] ?? 0);
      const looked = both > 0 ? (right * (two[1] ?? 0)) / both : 0;
      habitCounts[label] = all - looked;
      lookCounts[0] = (lookCounts[0] ?? 0) + all - looked;
      lookCounts[1] = (lookCounts[1] ?? 0) + looked;
    }
    looks[annotator] = lookCounts[1] ?? 0;
    share.looking(lookCounts, two);
    share.habits(habitCounts, own);
  }
  return looks;
}

type ShareRule = (counts: Float64Array, into: Float64Array) => void;

function shareRule(settings: MaceSettings, classes: number): { looking: ShareRule; habits: ShareRule } {
  const { method = 'vb', lookingPrior = [0.5, 0.5], habitPrior = 10, smoothing = 0.01 / classes } = settings;
  if (!(lookingPrior[0] > 0 && lookingPrior[1] > 0 && habitPrior > 0 && smoothing >= 0))
    throw new RangeError('The prior counts must be positive, and the smoothing must not be negative.');
  if (method === 'em') {
    const smoothed: ShareRule = (counts, into) => {
      const sum = counts.reduce((all, count) => all + count + smoothing, 0);
      // Without labels and without smoothing nothing is known: the shares stay as they are.
      if (!(sum > 0)) return;
      counts.forEach((count, index) => {
        into[index] = (count + smoothing) / sum;
      });
    };
    return { looking: smoothed, habits: smoothed };
  }
  const variational =
    (priors: readonly number[]): ShareRule =>
    (counts, into) => {
      if (counts.length === 0) return;
      const sum = counts.reduce((all, count, index) => all + count + (priors[index] ?? 0), 0);
      const whole = digamma(sum);
      counts.forEach((count, index) => {
        into[index] = Math.exp(digamma(count + (priors[index] ?? 0)) - whole);
      });
    };
  return {
    looking: variational(lookingPrior),
    habits: variational(new Array<number>(classes).fill(habitPrior)),
  };
}
