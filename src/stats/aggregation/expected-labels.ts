import type { GroupedLabels } from './group-labels.ts';

/**
 * What the step starts from. All tables here have rows of `labels.width` cells, one a class; the cells beyond the last
 * class hold 0.
 */
export interface ExpectationStep {
  readonly labels: GroupedLabels;
  /** A row for each pair of annotator and label: how probably the annotator gives this label, by true class. */
  readonly chances: Float64Array;
  /** One row: how probable each class is before any label is seen. */
  readonly priors: Float64Array;
  /** Known classes, by item, -1 where unknown. */
  readonly gold?: Int32Array | undefined;
}

/** What the step leaves behind: each is overwritten. */
export interface ExpectedLabels {
  /** A row for each item: how probable each class is. */
  readonly posteriors: Float64Array;
  /** A row for each pair of annotator and label: how often it was given to each true class, counted by probability. */
  readonly counts: Float64Array;
  /** One row: items of each class, counted by probability. */
  readonly mass: Float64Array;
}

/** Products of probabilities below this are recomputed as sums of logarithms, long before they run out of digits. */
const smallestProduct = 1e-250;

/**
 * **Empty tables** for {@link expectLabels}, to be filled again and again.
 *
 * What for: one allocation for many iterations.
 *
 * When it misleads: what stands in them lasts only until the next step.
 *
 * Units: as {@link expectLabels}.
 *
 * @example
 * emptyExpectation(groupLabels({ item: [0], annotator: [0], label: [1] })).mass; // Float64Array [0, 0, 0, 0]
 */
export function emptyExpectation(labels: GroupedLabels): ExpectedLabels {
  return {
    posteriors: new Float64Array(labels.items * labels.width),
    counts: new Float64Array(labels.pairLabel.length * labels.width),
    mass: new Float64Array(labels.width),
  };
}

/**
 * **Expectation step** of every model in which annotators label independently given the true class: Dawid-Skene,
 * one-coin, MACE. They differ in how the chances of their labels come about.
 *
 * What for: given how annotators label, how probable is each class on each item; and, in the same walk over the labels,
 * how often each annotator gave each label to each class, which is all that the next estimate of the annotators needs.
 *
 * When it misleads: annotators who copy from each other, or items that fool everybody, are not independent: the
 * posteriors then are far too sure.
 *
 * Formula: posterior_ik ∝ prior_k Π chance(label | annotator, k); returns Σ_i log Σ_k prior_k Π chance, the observed-data
 * log-likelihood, where known items add their class only. Items without labels keep their priors but add to no count.
 * Source: A. P. Dawid and A. M. Skene (1979), Applied Statistics 28(1), equation 2.5.
 *
 * Units: probabilities; natural logarithm.
 *
 * @example
 * const labels = groupLabels({ item: [0], annotator: [0], label: [1] });
 * const chances = new Float64Array([0.2, 0.6, 0, 0]);
 * const into = emptyExpectation(labels);
 * expectLabels({ labels, chances, priors: new Float64Array([0.5, 0.5, 0, 0]) }, into);
 * into.posteriors; // Float64Array [0.25, 0.7499999999999999, 0, 0]
 */
export function expectLabels(step: ExpectationStep, into: ExpectedLabels): number {
  const { items } = step.labels;
  into.counts.fill(0);
  into.mass.fill(0);
  let logLikelihood = 0;
  for (let from = 0; from < items; from += stretch) {
    const range = { from, to: Math.min(items, from + stretch) };
    multiplyChances(step, { ...range, posteriors: into.posteriors });
    logLikelihood += normalise(step, { ...range, posteriors: into.posteriors });
    addCounts(step.labels, { ...range, into });
  }
  return logLikelihood;
}

/** Items walked through at a time, so that what was written is still in the processor's cache when it is read. */
const stretch = 1024;

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly posteriors: Float64Array;
}

/** Makes products of chances into posteriors, and returns the log-likelihood of these items. */
function normalise(step: ExpectationStep, { from, to, posteriors }: Stretch): number {
  const { labels, gold } = step;
  const { width } = labels;
  let logLikelihood = 0;
  let product = 1;
  for (let item = from; item < to; item++) {
    const row = item * width;
    let total = 0;
    for (let cell = row; cell < row + width; cell++) total += posteriors[cell] ?? 0;
    const known = gold?.[item] ?? -1;
    if (known >= 0 || !(total > smallestProduct)) {
      logLikelihood += expectByLogarithms(step, { posteriors, item, known });
      continue;
    }
    for (let cell = row; cell < row + width; cell++) posteriors[cell] = (posteriors[cell] ?? 0) / total;
    // A logarithm for every item would cost more than all the rest: products are gathered while they have digits.
    product *= total;
    if (product < 1e-40) {
      logLikelihood += Math.log(product);
      product = 1;
    }
  }
  return logLikelihood + Math.log(product);
}

