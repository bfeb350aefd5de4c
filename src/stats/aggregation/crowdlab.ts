import type { GroupedLabels } from './group-labels.ts';
import { type TopLabels, topLabels } from './top-labels.ts';
import { voteShares } from './vote-shares.ts';

export interface CrowdlabInput {
  readonly labels: GroupedLabels;
  /** A model's probability of each class, item after item; out of sample, such as from cross-validation. */
  readonly probabilities: Float64Array;
}

export interface CrowdlabFit extends TopLabels {
  /** Probability of each class from labels and model together; all 0 for an item without labels. */
  readonly posteriors: Float64Array;
  /** Posterior of the leading label, by item. */
  readonly quality: Float64Array;
  /** Share of an item's labels that are the leading one; null without labels. */
  readonly agreement: readonly (number | null)[];
  /** Quality of each annotator from the posteriors and from agreement; null without labels beside others'. */
  readonly annotatorQuality: readonly (number | null)[];
  /** How often each annotator's labels are the leading ones; null without labels. */
  readonly annotatorAgreement: readonly (number | null)[];
  readonly modelWeight: number;
  readonly annotatorWeights: Float64Array;
}

/** Weights do not fall below this, so that nobody counts against what they say. */
const leastWeight = 1e-6;

/**
 * **CROWDLAB**: labels of annotators and probabilities of a trained model, weighed together by how often each agrees
 * with the others.
 *
 * What for: few labels an item, where a model of the task knows more than the second annotator would.
 *
 * When it misleads: a model trained on these very labels agrees with them; and where one class has nearly all items,
 * hardly anybody beats the constant answer and weights collapse.
 *
 * Formula: with e the share of items with several labels whose leading label is not the commonest one, weights are
 * 1 − (share of disagreement with the other annotators)/e and, for the model, 1 − (share of items in which it differs
 * from the leading label)/e times √(mean labels an item), at least 10⁻⁶. A label gives its class the mean agreement P, and
 * (1 − P)/(K − 1) to each other. Done for the vote, ties going to the likelier class by the model, then anew for the
 * labels that lead. Annotator quality is w̄ × mean posterior of the own labels + (1 − w̄) × agreement, w̄ the model's part.
 * Source: H. W. Goh, U. Tkachenko and J. Mueller (2022), "CROWDLAB", arXiv 2210.06812.
 *
 * Units: probabilities from 0 to 1.
 *
 * @throws RangeError unless there is one probability for each item and class.
 * @example
 * const labels = groupLabels({ item: [0, 0, 1, 1, 2, 2], annotator: [0, 1, 0, 1, 0, 1], label: [0, 0, 1, 1, 0, 1] });
 * crowdlab({ labels, probabilities: new Float64Array([0.9, 0.1, 0.2, 0.8, 0.7, 0.3]) }).labels; // Int32Array [0, 1, 0]
 */
export function crowdlab({ labels, probabilities }: CrowdlabInput): CrowdlabFit {
  const { items, classes } = labels;
  if (probabilities.length !== items * classes)
    throw new RangeError(`There must be ${classes} probabilities for each of ${items} items.`);
  const vote = consensusOfVote(labels, probabilities);
  const first = combine({ labels, probabilities, consensus: vote });
  const leading = topLabels(first.posteriors, classes);
  const consensus = leading.labels.map((label, item) =>
    leading.tied[item] === 1 ? (vote[item] ?? -1) : label,
  );
  const { posteriors, agreement, ...weights } = combine({ labels, probabilities, consensus });
  return {
    labels: consensus,
    tied: topLabels(posteriors, classes).tied,
    posteriors,
    quality: Float64Array.from(consensus, (label, item) => posteriors[item * classes + label] ?? 0),
    agreement,
    ...rateAnnotators({ labels, consensus, posteriors, ...weights }),
    ...weights,
  };
}

function consensusOfVote(labels: GroupedLabels, probabilities: Float64Array): Int32Array {
  const { classes } = labels;
  const shares = voteShares(labels);
  const { labels: leading, tied } = topLabels(shares, classes);
  return leading.map((lowest, item) => {
    if (tied[item] !== 1) return lowest;
    const row = item * classes;
    let best = lowest;
    for (let label = lowest; label < classes; label++) {
      if ((shares[row + label] ?? 0) < (shares[row + lowest] ?? 0) * (1 - 1e-9)) continue;
      if ((probabilities[row + label] ?? 0) > (probabilities[row + best] ?? 0)) best = label;
    }
    return best;
  });
}

interface Combining extends CrowdlabInput {
  readonly consensus: Int32Array;
}

