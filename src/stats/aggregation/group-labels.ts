/** Labels as they are collected: row r says that `annotator[r]` gave `item[r]` the label `label[r]`, all numbered from 0. */
export interface LabelColumns {
  readonly item: ArrayLike<number>;
  readonly annotator: ArrayLike<number>;
  readonly label: ArrayLike<number>;
  /** How many there are; needed only where the last ones have no rows. Otherwise the highest number and one. */
  readonly items?: number;
  readonly annotators?: number;
  readonly classes?: number;
}

/** Labels grouped by item; those of item i stand at `starts[i]` up to, but not with, `starts[i + 1]`. */
export interface GroupedLabels {
  readonly items: number;
  readonly annotators: number;
  readonly classes: number;
  /** Cells of a row with one cell a class: the classes, filled up to a multiple of four, which is walked faster. */
  readonly width: number;
  readonly starts: Int32Array;
  readonly annotator: Int32Array;
  readonly label: Int32Array;
  /**
   * Which of the pairs of annotator and label each one is. Only pairs that occur are numbered, one annotator after the
   * other, so that tables of pairs stay small with many annotators and many classes.
   */
  readonly pair: Int32Array;
  /** The pairs of annotator a are `pairStarts[a]` up to, but not with, `pairStarts[a + 1]`. */
  readonly pairStarts: Int32Array;
  readonly pairLabel: Int32Array;
}

/**
 * **Labels grouped by item**: the one shape on which the aggregation estimators compute, made once.
 *
 * What for: any number of labels an item, any annotators, missing data: what is not there takes no place. Repeated
 * labels of one annotator on one item stay separate.
 *
 * When it misleads: order within an item is that of the rows; no estimator here uses it, and time is lost.
 *
 * Units: numbers of items, annotators and classes, from 0.
 *
 * @throws RangeError when columns differ in length, or hold anything but whole numbers from 0 below the stated counts.
 * @example
 * groupLabels({ item: [1, 0, 1], annotator: [0, 0, 1], label: [2, 0, 1] }).starts; // Int32Array [0, 1, 3]
 */
export function groupLabels(columns: LabelColumns): GroupedLabels {
  const rows = columns.item.length;
  if (columns.annotator.length !== rows || columns.label.length !== rows) {
    throw new RangeError('The columns item, annotator and label must be of the same length.');
  }
  const items = countOf(columns.item, { name: 'item', atLeast: columns.items });
  const annotators = countOf(columns.annotator, { name: 'annotator', atLeast: columns.annotators });
  const classes = countOf(columns.label, { name: 'label', atLeast: columns.classes });
  const sorted = sortByItem(columns, items);
  const pairs = numberPairs(sorted, { annotators, classes });
  return { items, annotators, classes, width: Math.ceil(classes / 4) * 4, ...sorted, ...pairs };
}

function countOf(column: ArrayLike<number>, known: { name: string; atLeast: number | undefined }): number {
  let highest = -1;
  for (let row = 0; row < column.length; row++) {
    const value = column[row] ?? -1;
    // The comparison also refuses NaN and fractions; 2^31 is what an Int32Array can hold.
    if (value < 0 || value >= 2 ** 31 || value !== Math.trunc(value)) {
      throw new RangeError(`Each ${known.name} must be a whole number from 0, not ${column[row]}.`);
    }
    if (value > highest) highest = value;
  }
  if (known.atLeast !== undefined && highest >= known.atLeast) {
    throw new RangeError(`There is ${known.name} ${highest}, but only ${known.atLeast} were announced.`);
  }
  return known.atLeast ?? highest + 1;
}

function sortByItem(columns: LabelColumns, items: number) {
  const rows = columns.item.length;
  const starts = new Int32Array(items + 1);
  for (let row = 0; row < rows; row++) {
    const after = (columns.item[row] ?? 0) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let item = 0; item < items; item++) starts[item + 1] = (starts[item + 1] ?? 0) + (starts[item] ?? 0);
  const next = starts.slice(0, items);
  const annotator = new Int32Array(rows);
  const label = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const item = columns.item[row] ?? 0;
    const place = next[item] ?? 0;
    next[item] = place + 1;
    annotator[place] = columns.annotator[row] ?? 0;
    label[place] = columns.label[row] ?? 0;
  }
  return { starts, annotator, label };
}

function numberPairs(
  sorted: { annotator: Int32Array; label: Int32Array },
  { annotators, classes }: { annotators: number; classes: number },
) {
  const numbers = new Int32Array(annotators * classes);
  const pair = new Int32Array(sorted.label.length);
  for (let place = 0; place < pair.length; place++) {
    const cell = (sorted.annotator[place] ?? 0) * classes + (sorted.label[place] ?? 0);
    pair[place] = cell;
    numbers[cell] = 1;
  }
  const pairStarts = new Int32Array(annotators + 1);
  const pairLabel: number[] = [];
  for (let annotator = 0; annotator < annotators; annotator++) {
    for (let label = 0; label < classes; label++) {
      const cell = annotator * classes + label;
      if (numbers[cell] === 1) numbers[cell] = pairLabel.push(label) - 1;
    }
    pairStarts[annotator + 1] = pairLabel.length;
  }
  for (let place = 0; place < pair.length; place++) pair[place] = numbers[pair[place] ?? 0] ?? 0;
  return { pair, pairStarts, pairLabel: Int32Array.from(pairLabel) };
}