/** Four classes at a time stay in the processor's registers while the labels of an item go by. */
function multiplyChances({ labels, chances, priors }: ExpectationStep, range: Stretch): void {
  const { starts, pair, width } = labels;
  const { posteriors } = range;
  for (let item = range.from; item < range.to; item++) {
    const from = starts[item] ?? 0;
    const to = starts[item + 1] ?? 0;
    for (let block = 0; block < width; block += 4) {
      let first = priors[block] ?? 0;
      let second = priors[block + 1] ?? 0;
      let third = priors[block + 2] ?? 0;
      let fourth = priors[block + 3] ?? 0;
      for (let place = from; place < to; place++) {
        const cell = (pair[place] ?? 0) * width + block;
        first *= chances[cell] ?? 0;
        second *= chances[cell + 1] ?? 0;
        third *= chances[cell + 2] ?? 0;
        fourth *= chances[cell + 3] ?? 0;
      }
      const cell = item * width + block;
      posteriors[cell] = first;
      posteriors[cell + 1] = second;
      posteriors[cell + 2] = third;
      posteriors[cell + 3] = fourth;
    }
  }
}

/**
 * **Counts by posterior**: how often each annotator gave each label to each true class, and how many items each class has.
 *
 * What for: the second half of the expectation step, and the first counts from vote shares.
 *
 * When it misleads: as {@link expectLabels}.
 *
 * Formula: count(a, l, k) = Σ posterior_ik over the labels l of annotator a. Source: Dawid and Skene (1979), eqs 2.3, 2.4.
 *
 * Units: labels, counted by probability.
 *
 * @example
 * const labels = groupLabels({ item: [0, 1], annotator: [0, 0], label: [1, 1] });
 * const into = { ...emptyExpectation(labels), posteriors: new Float64Array([0.25, 0.75, 0, 0, 1, 0, 0, 0]) };
 * countLabels(labels, into);
 * into.counts; // Float64Array [1.25, 0.75, 0, 0]
 */
export function countLabels(labels: GroupedLabels, into: ExpectedLabels): void {
  into.counts.fill(0);
  into.mass.fill(0);
  addCounts(labels, { from: 0, to: labels.items, into });
}

function addCounts(
  { starts, pair, width }: GroupedLabels,
  range: { readonly from: number; readonly to: number; readonly into: ExpectedLabels },
): void {
  const { posteriors, counts, mass } = range.into;
  for (let item = range.from; item < range.to; item++) {
    const from = starts[item] ?? 0;
    const to = starts[item + 1] ?? 0;
    if (from === to) continue;
    for (let block = 0; block < width; block += 4) {
      const row = item * width + block;
      const first = posteriors[row] ?? 0;
      const second = posteriors[row + 1] ?? 0;
      const third = posteriors[row + 2] ?? 0;
      const fourth = posteriors[row + 3] ?? 0;
      for (let place = from; place < to; place++) {
        const cell = (pair[place] ?? 0) * width + block;
        counts[cell] = (counts[cell] ?? 0) + first;
        counts[cell + 1] = (counts[cell + 1] ?? 0) + second;
        counts[cell + 2] = (counts[cell + 2] ?? 0) + third;
        counts[cell + 3] = (counts[cell + 3] ?? 0) + fourth;
      }
      mass[block] = (mass[block] ?? 0) + first;
      mass[block + 1] = (mass[block + 1] ?? 0) + second;
      mass[block + 2] = (mass[block + 2] ?? 0) + third;
      mass[block + 3] = (mass[block + 3] ?? 0) + fourth;
    }
  }
}

/** The slow way for one item: many labels, whose product is too small for a number, or a known class. */
function expectByLogarithms(
  { labels, chances, priors }: ExpectationStep,
  { posteriors, item, known }: { posteriors: Float64Array; item: number; known: number },
): number {
  const { classes, width } = labels;
  const pairs = labels.pair.subarray(labels.starts[item] ?? 0, labels.starts[item + 1] ?? 0);
  const logs = Array.from({ length: classes }, (_, label) =>
    pairs.reduce(
      (sum, pair) => sum + Math.log(chances[pair * width + label] ?? 0),
      Math.log(priors[label] ?? 0),
    ),
  );
  const row = item * width;
  if (known >= 0) {
    for (let label = 0; label < classes; label++) posteriors[row + label] = label === known ? 1 : 0;
    return logs[known] ?? 0;
  }
  const highest = logs.reduce((most, log) => Math.max(most, log), -Infinity);
  // No class can have given these labels: nothing is known, and the likelihood says so.
  const sizes = logs.map((log) => (highest === -Infinity ? 1 : Math.exp(log - highest)));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  for (let label = 0; label < classes; label++) posteriors[row + label] = (sizes[label] ?? 0) / total;
  return highest + Math.log(total);
}