function combine(input: Combining) {
  const { labels, probabilities, consensus } = input;
  const { items, classes, starts } = labels;
  const agreement = agreements(input);
  const several = Array.from({ length: items }, (_, item) => item).filter(
    (item) => (starts[item + 1] ?? 0) - (starts[item] ?? 0) > 1,
  );
  const right = mean(several.map((item) => agreement[item] ?? 0)) ?? 1;
  const wrong = classes > 1 ? (1 - right) / (classes - 1) : 0;
  const baseError = Math.max(leastWeight, constantError(several, consensus));
  const annotatorWeights = pairAgreement(labels).map((share) =>
    Math.max(leastWeight, 1 - (1 - share) / baseError),
  );
  const modelLabels = topLabels(probabilities, classes).labels;
  const modelError = mean(several.map((item) => (modelLabels[item] === consensus[item] ? 0 : 1))) ?? 0;
  const labelled = agreement.filter((share) => share !== null).length;
  const modelWeight =
    Math.max(leastWeight, 1 - modelError / baseError) *
    Math.sqrt(labels.label.length / Math.max(1, labelled));
  const posteriors = new Float64Array(items * classes);
  for (let item = 0; item < items; item++) {
    const [from, to] = [starts[item] ?? 0, starts[item + 1] ?? 0];
    if (from === to) continue;
    for (let label = 0; label < classes; label++) {
      let sum = modelWeight * (probabilities[item * classes + label] ?? 0);
      let total = modelWeight;
      for (let place = from; place < to; place++) {
        const weight = annotatorWeights[labels.annotator[place] ?? 0] ?? 0;
        sum += weight * (labels.label[place] === label ? right : wrong);
        total += weight;
      }
      posteriors[item * classes + label] = sum / total;
    }
  }
  return { posteriors, agreement, modelWeight, annotatorWeights };
}

/** Share of each item's labels that are the leading one. */
function agreements({ labels, consensus }: Combining): (number | null)[] {
  return Array.from({ length: labels.items }, (_, item) => {
    const given = labels.label.subarray(labels.starts[item] ?? 0, labels.starts[item + 1] ?? 0);
    return mean(Array.from(given, (label) => (label === consensus[item] ? 1 : 0)));
  });
}

/** How often the constant answer with the commonest label would be wrong. */
function constantError(several: readonly number[], consensus: Int32Array): number {
  const counts = new Map<number, number>();
  for (const item of several) counts.set(consensus[item] ?? -1, (counts.get(consensus[item] ?? -1) ?? 0) + 1);
  return several.length > 0 ? 1 - Math.max(...counts.values()) / several.length : 0;
}

/** For each annotator the share of agreeing pairs with others' labels; that of all where there are no pairs. */
function pairAgreement({ items, annotators, starts, annotator, label }: GroupedLabels): Float64Array {
  const [same, pairs] = [new Float64Array(annotators), new Float64Array(annotators)];
  for (let item = 0; item < items; item++) {
    const [from, to] = [starts[item] ?? 0, starts[item + 1] ?? 0];
    for (let place = from; place < to; place++) {
      const by = annotator[place] ?? 0;
      for (let other = from; other < to; other++)
        if (other !== place && label[other] === label[place]) same[by] = (same[by] ?? 0) + 1;
      pairs[by] = (pairs[by] ?? 0) + to - from - 1;
    }
  }
  const shares = Array.from(same, (count, by) => ((pairs[by] ?? 0) > 0 ? count / (pairs[by] ?? 1) : null));
  const typical = mean(shares.filter((share) => share !== null)) ?? 1;
  return Float64Array.from(shares, (share) => share ?? typical);
}

function rateAnnotators(input: {
  readonly labels: GroupedLabels;
  readonly consensus: Int32Array;
  readonly posteriors: Float64Array;
  readonly modelWeight: number;
  readonly annotatorWeights: Float64Array;
}) {
  const { labels, consensus, posteriors, modelWeight, annotatorWeights } = input;
  const lists = Array.from({ length: labels.annotators }, () => ({
    posterior: [] as number[],
    agrees: [] as number[],
    agreesWithOthers: [] as number[],
  }));
  for (let item = 0; item < labels.items; item++) {
    const [from, to] = [labels.starts[item] ?? 0, labels.starts[item + 1] ?? 0];
    for (let place = from; place < to; place++) {
      const list = lists[labels.annotator[place] ?? 0];
      const label = labels.label[place] ?? 0;
      const agrees = label === consensus[item] ? 1 : 0;
      list?.posterior.push(posteriors[item * labels.classes + label] ?? 0);
      list?.agrees.push(agrees);
      if (to - from > 1) list?.agreesWithOthers.push(agrees);
    }
  }
  const perItem = labels.label.length / Math.max(1, consensus.filter((label) => label >= 0).length);
  const annotatorPart =
    (annotatorWeights.reduce((sum, weight) => sum + weight, 0) * perItem) / labels.annotators;
  const part = modelWeight / (modelWeight + annotatorPart);
  return {
    annotatorAgreement: lists.map(({ agrees }) => mean(agrees)),
    annotatorQuality: lists.map(({ posterior, agreesWithOthers }) => {
      const [quality, agreement] = [mean(posterior), mean(agreesWithOthers)];
      return quality === null || agreement === null ? null : part * quality + (1 - part) * agreement;
    }),
  };
}

function mean(values: readonly number[]): number | null {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
}
