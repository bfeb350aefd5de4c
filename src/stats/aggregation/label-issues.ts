import { type ConfidentLearning, type ConfidentLearningInput, isLikeliest } from './confident-learning.ts';

/** How well a model's probabilities bear out each label. */
export interface LabelSupport {
  /** Probability of the given label. */
  readonly selfConfidence: Float64Array;
  /** Half of its lead over the likeliest other class, plus one half: below ½ another class is likelier. */
  readonly normalizedMargin: Float64Array;
}

/**
 * **Support of labels** by a model: how probable each given label is, and its lead over the others.
 *
 * What for: looking at the least supported labels first.
 *
 * When it misleads: as {@link confidentLearning}; and hard examples have little support though their labels are right.
 *
 * Formula: p(label | x) and (p(label | x) − max of the others + 1)/2.
 * Source: C. Northcutt, L. Jiang and I. Chuang (2021), JAIR 70; cleanlab's names.
 *
 * Units: from 0 to 1.
 *
 * @example
 * labelSupport({ labels: [0], probabilities: [0.25, 0.75], classes: 2 }).normalizedMargin; // Float64Array [0.25]
 */
export function labelSupport({ labels, probabilities, classes }: ConfidentLearningInput): LabelSupport {
  const selfConfidence = new Float64Array(labels.length);
  const normalizedMargin = new Float64Array(labels.length);
  for (let example = 0; example < labels.length; example++) {
    const label = labels[example] ?? 0;
    const own = probabilities[example * classes + label] ?? 0;
    let other = 0;
    for (let cell = 0; cell < classes; cell++)
      if (cell !== label) other = Math.max(other, probabilities[example * classes + cell] ?? 0);
    selfConfidence[example] = own;
    normalizedMargin[example] = (own - other + 1) / 2;
  }
  return { selfConfidence, normalizedMargin };
}

/**
 * **Label issues by noise rate**: for each pair of given label and other class, as many examples as the joint says are
 * mixed up that way, those first in which the other class leads most.
 *
 * What for: a list of suspects as long as the estimated number of errors.
 *
 * When it misleads: as {@link confidentLearning}.
 *
 * Formula: of label i, the calibrated count C_ij examples with the largest p(j) − p(i), for every j; without those whose
 * label the model finds likeliest. `byClass`: of label i, Σ_j C_ij examples with the smallest p(i). `both`: in both lists.
 * Source: C. Northcutt, L. Jiang and I. Chuang (2021), JAIR 70, section 3.2.
 *
 * Units: numbers of examples, rising.
 *
 * @example
 * const input = { labels: [0, 0, 1], probabilities: [0.9, 0.1, 0.2, 0.8, 0.3, 0.7], classes: 2 };
 * labelIssues(input, confidentLearning(input)).both; // [1]
 */
export function labelIssues(
  input: ConfidentLearningInput,
  { calibratedJoint }: Pick<ConfidentLearning, 'calibratedJoint'>,
): { byNoiseRate: number[]; byClass: number[]; both: number[] } {
  const { probabilities, classes } = input;
  const at = (example: number, label: number) => probabilities[example * classes + label] ?? 0;
  const byNoiseRate = new Set<number>();
  const byClass = new Set<number>();
  calibratedJoint.forEach((row, label) => {
    const examples = Array.from(input.labels).flatMap((given, example) => (given === label ? [example] : []));
    const take = (into: Set<number>, many: number, doubt: (example: number) => number) => {
      const sorted = examples.slice().sort((first, second) => doubt(second) - doubt(first) || first - second);
      for (const example of sorted.slice(0, many)) if (!isLikeliest(input, example)) into.add(example);
    };
    let errors = 0;
    row.forEach((many, other) => {
      if (other === label) return;
      errors += many;
      take(byNoiseRate, many, (example) => at(example, other) - at(example, label));
    });
    take(byClass, errors, (example) => -at(example, label));
  });
  const sorted = (found: Iterable<number>) => [...found].sort((first, second) => first - second);
  return {
    byNoiseRate: sorted(byNoiseRate),
    byClass: sorted(byClass),
    both: sorted([...byNoiseRate].filter((example) => byClass.has(example))),
  };
}
