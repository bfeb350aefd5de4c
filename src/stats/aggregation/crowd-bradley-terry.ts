import {
  type ComparisonColumns,
  type NoisyBradleyTerryParameters,
  noisyBradleyTerry,
} from './noisy-bradley-terry.ts';

export interface CrowdBradleyTerryInput {
  readonly comparisons: ComparisonColumns;
  readonly things: number;
  readonly annotators: number;
  /** Weight of the pull of strengths and side biases to 0 and of attention to 1; 0.1 unless told. */
  readonly penalty?: number;
  /** How many steps at most; 5000 unless told. */
  readonly iterations?: number;
}

export interface CrowdBradleyTerryFit {
  /** With mean 0. */
  readonly strength: Float64Array;
  readonly sideBias: Float64Array;
  /** Share of comparisons that each annotator looks at. */
  readonly attention: Float64Array;
  /** Of the comparisons, without the pull. */
  readonly logLikelihood: number;
  readonly iterations: number;
  /** Whether every slope is all but 0. */
  readonly converged: boolean;
}

/**
 * **Crowd Bradley-Terry**: strengths of things compared in pairs, and how often each annotator looks at what is compared.
 *
 * What for: a ranking that blind clicks and habits of one side do not blur.
 *
 * When it misleads: with few comparisons an annotator, attention is mostly the pull to its middle; an annotator of other
 * taste looks inattentive. Ties do not fit: leave them out.
 *
 * Formula: the top of {@link noisyBradleyTerry} less penalty/2 × (Σ s² + Σ q² + Σ (γ − 1)²), which makes it one point and
 * finite, by steepest ascent with steps after Barzilai and Borwein, halved until the value does not fall.
 * Source: X. Chen et al. (2013), WSDM, 193-202; J. Barzilai and J. Borwein (1988), IMA J. Numerical Analysis 8.
 *
 * Units: strengths and biases on the logistic scale, attention from 0 to 1; natural logarithm.
 *
 * @throws RangeError as {@link noisyBradleyTerry}, or unless the penalty is positive.
 * @example
 * const comparisons = { winner: [0, 0, 1], loser: [1, 1, 0], annotator: [0, 0, 0], winnerFirst: [1, 0, 1] };
 * const { strength } = crowdBradleyTerry({ comparisons, things: 2, annotators: 1 });
 * strength[0] > strength[1]; // true
 */
export function crowdBradleyTerry(input: CrowdBradleyTerryInput): CrowdBradleyTerryFit {
  const { comparisons, things, annotators, penalty = 0.1, iterations = 5000 } = input;
  if (!(penalty > 0)) throw new RangeError(`The penalty must be positive, not ${penalty}.`);
  const middles = new Float64Array(things + 2 * annotators).fill(1, things + annotators);
  const split = (point: Float64Array): NoisyBradleyTerryParameters => ({
    strength: point.subarray(0, things),
    sideBias: point.subarray(things, things + annotators),
    attention: point.subarray(things + annotators),
  });
  const climb = (point: Float64Array) => {
    const { logLikelihood, ...slopes } = noisyBradleyTerry(comparisons, split(point));
    const gradient = Float64Array.of(
      ...slopes.strengthSlope,
      ...slopes.sideBiasSlope,
      ...slopes.attentionSlope,
    );
    let value = logLikelihood;
    point.forEach((at, place) => {
      const away = at - (middles[place] ?? 0);
      value -= (penalty / 2) * away * away;
      gradient[place] = (gradient[place] ?? 0) - penalty * away;
    });
    return { point, value, gradient };
  };
  const top = ascend(climb, { from: middles, iterations });
  const { strength, sideBias, attention } = split(top.point);
  return {
    strength: strength.slice(),
    sideBias: sideBias.slice(),
    attention: attention.map((gaze) => 1 / (1 + Math.exp(-gaze))),
    logLikelihood: noisyBradleyTerry(comparisons, split(top.point)).logLikelihood,
    iterations: top.iterations,
    converged: top.converged,
  };
}

/** Slopes below this are flat: the parameters are then right to about as many digits, by the penalty. */
const flat = 1e-7;

interface Place {
  readonly point: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
}

function ascend(
  climb: (point: Float64Array) => Place,
  { from, iterations }: { readonly from: Float64Array; readonly iterations: number },
) {
  let here = climb(from);
  let step = 0.1;
  let done = 0;
  while (done < iterations && steepness(here) > flat) {
    const next = goUphill(climb, { here, step });
    if (next === null) break;
    const moved = next.point.map((value, place) => value - (here.point[place] ?? 0));
    const bend = next.gradient.map((slope, place) => (here.gradient[place] ?? 0) - slope);
    const along = dot(moved, bend);
    step = along > 0 ? dot(moved, moved) / along : step * 2;
    here = next;
    done++;
  }
  return { point: here.point, iterations: done, converged: steepness(here) <= flat };
}

/** Null where rounding lets no step lead upwards. */
function goUphill(
  climb: (point: Float64Array) => Place,
  { here, step }: { readonly here: Place; readonly step: number },
): Place | null {
  let length = step;
  for (let halvings = 0; halvings < 60; halvings++) {
    const next = climb(here.point.map((at, place) => at + length * (here.gradient[place] ?? 0)));
    // Near the top the value no longer tells steps apart: what rounding could have done is let through.
    if (next.value >= here.value - 1e-12 * Math.abs(here.value)) return next;
    length /= 2;
  }
  return null;
}

function steepness({ gradient }: Place): number {
  return gradient.reduce((most, slope) => Math.max(most, Math.abs(slope)), 0);
}

function dot(first: Float64Array, second: Float64Array): number {
  return first.reduce((sum, value, place) => sum + value * (second[place] ?? 0), 0);
}
