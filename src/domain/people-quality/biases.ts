import { normalQuantile } from '#stats/intervals/normal-quantile.ts';
import { quantile } from '#stats/intervals/quantile.ts';
import { type LogisticFit, logisticRegression } from '#stats/linear/logistic-regression.ts';
import { type Figure, known, missing, shareOf } from './figure.ts';
import { type ChoiceColumns, lookNames } from './people-votes.ts';
import type { PersonChoice } from './split-by-person.ts';

export const biasKinds = ['first_shown', ...lookNames, 'model', 'later'] as const;
export type BiasKind = (typeof biasKinds)[number];

/** One thing that may sway a choice between two responses. */
export interface Bias {
  readonly kind: BiasKind;
  /** The model's name; empty for everything else. */
  readonly name: string;
  /** How often what the bias is about was chosen where the two differ in it: what anybody can count. */
  readonly share: Figure;
  /**
   * What it adds to the log-odds of being chosen, everything else held equal. Of length for each doubling; of `later`
   * how much more the first shown is chosen at each doubling of the place in the session.
   */
  readonly logOdds: Figure;
}

/** Fewer decided choices than this do not bear so many coefficients. */
export const leastChoices = 20;
const mostModels = 6;
/** Drawn to 0 as if the first shown were seldom beyond ±4 and everything else beyond ±2. */
const ridge = { firstShown: 0.25, other: 1 };

/** The models that are looked at: those of most choices in the whole project, so that everybody is asked the same. */
export function commonModels({ firstModels, secondModels }: ChoiceColumns): number[] {
  const counts = new Map<number, number>();
  firstModels.forEach((first, row) => {
    const second = secondModels[row] ?? -1;
    // A model against itself says nothing about it.
    if (first < 0 || second < 0 || first === second) return;
    for (const model of [first, second]) counts.set(model, (counts.get(model) ?? 0) + 1);
  });
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return sorted.slice(0, mostModels).map(([model]) => model);
}

export interface BiasInput {
  readonly choices: ChoiceColumns;
  readonly own: readonly PersonChoice[];
  readonly hasChoices: boolean;
  readonly models: readonly number[];
  readonly modelNames: readonly string[];
}

/** What sways one person, or everybody where all choices are given. */
export function biasesOf(input: BiasInput): Bias[] {
  const { choices, own, models, modelNames, hasChoices } = input;
  const names = [...biasKinds.filter((kind) => kind !== 'model'), ...models.map(() => 'model' as const)];
  const kinds = names.map((kind, place) => ({
    kind,
    name: kind === 'model' ? (modelNames[models[place - (biasKinds.length - 1)] ?? -1] ?? '') : '',
  }));
  if (!hasChoices) return withoutFigures(kinds, missing('no_choices'));
  const decided = own.filter(({ row }) => choices.signs[row] !== 0);
  if (own.length > 0 && decided.length === 0) return withoutFigures(kinds, missing('all_ties', own.length));
  const features = featuresOf({ ...input, own: decided });
  const size = kinds.length;
  const outcomes = decided.map(({ row }) => (choices.signs[row] === 1 ? 1 : 0));
  const shares = kinds.map(({ kind }, f) => countChosen({ kind, f, size, features, outcomes }));
  const logOdds = fitAll({ features, size, outcomes, clusters: decided.map(({ item }) => item) });
  return kinds.map((kind, f) => ({
    ...kind,
    share: shares[f] ?? missing('too_few'),
    logOdds: logOdds[f] ?? missing('too_few'),
  }));
}

function withoutFigures(kinds: readonly { kind: BiasKind; name: string }[], gap: Figure): Bias[] {
  return kinds.map((kind) => ({ ...kind, share: gap, logOdds: gap }));
}

/** In the order of the kinds without models, then the models. */
function featuresOf({ choices, own, models }: BiasInput): Float64Array {
  const logs = own.map(({ position }) => Math.log2(1 + position));
  const middle = logs.reduce((sum, log) => sum + log, 0) / Math.max(1, logs.length);
  return Float64Array.from(
    own.flatMap(({ row }, place) => [
      1,
      ...lookNames.map((_, look) => choices.looks[row * lookNames.length + look] ?? 0),
      (logs[place] ?? 0) - middle,
      ...models.map(
        (model) => Number(choices.firstModels[row] === model) - Number(choices.secondModels[row] === model),
      ),
    ]),
  );
}

interface Counted {
  readonly kind: BiasKind;
  readonly f: number;
  readonly size: number;
  readonly features: Float64Array;
  readonly outcomes: readonly number[];
}

