/** Labels as given, and how probable a model that has not seen them finds each class. */
export interface ConfidentLearningInput {
  readonly labels: ArrayLike<number>;
  /** One row an example, one cell a class; out of sample, such as from cross-validation. */
  readonly probabilities: ArrayLike<number>;
  readonly classes: number;
}

export interface ConfidentLearning {
  /** For each class the mean probability of it among examples with that label; null where no example has it. */
  readonly thresholds: readonly (number | null)[];
  /** Examples by given label (row) and by the class that the model is confident of (column). */
  readonly confidentJoint: readonly (readonly number[])[];
  /** The same, each row rescaled to the examples with that label, in whole numbers. */
  readonly calibratedJoint: readonly (readonly number[])[];
  /** Share of examples by given label (row) and estimated true class (column). */
  readonly joint: readonly (readonly number[])[];
  /** For each example, the class that the model is confident of, -1 where none. */
  readonly confidentOf: Int32Array;
  /** Examples whose confident class is not their label, and which the model finds likeliest to be another class. */
  readonly issues: readonly number[];
}

/**
 * **Confident learning**: which given labels a model's probabilities contradict, and how often classes are mixed up.
 *
 * What for: finding label errors worth a second look, when a model of the task is at hand.
 *
 * When it misleads: it can find only errors that the model does not share; a model that saw the labels in training finds
 * none; and what is rare or ambiguous looks like an error.
 *
 * Formula: threshold_j = mean p(j | x) over examples labelled j; an example counts for the class with the highest
 * probability among those at or above their thresholds. The joint has its rows rescaled to the label counts, in
 * whole numbers, and its sum to 1. Source: C. Northcutt, L. Jiang and I. Chuang (2021), "Confident learning", JAIR 70, section 3.
 *
 * Units: probabilities, counts of examples.
 *
 * @throws RangeError unless there is a row of probabilities from 0 to 1 for each label, and each label is a class.
 * @example
 * confidentLearning({ labels: [0, 0, 1], probabilities: [0.9, 0.1, 0.2, 0.8, 0.3, 0.7], classes: 2 }).issues; // [1]
 */
export function confidentLearning(input: ConfidentLearningInput): ConfidentLearning {
  const { labels, classes } = input;
  checkExamples(input);
  const given = new Float64Array(classes);
  for (let example = 0; example < labels.length; example++) {
    const label = labels[example] ?? 0;
    given[label] = (given[label] ?? 0) + 1;
  }
  const thresholds = classThresholds(input, given);
  const joint = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  const confidentOf = new Int32Array(labels.length).fill(-1);
  const issues: number[] = [];
  for (let example = 0; example < labels.length; example++) {
    const confident = confidentClass(input, { example, thresholds });
    confidentOf[example] = confident;
    const row = joint[labels[example] ?? 0];
    if (confident < 0 || row === undefined) continue;
    row[confident] = (row[confident] ?? 0) + 1;
    if (confident !== labels[example] && !isLikeliest(input, example)) issues.push(example);
  }
  const calibratedJoint = joint.map((row, label) => calibrate(row, { label, given: given[label] ?? 0 }));
  const share = (count: number) => (labels.length > 0 ? count / labels.length : 0);
  return {
    thresholds,
    confidentJoint: joint,
    calibratedJoint,
    joint: calibratedJoint.map((row) => row.map(share)),
    confidentOf,
    issues,
  };
}

function checkExamples({ labels, probabilities, classes }: ConfidentLearningInput): void {
  if (probabilities.length !== labels.length * classes)
    throw new RangeError(`There must be ${classes} probabilities for each of ${labels.length} labels.`);
  for (let example = 0; example < labels.length; example++) {
    const label = labels[example] ?? -1;
    if (!(Number.isInteger(label) && label >= 0 && label < classes))
      throw new RangeError(`Each label must be a class from 0 to ${classes - 1}, not ${labels[example]}.`);
  }
  for (let cell = 0; cell < probabilities.length; cell++) {
    const probability = probabilities[cell] ?? -1;
    if (!(probability >= 0 && probability <= 1))
      throw new RangeError(`Each probability must be from 0 to 1, not ${probabilities[cell]}.`);
  }
}

function classThresholds(
  { labels, probabilities, classes }: ConfidentLearningInput,
  given: Float64Array,
): (number | null)[] {
  const sums = new Float64Array(classes);
  for (let example = 0; example < labels.length; example++) {
    const label = labels[example] ?? 0;
    sums[label] = (sums[label] ?? 0) + (probabilities[example * classes + label] ?? 0);
  }
  return Array.from(sums, (sum, label) => {
    const count = given[label] ?? 0;
    return count > 0 ? sum / count : null;
  });
}

function confidentClass(
  { probabilities, classes }: ConfidentLearningInput,
  { example, thresholds }: { readonly example: number; readonly thresholds: readonly (number | null)[] },
): number {
  let confident = -1;
  let highest = -1;
  for (let label = 0; label < classes; label++) {
    const probability = probabilities[example * classes + label] ?? 0;
    const threshold = thresholds[label] ?? null;
    // A mean of equal probabilities can come out a hair above them.
    if (threshold === null || probability < threshold - 1e-12 || probability <= highest) continue;
    confident = label;
    highest = probability;
  }
  return confident;
}

/**
 * **Whether the model agrees** with a label: no class is likelier than the given one.
 *
 * What for: leaving out of the suspects what the model itself would have said.
 *
 * When it misleads: as the model does.
 *
 * Units: none.
 *
 * @example
 * isLikeliest({ labels: [0], probabilities: [0.5, 0.5], classes: 2 }, 0); // true
 */
export function isLikeliest(
  { labels, probabilities, classes }: ConfidentLearningInput,
  example: number,
): boolean {
  const own = probabilities[example * classes + (labels[example] ?? 0)] ?? 0;
  for (let label = 0; label < classes; label++)
    if ((probabilities[example * classes + label] ?? 0) > own) return false;
  return true;
}

/** Rescales a row to a whole number of examples: down first, and up where the largest parts were cut off. */
function calibrate(
  row: readonly number[],
  { label, given }: { readonly label: number; readonly given: number },
): number[] {
  const sum = row.reduce((all, count) => all + count, 0);
  // Without a confident example the label is taken at its word.
  if (sum === 0) return row.map((_, truth) => (truth === label ? given : 0));
  const exact = row.map((count) => (count / sum) * given);
  const whole = exact.map((count) => Math.floor(count + 1e-9));
  const left = given - whole.reduce((all, count) => all + count, 0);
  const cutOff = exact
    .map((count, truth) => ({ truth, part: count - (whole[truth] ?? 0) }))
    .sort((first, second) => second.part - first.part);
  for (const { truth } of cutOff.slice(0, left)) whole[truth] = (whole[truth] ?? 0) + 1;
  return whole;
}
