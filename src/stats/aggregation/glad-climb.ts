import type { GladParameters } from './glad-expectation.ts';
import type { GroupedLabels } from './group-labels.ts';

/** What the climb starts from; the parameters are moved. */
export interface GladClimb {
  readonly labels: GroupedLabels;
  readonly posteriors: Float64Array;
  readonly parameters: GladParameters;
}

/** The labels of one annotator or of one item, as far as the climb of one number needs them. */
interface Terms {
  /** How strongly each label depends on the number. */
  readonly factor: Float64Array;
  /** How probably each label is right. */
  readonly right: Float64Array;
  size: number;
}

type Kind = 'ability' | 'logClarity';

/**
 * **Maximisation step of GLAD**: moves abilities and clarities uphill, and returns the longest move made.
 *
 * What for: the second half of an iteration of {@link glad}.
 *
 * When it misleads: one sweep does not reach the top, since abilities and clarities depend on each other: sweep again
 * until the moves are short.
 *
 * Formula: a Newton step for each annotator with the clarities held, then one for each item with the abilities held,
 * each shortened until {@link gladObjective} does not fall. Labels that do not bend the right way (the objective is not
 * concave in a clarity) are left out of the curvature.
 *
 * Units: those of the parameters.
 *
 * @example
 * const labels = groupLabels({ item: [0], annotator: [0], label: [0] });
 * const parameters = { ability: new Float64Array([1]), logClarity: new Float64Array([1]) };
 * climbGlad({ labels, parameters, posteriors: new Float64Array([1]) }, byAnnotator(labels)) > 0; // true
 */
export function climbGlad(climb: GladClimb, places: AnnotatorPlaces): number {
  const { labels, posteriors, parameters } = climb;
  const { ability, logClarity } = parameters;
  const { classes, starts } = labels;
  const terms: Terms = {
    factor: new Float64Array(places.most),
    right: new Float64Array(places.most),
    size: 0,
  };
  const clarity = logClarity.map(Math.exp);
  let longest = 0;
  const move = (values: Float64Array, at: number, kind: Kind) => {
    const before = values[at] ?? 0;
    const after = climbOne(before, { terms, kind });
    values[at] = after;
    longest = Math.max(longest, Math.abs(after - before));
  };
  for (let annotator = 0; annotator < labels.annotators; annotator++) {
    terms.size = 0;
    for (let n = places.starts[annotator] ?? 0; n < (places.starts[annotator + 1] ?? 0); n++) {
      const item = places.item[n] ?? 0;
      terms.factor[terms.size] = clarity[item] ?? 0;
      terms.right[terms.size++] = posteriors[item * classes + (places.label[n] ?? 0)] ?? 0;
    }
    move(ability, annotator, 'ability');
  }
  for (let item = 0; item < labels.items; item++) {
    terms.size = 0;
    for (let place = starts[item] ?? 0; place < (starts[item + 1] ?? 0); place++) {
      terms.factor[terms.size] = ability[labels.annotator[place] ?? 0] ?? 0;
      terms.right[terms.size++] = posteriors[item * classes + (labels.label[place] ?? 0)] ?? 0;
    }
    move(logClarity, item, 'logClarity');
  }
  return longest;
}

/** One Newton step on one number, halved until the objective does not fall. */
function climbOne(at: number, { terms, kind }: { readonly terms: Terms; readonly kind: Kind }): number {
  const here = { value: 0, slope: 0, curvature: 0 };
  measure(at, { terms, kind, into: here });
  let step = here.slope / here.curvature;
  // Where the curve is nearly flat, a full step would leave the region in which it says anything.
  step = Math.max(-2, Math.min(2, step));
  const there = { value: 0, slope: 0, curvature: 0 };
  for (let halvings = 0; halvings < 40; halvings++) {
    measure(at + step, { terms, kind, into: there });
    if (there.value >= here.value) return at + step;
    step /= 2;
  }
  return at;
}

interface Measured {
  value: number;
  slope: number;
  /** Positive: minus the second derivative, or more. */
  curvature: number;
}

function measure(
  at: number,
  { terms, kind, into }: { readonly terms: Terms; readonly kind: Kind; readonly into: Measured },
): void {
  const isAbility = kind === 'ability';
  const scale = isAbility ? at : Math.exp(at);
  let value = -((at - 1) ** 2) / 2;
  let slope = 1 - at;
  let bend = 1;
  let twist = 0;
  for (let n = 0; n < terms.size; n++) {
    const factor = terms.factor[n] ?? 0;
    const right = terms.right[n] ?? 0;
    const strength = scale * factor;
    const small = Math.exp(-Math.abs(strength));
    const sigmoid = strength >= 0 ? 1 / (1 + small) : small / (1 + small);
    // p ln σ(s) + (1 − p) ln σ(−s) = p s − ln(1 + eˢ)
    value += right * strength - (Math.max(0, strength) + Math.log1p(small));
    const rate = isAbility ? factor : strength;
    slope += (right - sigmoid) * rate;
    bend += sigmoid * (1 - sigmoid) * rate * rate;
    if (!isAbility) twist += (right - sigmoid) * rate;
  }
  into.value = value;
  into.slope = slope;
  into.curvature = bend - twist > 0.5 ? bend - twist : bend;
}

/** Labels grouped by annotator. */
export interface AnnotatorPlaces {
  readonly starts: Int32Array;
  readonly item: Int32Array;
  readonly label: Int32Array;
  /** The most labels that one annotator or one item has. */
  readonly most: number;
}

/**
 * **Labels grouped by annotator**: for each, the items and what was said of them.
 *
 * What for: estimates for one annotator after the other, such as those of {@link climbGlad}.
 *
 * When it misleads: never; it is the same labels in another order.
 *
 * Units: items and classes from 0.
 *
 * @example
 * byAnnotator(groupLabels({ item: [0, 0, 1], annotator: [1, 0, 1], label: [2, 1, 0] })).item; // Int32Array [0, 0, 1]
 */
export function byAnnotator(labels: GroupedLabels): AnnotatorPlaces {
  const starts = new Int32Array(labels.annotators + 1);
  for (const annotator of labels.annotator) starts[annotator + 1] = (starts[annotator + 1] ?? 0) + 1;
  let most = 0;
  for (let annotator = 0; annotator < labels.annotators; annotator++) {
    most = Math.max(most, starts[annotator + 1] ?? 0);
    starts[annotator + 1] = (starts[annotator + 1] ?? 0) + (starts[annotator] ?? 0);
  }
  const next = starts.slice(0, labels.annotators);
  const item = new Int32Array(labels.annotator.length);
  const label = new Int32Array(labels.annotator.length);
  for (let at = 0; at < labels.items; at++) {
    const to = labels.starts[at + 1] ?? 0;
    most = Math.max(most, to - (labels.starts[at] ?? 0));
    for (let place = labels.starts[at] ?? 0; place < to; place++) {
      const annotator = labels.annotator[place] ?? 0;
      const into = next[annotator] ?? 0;
      next[annotator] = into + 1;
      item[into] = at;
      label[into] = labels.label[place] ?? 0;
    }
  }
  return { starts, item, label, most };
}
