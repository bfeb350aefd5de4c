import { countLabels, emptyExpectation } from './expected-labels.ts';
import { byAnnotator, climbGlad } from './glad-climb.ts';
import { expectGlad, type GladParameters } from './glad-expectation.ts';
import { logPrior } from './glad-objective.ts';
import type { GroupedLabels } from './group-labels.ts';
import { goldColumn, type KnownLabels } from './known-labels.ts';
import { widenRows } from './row-widths.ts';
import { checkStopping, hasSettled, type Stopping } from './run-em.ts';
import { type LabelFit, summariseFit } from './summarise-fit.ts';

export interface GladInput extends Stopping {
  readonly labels: GroupedLabels;
  readonly gold?: KnownLabels | undefined;
}

/** `logLikelihood` and `history` hold the log-likelihood with the log-densities of the priors. */
export interface GladFit extends LabelFit {
  readonly parameters: GladParameters;
}

/** A maximisation ends when no parameter moves further than this, or after as many sweeps as that. */
const shortMove = 1e-6;
const mostSweeps = 10;

/**
 * **GLAD**, generative model of labels, abilities and difficulties: true classes, how able annotators are, and how clear
 * each item is.
 *
 * What for: items of very different difficulty: being right on a hard one tells more about an annotator than on an easy
 * one. `reliability` is the expected share of right labels, as in {@link dawidSkene}; `parameters` hold ability and the
 * logarithm of clarity.
 *
 * When it misleads: each item has a parameter of its own, learned from its few labels; the priors decide much of it. It
 * climbs slowly, and programs that stop early report posteriors that are off by as much as 0.3. Mistakes are equally
 * likely in all directions.
 *
 * Formula: a label is right with σ(α_a β_i), α and ln β normal with mean 1 and variance 1, else one of the others alike;
 * starts at α = ln β = 1. An iteration is {@link expectGlad} and up to 10 sweeps of {@link climbGlad}; posteriors come
 * from one more expectation at the end. Without labels, an annotator or item keeps the mean of its prior.
 * Source: J. Whitehill et al. (2009), "Whose vote should count more", NIPS 22, 2035-2043.
 *
 * Units: probabilities; natural logarithm; ability and ln clarity have none.
 *
 * @throws RangeError as {@link dawidSkene}.
 * @example
 * const item = [0, 0, 0, 1, 1, 1];
 * const labels = groupLabels({ item, annotator: [0, 1, 2, 0, 1, 2], label: [0, 0, 1, 1, 1, 1] });
 * glad({ labels, iterations: 20 }).labels; // Int32Array [0, 1]
 */
export function glad(input: GladInput): GladFit {
  const { labels, iterations = 100, tolerance } = input;
  checkStopping({ iterations, tolerance });
  const gold = goldColumn(labels, input.gold);
  const parameters = {
    ability: new Float64Array(labels.annotators).fill(1),
    logClarity: new Float64Array(labels.items).fill(1),
  };
  const posteriors = new Float64Array(labels.items * labels.classes);
  const places = byAnnotator(labels);
  const expect = () =>
    expectGlad({ labels, parameters, gold }, posteriors) +
    logPrior(parameters.ability) +
    logPrior(parameters.logClarity);
  const history: number[] = [];
  let done = 0;
  let converged = false;
  while (done < iterations && !converged) {
    history.push(expect());
    let sweeps = 0;
    while (climbGlad({ labels, posteriors, parameters }, places) > shortMove && ++sweeps < mostSweeps);
    done++;
    converged = tolerance !== undefined && hasSettled(history, tolerance * labels.label.length);
  }
  history.push(expect());
  return {
    ...summariseGlad(labels, posteriors, { iterations: done, converged, history }),
    parameters,
  };
}

function summariseGlad(
  labels: GroupedLabels,
  posteriors: Float64Array,
  course: Pick<LabelFit, 'iterations' | 'converged' | 'history'>,
): LabelFit {
  const expected = { ...emptyExpectation(labels), posteriors: widenRows(labels, posteriors) };
  countLabels(labels, expected);
  return summariseFit(labels, { ...course, expected, logLikelihood: course.history.at(-1) ?? 0 });
}