/** How often the response that has it was chosen, among choices where just one has it. */
function countChosen({ kind, f, size, features, outcomes }: Counted): Figure {
  let [chosen, counted] = [0, 0];
  outcomes.forEach((outcome, row) => {
    const value = features[row * size + f] ?? 0;
    if (value === 0) return;
    counted += 1;
    if (value > 0 === (outcome === 1)) chosen += 1;
  });
  // Of the place in the session there is no share: its coefficient says it all.
  if (kind === 'later') return missing('too_few');
  return counted === 0 ? missing('no_variation', 0) : shareOf(chosen, counted);
}

interface Fit {
  readonly features: Float64Array;
  readonly size: number;
  readonly outcomes: readonly number[];
  readonly clusters: readonly number[];
}

/**
 * Everything but the models is estimated with all models held equal; each model against all others together, since the
 * strengths of all of them are known only up to what they have in common.
 */
function fitAll(fit: Fit): Figure[] {
  const { size, outcomes } = fit;
  const n = outcomes.length;
  const places = Array.from({ length: size }, (_, f) => f);
  if (n < leastChoices) return places.map(() => missing('too_few', n, leastChoices));
  const plain = places.slice(0, biasKinds.length - 1);
  const whole = fitColumns(fit, places);
  return places.map((f) =>
    f < plain.length
      ? figureAt(fit, f, whole, f)
      : figureAt(fit, f, fitColumns(fit, [...plain, f]), plain.length),
  );
}

function fitColumns(
  { features, size, outcomes, clusters }: Fit,
  columns: readonly number[],
): LogisticFit | null {
  const chosen = Float64Array.from({ length: outcomes.length * columns.length }, (_, place) => {
    const row = Math.floor(place / columns.length);
    return features[row * size + (columns[place % columns.length] ?? 0)] ?? 0;
  });
  return logisticRegression({
    features: chosen,
    featureCount: columns.length,
    outcomes,
    clusters,
    ridge: columns.map((f) => (f === 0 ? ridge.firstShown : ridge.other)),
  });
}

function figureAt(
  { features, size, outcomes }: Fit,
  f: number,
  fitted: LogisticFit | null,
  place: number,
): Figure {
  const count = outcomes.filter((_, row) => features[row * size + f] !== 0).length;
  if (count === 0 || fitted === null) return missing('no_variation', count);
  if (count < leastChoices) return missing('too_few', count, leastChoices);
  const value = fitted.coefficients[place] ?? 0;
  const reach = normalQuantile(0.975) * (fitted.standardErrors[place] ?? 0);
  return known(value, value - reach, value + reach, count);
}

/** A bias that chance would hardly give anybody, with what it is held against. */
export interface NotableBias extends Bias {
  /** The median log-odds of the others; of the first shown and of its drift within the session it is 0: nobody should lean. */
  readonly usual: number;
}

/** A median is less sure than a mean by about this factor. */
const medianFactor = 1.2533;

/**
 * Biases so far from what they should be that among all people and kinds looked at, chance would give one only once in
 * twenty reports (Bonferroni). Length, formatting and models may be better for good reasons, so they are held against
 * the others.
 */
export function findNotable(own: readonly Bias[], others: readonly (readonly Bias[])[]): NotableBias[] {
  const z = normalQuantile(1 - 0.025 / Math.max(1, (others.length + 1) * own.length));
  return own.flatMap((bias) => {
    const { value } = bias.logOdds;
    const usual = bias.kind === 'first_shown' || bias.kind === 'later' ? noLeaning : usualOf(bias, others);
    if (usual === null || value === null) return [];
    const error = Math.hypot(errorOf(bias.logOdds), usual.error);
    return Math.abs(value - usual.value) > z * error ? [{ ...bias, usual: usual.value }] : [];
  });
}

const noLeaning = { value: 0, error: 0 };

function usualOf({ kind, name }: Bias, others: readonly (readonly Bias[])[]) {
  const figures = others.flatMap(
    (biases) => biases.find((bias) => bias.kind === kind && bias.name === name)?.logOdds ?? [],
  );
  const there = figures.filter(({ value }) => value !== null);
  const value = quantile(
    there.map((figure) => figure.value ?? 0),
    0.5,
  );
  if (value === null) return null;
  const variance = there.reduce((sum, figure) => sum + errorOf(figure) ** 2, 0) / there.length;
  return { value, error: medianFactor * Math.sqrt(variance / there.length) };
}

const errorOf = ({ low, high }: Figure) => ((high ?? 0) - (low ?? 0)) / 2 / normalQuantile(0.975);
