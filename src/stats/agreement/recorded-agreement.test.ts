import { describe, expect, it } from 'vitest';
import {
  type CompareNumber,
  describeRecorded,
  type RecordedStatistic,
} from '#test/support/recorded-statistics.ts';
import { brennanPrediger } from './brennan-prediger.ts';
import { categoryWeights, type WeightKind } from './category-weights.ts';
import { type Coefficient, coefficientInterval } from './coefficient.ts';
import { cohenKappa } from './cohen-kappa.ts';
import { completeTable } from './complete-table.ts';
import { congerKappa } from './conger-kappa.ts';
import { pearson, spearman } from './correlation.ts';
import { fleissCategories } from './fleiss-categories.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import { gwetAc } from './gwet-ac.ts';
import { type IccForm, intraclassCorrelation } from './intraclass-correlation.ts';
import { kendallTau } from './kendall-tau.ts';
import { kendallW } from './kendall-w.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';
import type { AlphaMetric } from './metric-sums.ts';
import { pairsOfRaters } from './pairs-of-raters.ts';
import { lightKappa } from './pairwise-kappas.ts';
import { leaveOneOut } from './part-of-ratings.ts';
import { type Ratings, ratingsOfTable } from './ratings.ts';
import type { WeightedRatings } from './unit-agreement.ts';
import { weightedAgreement } from './weighted-agreement.ts';
import { weightedAlpha } from './weighted-alpha.ts';

type Table = (number | null)[][];
type Numbers = Readonly<Record<string, number>>;

const words: Readonly<Record<string, WeightKind>> = { unweighted: 'none', identity: 'none' };

function spread(table: readonly (readonly number[])[]): Table {
  return table.flatMap((row, first) =>
    row.flatMap((count, second) => Array.from({ length: count }, () => [first, second])),
  );
}

function read({ input }: RecordedStatistic): WeightedRatings {
  const table = input.table as number[][] | undefined;
  const rows = table === undefined ? (input.ratings as Table) : spread(table);
  const places = table === undefined ? undefined : [...table.keys()];
  const ratings = ratingsOfTable(rows, (input.categories as number[] | undefined) ?? places);
  const kind = (input.weights ?? 'none') as string;
  return { ratings, weights: categoryWeights(words[kind] ?? (kind as WeightKind), ratings.categories) };
}

const none = (ratings: Ratings) => ({ ratings, weights: categoryWeights('none', ratings.categories) });

/** Programs for tables of two raters divide the variance by n, all others by n − 1. */
function check(measure: (given: WeightedRatings) => Coefficient, given: WeightedRatings) {
  return ({ expected, metric }: RecordedStatistic, same: CompareNumber) => {
    const found = measure(given);
    if (found.value === null) throw new Error(`There must be a value, not ${found.reason}.`);
    same(found.value, expected.value ?? expected.kappa);
    if (!('se' in expected)) return;
    const isTable = metric === 'scott_pi' || metric.endsWith('_2rater');
    const units = metric.startsWith('krippendorff') ? found.pairableUnits : found.units;
    const standardError = (found.standardError ?? 0) * (isTable ? Math.sqrt((units - 1) / units) : 1);
    same(standardError, expected.se);
    const interval = coefficientInterval({ value: found.value, standardError, units });
    const [lower, upper] = (expected.ci95 ?? expected.ci95_t) as number[];
    same(interval.lower, lower);
    same(interval.upper, upper);
    if (isTable) return;
    same(found.observed, expected.pa);
    same(found.expected, expected.pe);
    same(interval.pValue, expected.p_value);
  };
}

const coefficientCheck =
  (measure: (given: WeightedRatings) => Coefficient) => (recorded: RecordedStatistic, same: CompareNumber) =>
    check(measure, read(recorded))(recorded, same);

/** In irrCAC's own table the only rating of the last unit is by the third rater, which Conger's kappa depends on. */
function asInIrrCac(given: WeightedRatings): WeightedRatings {
  const { ratings } = given;
  return { ...given, ratings: { ...ratings, raters: ratings.raters.with(ratings.raters.length - 1, 2) } };
}

function cohenCheck({ input, expected }: RecordedStatistic, same: CompareNumber): void {
  const categories = (input.categories ?? [...(input.table as number[][]).keys()]) as number[];
  const size = categories.length;
  const counts = new Float64Array(size * size);
  const places = (column: unknown) => (column as number[]).map((value) => categories.indexOf(value));
  if (input.table !== undefined) counts.set((input.table as number[][]).flat());
  else
    places(input.a).forEach((row, unit) => {
      const cell = row * size + (places(input.b)[unit] ?? 0);
      counts[cell] = (counts[cell] ?? 0) + 1;
    });
  const kind = words[input.weights as string] ?? (input.weights as WeightKind);
  const found = cohenKappa({ counts, weights: categoryWeights(kind, categories) });
  if (found.value === null) throw new Error(`There must be a value, not ${found.reason}.`);
  const named = {
    value: found.value,
    kappa: found.value,
    se: found.standardError,
    std_kappa: found.standardError,
    std_kappa0: found.nullStandardError,
    z: found.z,
    z_null: found.z,
    p: found.pValue,
    p_two_sided: found.pValue,
  };
  for (const [name, value] of Object.entries(named)) if (name in expected) same(value, expected[name]);
  if (expected.kappa_max) same(found.largest, expected.kappa_max);
  if ('ci95_normal' in expected) {
    const [lower, upper] = expected.ci95_normal as number[];
    same(found.lower, lower);
    same(found.upper, upper);
  }
  if ('ci95_t' in expected) {
    const units = counts.reduce((sum, count) => sum + count, 0);
    const interval = coefficientInterval({ value: found.value, standardError: found.standardError, units });
    const [lower, upper] = expected.ci95_t as number[];
    same(interval.lower, lower);
    same(interval.upper, upper);
  }
}

