/**
 * **Posterior of a label** from a few votes, when each voter is right with a known chance and else picks any other label.
 *
 * What for: deciding after each vote whether more are needed.
 *
 * When it misleads: people who err tend to err alike, so that the posterior is surer than it should be; and where no label
 * is right (matters of taste) it still says how sure it is of the one that most people like.
 *
 * Formula: p(label) ∝ prior(label) Π_votes (a if the vote is the label, else (1 − a)/(K − 1)).
 * Source: A. Dawid and A. Skene (1979), Applied Statistics 28(1), with one accuracy for all labels.
 *
 * Units: shares that sum up to 1, in the order of the labels.
 *
 * @throws RangeError unless there are two labels at least, each vote is one of them, and each accuracy lies between 0 and 1.
 * @example
 * oneCoinPosterior({ labels: 2, votes: [{ label: 0, accuracy: 0.75 }] })[0].toFixed(12); // '0.750000000000'
 */
export function oneCoinPosterior(given: {
  readonly labels: number;
  readonly votes: readonly { readonly label: number; readonly accuracy: number }[];
}): Float64Array {
  const { labels, votes } = given;
  if (labels < 2) throw new RangeError('A posterior needs two labels at least.');
  const logs = new Float64Array(labels);
  for (const { label, accuracy } of votes) {
    if (!(Number.isInteger(label) && label >= 0 && label < labels))
      throw new RangeError(`${label} is none of the ${labels} labels.`);
    if (!(accuracy > 0 && accuracy < 1))
      throw new RangeError(`An accuracy lies between 0 and 1; this one is ${accuracy}.`);
    logs[label] = (logs[label] ?? 0) + Math.log((accuracy * (labels - 1)) / (1 - accuracy));
  }
  const highest = Math.max(...logs);
  const shares = logs.map((log) => Math.exp(log - highest));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}

/**
 * **Accuracy from agreement**: how often people must be right for two of them to agree as often as they do.
 *
 * What for: a common accuracy where nothing is known of each person alone.
 *
 * When it misleads: below chance agreement (1/K) there is none, and chance is given back; mistakes that people share count
 * as being right.
 *
 * Formula: P = a² + (1 − a)²/(K − 1), solved for the larger a: (1 + √((K − 1)(K P − 1)))/K.
 *
 * Units: shares from 0 to 1.
 *
 * @example
 * accuracyFromAgreement({ agreement: 0.625, labels: 2 }); // 0.75
 */
export function accuracyFromAgreement({ agreement, labels }: { agreement: number; labels: number }): number {
  return (1 + Math.sqrt(Math.max(0, (labels - 1) * (labels * agreement - 1)))) / labels;
}
