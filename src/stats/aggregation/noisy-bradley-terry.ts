import { logSigmoid } from './glad-expectation.ts';

/** Comparisons as columns: annotator `annotator[r]` preferred `winner[r]` to `loser[r]`. */
export interface ComparisonColumns {
  readonly winner: ArrayLike<number>;
  readonly loser: ArrayLike<number>;
  readonly annotator: ArrayLike<number>;
  /** 1 where the winner was shown on the first side, 0 where on the other. */
  readonly winnerFirst: ArrayLike<number>;
}

export interface NoisyBradleyTerryParameters {
  /** Strength of each thing compared, on the logistic scale. */
  readonly strength: Float64Array;
  /** For each annotator, how strongly the first side is preferred when not looking. */
  readonly sideBias: Float64Array;
  /** For each annotator, how often the things are looked at: σ of this. */
  readonly attention: Float64Array;
}

export interface NoisyBradleyTerrySlopes {
  readonly logLikelihood: number;
  readonly strengthSlope: Float64Array;
  readonly sideBiasSlope: Float64Array;
  readonly attentionSlope: Float64Array;
}

/**
 * **Noisy Bradley-Terry**, Crowd-BT with side bias: the log-likelihood of comparisons by annotators who do not always
 * look, and its slopes.
 *
 * What for: ranking by preferences when some annotators click blindly or always to one side.
 *
 * When it misleads: strengths are known up to a constant only, and with one annotator nothing tells blind clicks from
 * close strengths. A widely used program has two errors in these slopes; those here agree with finite differences.
 *
 * Formula: P(winner) = σ(γ_a) σ(s_winner − s_loser) + (1 − σ(γ_a)) σ(± q_a), plus where the winner stood first.
 * Source: X. Chen et al. (2013), "Pairwise ranking aggregation in a crowdsourced setting", WSDM, 193-202; with the side
 * bias of D. Bugakova et al. (2019), "Aggregation of pairwise comparisons with reduction of biases".
 *
 * Units: natural logarithm; parameters on the logistic scale.
 *
 * @throws RangeError when columns differ in length, or name a thing or an annotator without parameters.
 * @example
 * const comparisons = { winner: [0], loser: [1], annotator: [0], winnerFirst: [1] };
 * const zero = (length) => new Float64Array(length);
 * noisyBradleyTerry(comparisons, { strength: zero(2), sideBias: zero(1), attention: zero(1) }).strengthSlope; // Float64Array [0.25, -0.25]
 */
export function noisyBradleyTerry(
  comparisons: ComparisonColumns,
  { strength, sideBias, attention }: NoisyBradleyTerryParameters,
): NoisyBradleyTerrySlopes {
  const { winner, loser, annotator, winnerFirst } = comparisons;
  if (new Set([winner.length, loser.length, annotator.length, winnerFirst.length]).size > 1)
    throw new RangeError('The columns of the comparisons must be of the same length.');
  const strengthSlope = new Float64Array(strength.length);
  const sideBiasSlope = new Float64Array(sideBias.length);
  const attentionSlope = new Float64Array(attention.length);
  let logLikelihood = 0;
  for (let row = 0; row < winner.length; row++) {
    const [won, lost, by] = [winner[row] ?? -1, loser[row] ?? -1, annotator[row] ?? -1];
    const [up, down] = [strength[won], strength[lost]];
    const [bias, gaze] = [sideBias[by], attention[by]];
    if (up === undefined || down === undefined || bias === undefined || gaze === undefined)
      throw new RangeError(`Comparison ${row} names a thing or an annotator that has no parameters.`);
    const side = winnerFirst[row] === 1 ? 1 : -1;
    const looked = { log: logSigmoid(gaze) + logSigmoid(up - down), slope: sigmoid(down - up) };
    const blind = { log: logSigmoid(-gaze) + logSigmoid(side * bias), slope: sigmoid(-side * bias) };
    const log = addLogs(looked.log, blind.log);
    // How probably the annotator looked, given what was preferred.
    const share = Math.exp(looked.log - log);
    logLikelihood += log;
    strengthSlope[won] = (strengthSlope[won] ?? 0) + share * looked.slope;
    strengthSlope[lost] = (strengthSlope[lost] ?? 0) - share * looked.slope;
    sideBiasSlope[by] = (sideBiasSlope[by] ?? 0) + side * Math.exp(blind.log - log) * blind.slope;
    attentionSlope[by] = (attentionSlope[by] ?? 0) + share - sigmoid(gaze);
  }
  return { logLikelihood, strengthSlope, sideBiasSlope, attentionSlope };
}

function sigmoid(x: number): number {
  return Math.exp(logSigmoid(x));
}

function addLogs(first: number, second: number): number {
  const highest = Math.max(first, second);
  return highest + Math.log1p(Math.exp(-Math.abs(first - second)));
}