function unitsOf({ starts, codes, categories }: Ratings) {
  return { starts, values: Float64Array.from(codes, (code) => categories[code] ?? 0) };
}

describeRecorded({
  gwet_ac: coefficientCheck(gwetAc),
  fleiss_kappa_generalized: coefficientCheck(fleissKappa),
  brennan_prediger: coefficientCheck(brennanPrediger),
  percent_agreement: coefficientCheck(weightedAgreement),
  krippendorff_alpha_weighted_irrCAC: coefficientCheck(weightedAlpha),
  scott_pi: coefficientCheck(fleissKappa),
  gwet_ac_2rater: coefficientCheck(gwetAc),
  brennan_prediger_2rater: coefficientCheck(brennanPrediger),
  percent_agreement_2rater: coefficientCheck(weightedAgreement),
  krippendorff_alpha_2rater: coefficientCheck(weightedAlpha),
  conger_kappa: (recorded, same) => {
    const given = read(recorded);
    check(congerKappa, recorded.name.includes('raw4raters') ? asInIrrCac(given) : given)(recorded, same);
  },
  cohen_kappa: cohenCheck,
  cohen_kappa_inference: cohenCheck,
  light_kappa: (recorded, same) => same(lightKappa(read(recorded)).value, recorded.expected.kappa),
  fleiss_kappa: ({ input, expected }, same) => {
    const counts = input.counts as number[][];
    const rows = counts.map((row) => row.flatMap((count, code) => new Array<number>(count).fill(code)));
    const ratings = ratingsOfTable(rows, [...(counts[0] ?? []).keys()]);
    same(fleissKappa(none(ratings)).value, expected.kappa);
    if ('randolph_free_marginal' in expected)
      same(brennanPrediger(none(ratings)).value, expected.randolph_free_marginal);
    if (!('per_category' in expected)) return;
    const found = fleissCategories(ratings);
    if (found.kappas === null) throw new Error(`There must be kappas, not ${found.reason}.`);
    same(found.nullStandardError, expected.se_null);
    found.kappas.forEach((kappa, code) => {
      same(kappa, (expected.per_category as number[])[code]);
      same(found.prevalence[code], (expected.p_j as number[])[code]);
    });
  },
  nltk_agreement: (recorded, same) => {
    const given = read(recorded);
    const { expected } = recorded;
    same(weightedAgreement(given).value, expected.avg_Ao);
    same(brennanPrediger(given).value, expected.S);
    same(fleissKappa(given).value, expected.pi);
    same(lightKappa(given).value, expected.kappa);
    same(congerKappa(given).value, expected.multi_kappa);
    same(weightedAlpha(given).value, expected.alpha);
  },
  krippendorff_alpha_loo: (recorded, same) => {
    for (const metric of ['nominal', 'ordinal', 'interval', 'ratio'] as const) {
      const alphas = leaveOneOut(read(recorded).ratings, (rest) =>
        krippendorffAlpha({ units: unitsOf(rest), metric }),
      );
      alphas.forEach(({ value }, rater) => {
        same(value, (recorded.expected[`without_rater_${rater}`] as Numbers)[metric]);
      });
    }
  },
  krippendorff_alpha_pairwise: (recorded, same) => {
    const { ratings } = read(recorded);
    for (const { first, second, firstCodes, secondCodes } of pairsOfRaters(ratings)) {
      const value = (code: number | undefined) => ratings.categories[code ?? 0] ?? 0;
      const units = Array.from(firstCodes, (code, unit) => [value(code), value(secondCodes[unit])]);
      const wanted = recorded.expected[`${first}-${second}`] as Numbers;
      for (const [metric, alpha] of Object.entries(wanted))
        same(krippendorffAlpha({ units, metric: metric as AlphaMetric }).value, alpha);
    }
  },
  rank_correlation: ({ input, expected }, same) => {
    const [x, y] = [input.x as number[], input.y as number[]];
    const tau = kendallTau(x, y);
    const [byRank, byValue] = [spearman(x, y), pearson(x, y)];
    if (tau.value === null || byRank.value === null || byValue.value === null)
      throw new Error('There must be values.');
    const named = {
      tau_b: tau.value,
      tau_b_p: tau.pValue,
      tau_b_p_asymptotic: tau.asymptoticPValue,
      tau_c: tau.tauC,
      goodman_kruskal_gamma: tau.gamma,
      somers_d_y_given_x: tau.somersD,
      concordant: tau.concordant,
      discordant: tau.discordant,
      ties_x: tau.tiedFirst,
      ties_y: tau.tiedSecond,
      ties_xy: tau.tiedBoth,
      spearman: byRank.value,
      spearman_p: byRank.pValue,
      pearson: byValue.value,
      pearson_p: byValue.pValue,
    };
    for (const [name, value] of Object.entries(named)) same(value, expected[name]);
  },
  kendall_w: (recorded, same) => {
    const table = completeTable(read(recorded).ratings);
    if (table === null) throw new Error('The table must be complete.');
    const found = kendallW({ table, correctsTies: recorded.input.correct_ties === true });
    if (found.value === null) throw new Error(`There must be a value, not ${found.reason}.`);
    same(found.value, recorded.expected.W);
    same(found.chiSquare, recorded.expected.chi2);
    same(found.degrees, recorded.expected.df);
    same(found.pValue, recorded.expected.p);
  },
  mean_spearman: (recorded, same) => {
    const rhos = pairsOfRaters(read(recorded).ratings).map(
      ({ firstCodes, secondCodes }) => spearman(firstCodes, secondCodes).value ?? 0,
    );
    // That program averages on Fisher's scale.
    const mean = rhos.reduce((sum, rho) => sum + Math.atanh(rho), 0) / rhos.length;
    same(Math.tanh(mean), recorded.expected.rho);
  },
  icc: (recorded, same) => {
    const table = completeTable(read(recorded).ratings);
    if (table === null) throw new Error('The table must be complete.');
    for (const form of ['1,1', '2,1', '3,1', '1,k', '2,k', '3,k'] as const satisfies readonly IccForm[]) {
      const wanted = recorded.expected[`ICC(${form})`] as Numbers & { ci95: number[] };
      const found = intraclassCorrelation({ table, form });
      if (found.value === null) throw new Error(`There must be a value, not ${found.reason}.`);
      same(found.value, wanted.value);
      same(found.f, wanted.F);
      same(found.numeratorDegrees, wanted.df1);
      same(found.denominatorDegrees, wanted.df2);
      same(found.pValue, wanted.p);
      same(found.lower, wanted.ci95[0]);
      same(found.upper, wanted.ci95[1]);
    }
  },
});

