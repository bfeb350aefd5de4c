import { countLabels, type ExpectedLabels, emptyExpectation, expectLabels } from './expected-labels.ts';
import type { GroupedLabels } from './group-labels.ts';
import { widenRows } from './row-widths.ts';

/** When to stop. */
export interface Stopping {
  /** How many iterations at most; 100 unless told. */
  readonly iterations?: number | undefined;
  /** Stops early once an iteration moves the log-likelihood by less than this for each label; never unless told. */
  readonly tolerance?: number | undefined;
}

export interface EmInput extends Stopping {
  readonly labels: GroupedLabels;
  readonly gold?: Int32Array | undefined;
  /** The vote shares to begin with, item after item, class after class. */
  readonly shares: Float64Array;
  /** Writes the chances and priors that fit the counts best. */
  readonly maximise: (expected: ExpectedLabels, model: LabelModel) => void;
  /** What the model is before the first counts are fitted to; empty unless told. */
  readonly model?: LabelModel;
}

/** How annotators label, for each pair of annotator and label by true class, and how frequent each class is. */
export interface LabelModel {
  readonly chances: Float64Array;
  readonly priors: Float64Array;
}

export interface EmFit {
  readonly iterations: number;
  /** Whether the tolerance was met; false also where none was given. */
  readonly converged: boolean;
  /** From the last expectation step. */
  readonly expected: ExpectedLabels;
  /** From the maximisation after it. */
  readonly model: LabelModel;
  /** From one more expectation step, under `model`. */
  readonly after: ExpectedLabels;
  /** Of the labels under `model`. */
  readonly logLikelihood: number;
  /** Of the labels under the models before each iteration, first to last, then under `model`. */
  readonly history: readonly number[];
}

/**
 * **Expectation and maximisation** in turn, for the models whose labels are independent given the true class.
 *
 * What for: the loop that Dawid-Skene, its one-coin form and MACE share. An iteration is an expectation and then a
 * maximisation; before the first one stands a maximisation on the shares to begin with.
 *
 * When it misleads: it climbs to a top near its start, which need not be the highest one; and slow climbs look finished
 * long before they are, so compare fits after the same number of iterations.
 *
 * Formula: see {@link expectLabels} for the expectation. Source: Dawid and Skene (1979), section 3.1.
 *
 * Units: natural logarithm.
 *
 * @throws RangeError unless iterations is a whole number from 0 and the tolerance is not negative.
 * @example
 * const labels = groupLabels({ item: [0, 0], annotator: [0, 1], label: [1, 1] });
 * const maximise = ({ mass }, model) => { model.priors.set(mass); model.chances.fill(0.5); };
 * runEm({ labels, shares: voteShares(labels), maximise, iterations: 3 }).logLikelihood; // Math.log(0.25)
 */
export function runEm(input: EmInput): EmFit {
  const { labels, gold, maximise, iterations = 100, tolerance } = input;
  checkStopping({ iterations, tolerance });
  const expected = emptyExpectation(labels);
  const model = input.model ?? {
    chances: new Float64Array(expected.counts.length),
    priors: new Float64Array(labels.width),
  };
  expected.posteriors.set(widenRows(labels, input.shares));
  countLabels(labels, expected);
  maximise(expected, model);
  const history: number[] = [];
  let done = 0;
  let converged = false;
  while (done < iterations && !converged) {
    history.push(expectLabels({ labels, gold, ...model }, expected));
    maximise(expected, model);
    done++;
    converged = tolerance !== undefined && hasSettled(history, tolerance * labels.label.length);
  }
  const after = emptyExpectation(labels);
  const logLikelihood = expectLabels({ labels, gold, ...model }, after);
  history.push(logLikelihood);
  return { iterations: done, converged, expected, after, model, logLikelihood, history };
}

/**
 * **Whether a climb has settled**: the last step moved the value by less than the tolerance.
 *
 * What for: stopping an iteration.
 *
 * When it misleads: a slow climb settles by this rule before it is at the top.
 *
 * Units: those of the values.
 *
 * @example
 * hasSettled([-10, -5, -4.9999], 0.001); // true
 */
export function hasSettled(history: readonly number[], tolerance: number): boolean {
  const [before, last] = history.slice(-2);
  return before !== undefined && last !== undefined && Math.abs(last - before) <= tolerance;
}

export function checkStopping({ iterations = 0, tolerance = 0 }: Stopping): void {
  if (!Number.isSafeInteger(iterations) || iterations < 0)
    throw new RangeError(`The number of iterations must be a whole number from 0, not ${iterations}.`);
  if (!(tolerance >= 0)) throw new RangeError(`The tolerance must not be negative, not ${tolerance}.`);
}