/** Fleiss (1971), table 1: 30 patients, six psychiatrists, five diagnoses; the counts of each. */
const fleiss1971 =
  '00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031 00501 30012 51000 02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006';

/** Shrout and Fleiss (1979), table 2: six targets, four judges. */
const shroutFleiss = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

describe('Published examples of agreement', () => {
  const rows = fleiss1971
    .split(' ')
    .map((counts) => [...counts].flatMap((count, code) => new Array<number>(Number(count)).fill(code)));
  const ratings = ratingsOfTable(rows, [0, 1, 2, 3, 4]);

  it('kappa of Fleiss (1971) is 0.430, and .245 .245 .520 .471 .566 by category', () => {
    expect(fleissKappa(none(ratings)).value).toBeCloseTo(5437 / 12637, 12);
    const { kappas } = fleissCategories(ratings);
    expect(kappas?.map((kappa) => kappa?.toFixed(3))).toEqual(['0.245', '0.245', '0.520', '0.471', '0.566']);
  });

  it('exact kappa and the mean kappa of pairs of the same table are 0.442 and 0.459', () => {
    expect(congerKappa(none(ratings)).value?.toFixed(3)).toBe('0.442');
    expect(lightKappa(none(ratings)).value?.toFixed(3)).toBe('0.459');
  });

  it.each([
    ['1,1', '0.17'],
    ['2,1', '0.29'],
    ['3,1', '0.71'],
    ['1,k', '0.44'],
    ['2,k', '0.62'],
    ['3,k', '0.91'],
  ] as const)('ICC(%s) of Shrout and Fleiss (1979) is %s', (form, printed) => {
    const table = completeTable(ratingsOfTable(shroutFleiss));
    if (table === null) throw new Error('The table must be complete.');
    expect(intraclassCorrelation({ table, form }).value?.toFixed(2)).toBe(printed);
  });

  it('kappa of Fleiss, Levin and Paik (2003), table 18.1, is 0.68 with standard errors 0.087 and 0.076', () => {
    const counts = [75, 1, 4, 5, 4, 1, 0, 0, 10];
    const found = cohenKappa({ counts, weights: categoryWeights('none', [1, 2, 3]) });
    expect(found.value).toBeCloseTo(23 / 34, 12);
    expect(found).toMatchObject({ units: 100 });
    expect('standardError' in found && found.standardError).toBeCloseTo(0.0877, 4);
    expect('nullStandardError' in found && found.nullStandardError).toBeCloseTo(0.0762, 4);
  });
});
