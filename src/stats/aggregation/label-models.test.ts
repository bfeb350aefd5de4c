import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anaesthetistRows } from '#test/support/anaesthetists.ts';
import { dawidSkene } from './dawid-skene.ts';
import { errorRates } from './error-rates.ts';
import { glad } from './glad.ts';
import { expectGlad } from './glad-expectation.ts';
import { gladObjective } from './glad-objective.ts';
import { goldMajorityVote } from './gold-majority-vote.ts';
import { groupLabels, type LabelColumns } from './group-labels.ts';
import { mace } from './mace.ts';
import { majorityVote } from './majority-vote.ts';
import { oneCoinDawidSkene } from './one-coin-dawid-skene.ts';
import { tiedLabels } from './top-labels.ts';
import { wawa } from './wawa.ts';
import { zeroBasedSkill } from './zero-based-skill.ts';

type Row = readonly [item: number, annotator: number, label: number];

function group(rows: readonly Row[], sizes: Pick<LabelColumns, 'items' | 'annotators' | 'classes'> = {}) {
  const column = (place: 0 | 1 | 2) => rows.map((row) => row[place]);
  return groupLabels({ item: column(0), annotator: column(1), label: column(2), ...sizes });
}

const estimators = {
  'majority vote': majorityVote,
  Wawa: wawa,
  'zero-based skill': zeroBasedSkill,
  'Dawid-Skene': dawidSkene,
  'one-coin Dawid-Skene': oneCoinDawidSkene,
  MACE: mace,
  GLAD: glad,
};
type Name = keyof typeof estimators;
const names = Object.keys(estimators) as Name[];

function estimate(name: Name, rows: readonly Row[], sizes = {}) {
  return estimators[name]({ labels: group(rows, sizes), iterations: 8 });
}

const sizes = { items: 5, annotators: 4, classes: 3 };
/** Few items, repeats and gaps included. */
const someRows: fc.Arbitrary<Row[]> = fc.array(
  fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 3 }), fc.nat({ max: 2 })),
  { minLength: 1, maxLength: 24 },
);

/** Every way to give each of so many things one of so many values. */
function combinations(things: number, values: number): number[][] {
  if (things === 0) return [[]];
  return combinations(things - 1, values).flatMap((rest) =>
    Array.from({ length: values }, (_, value) => [...rest, value]),
  );
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/** Posteriors and log-likelihood from the joint probability of the labels with every possible truth. */
function byEnumeration(
  { items, classes }: { items: number; classes: number },
  joint: (truth: readonly number[]) => number,
) {
  const truths = combinations(items, classes).map((truth) => ({ truth, weight: joint(truth) }));
  const total = sum(truths.map(({ weight }) => weight));
  const posteriors = Array.from({ length: items * classes }, (_, cell) => {
    const [item, label] = [Math.floor(cell / classes), cell % classes];
    return sum(truths.filter(({ truth }) => truth[item] === label).map(({ weight }) => weight)) / total;
  });
  return { posteriors, logLikelihood: Math.log(total) };
}

function expectClose(actual: ArrayLike<number>, wanted: ArrayLike<number>, digits = 9): void {
  expect(actual.length).toBe(wanted.length);
  Array.from(wanted).forEach((value, index) => {
    expect(actual[index]).toBeCloseTo(value, digits);
  });
}

const fewRows: Row[] = [
  [0, 0, 0],
  [0, 1, 0],
  [0, 2, 1],
  [1, 0, 2],
  [1, 1, 2],
  [1, 2, 2],
  [2, 0, 1],
  [2, 2, 1],
  [2, 2, 0],
  [3, 1, 1],
];

describe('Published values', () => {
  const labels = group(anaesthetistRows);

  it('Dawid and Skene (1979): classes have shares .40 .42 .11 .07, and the log-likelihood is -192.890881', () => {
    const fit = dawidSkene({ labels, iterations: 200 });
    expect(Array.from(fit.priors, (prior) => prior.toFixed(2))).toEqual(['0.40', '0.42', '0.11', '0.07']);
    expect(fit.logLikelihood).toBeCloseTo(-192.890881, 5);
  });

  it('Dawid and Skene (1979): the first anaesthetist is right .89 .88 .66 .44 of the time', () => {
    const { counts } = dawidSkene({ labels, iterations: 200 });
    const rates = errorRates({ labels, counts }, 0);
    expect(rates.map((row, truth) => row?.[truth]?.toFixed(2))).toEqual(['0.89', '0.88', '0.66', '0.44']);
  });

  it('stops by itself where the log-likelihood no longer rises', () => {
    const fit = dawidSkene({ labels, iterations: 500, tolerance: 1e-12 });
    expect(fit.converged).toBe(true);
    expect(fit.iterations).toBeLessThan(500);
    expect(fit.logLikelihood).toBeCloseTo(-192.890881, 5);
  });
});

describe('By enumeration of every possible truth', () => {
  const labels = group(fewRows);
  const indices = { items: labels.items, classes: labels.classes };

  it.each([['Dawid-Skene', dawidSkene] as const, ['one-coin Dawid-Skene', oneCoinDawidSkene] as const])(
    '%s has the same log-likelihood, and the next posteriors',
    (_, fitter) => {
      const fit = fitter({ labels, iterations: 2 });
      const next = fitter({ labels, iterations: 3 });
      const skills = fit.reliability.map(({ value }) => value ?? 0);
      const rates = [0, 1, 2].map((annotator) => errorRates({ labels, counts: fit.counts }, annotator));
      const chance = (annotator: number, truth: number, label: number) =>
        fitter === dawidSkene
          ? (rates[annotator]?.[truth]?.[label] ?? 0)
          : label === truth
            ? (skills[annotator] ?? 0)
            : (1 - (skills[annotator] ?? 0)) / 2;
      const wanted = byEnumeration(indices, (truth) =>
        [
          ...truth.map((label) => fit.priors[label] ?? 0),
          ...fewRows.map(([item, annotator, label]) => chance(annotator, truth[item] ?? 0, label)),
        ].reduce((product, factor) => product * factor, 1),
      );
      expect(fit.logLikelihood).toBeCloseTo(wanted.logLikelihood, 9);
      expectClose(next.posteriors, wanted.posteriors);
    },
  );

  it('MACE has the same posteriors, also over every way of looking or not', () => {
    const { strategies, posteriors, logLikelihood } = mace({ labels, iterations: 2, method: 'em' });
    const { looking, habits } = strategies;
    const ways = combinations(fewRows.length, 2);
    const wanted = byEnumeration(indices, (truth) =>
      sum(
        ways.map((way) =>
          fewRows.reduce(
            (product, [item, annotator, label], row) => {
              const looked = way[row] ?? 0;
              const share = looking[annotator * 2 + looked] ?? 0;
              const says =
                looked === 1 ? Number(truth[item] === label) : (habits[annotator * 3 + label] ?? 0);
              return product * share * says;
            },
            (1 / 3) ** labels.items,
          ),
        ),
      ),
    );
    expect(logLikelihood).toBeCloseTo(wanted.logLikelihood, 9);
    expectClose(posteriors, wanted.posteriors);
  });

  it('GLAD has the same posteriors, and slopes that finite differences confirm', () => {
    const parameters = {
      ability: Float64Array.of(1.2, 0.3, -0.4),
      logClarity: Float64Array.of(0.5, -0.2, 0.1, 1.1),
    };
    const posteriors = new Float64Array(12);
    const logLikelihood = expectGlad({ labels, parameters }, posteriors);
    const chance = (item: number, annotator: number) =>
      1 / (1 + Math.exp(-(parameters.ability[annotator] ?? 0) * Math.exp(parameters.logClarity[item] ?? 0)));
    const wanted = byEnumeration(indices, (truth) =>
      fewRows.reduce(
        (product, [item, annotator, label]) => {
          const right = chance(item, annotator);
          return product * (truth[item] === label ? right : (1 - right) / 2);
        },
        (1 / 3) ** labels.items,
      ),
    );
    expect(logLikelihood).toBeCloseTo(wanted.logLikelihood, 9);
    expectClose(posteriors, wanted.posteriors);

    const objective = gladObjective({ labels, parameters, posteriors });
    for (const [values, slopes] of [
      [parameters.ability, objective.abilitySlope],
      [parameters.logClarity, objective.claritySlope],
    ] as const) {
      const measured = Array.from(values, (value, at) => {
        const valueAt = (moved: number) => {
          values[at] = moved;
          return gladObjective({ labels, parameters, posteriors }).value;
        };
        const slope = (valueAt(value + 1e-5) - valueAt(value - 1e-5)) / 2e-5;
        values[at] = value;
        return slope;
      });
      expectClose(slopes, measured, 7);
    }
  });

  it('GLAD stands at a top once it has converged', () => {
    const { parameters, posteriors } = glad({ labels, iterations: 2000, tolerance: 0 });
    const { abilitySlope, claritySlope } = gladObjective({ labels, parameters, posteriors });
    for (const slope of [...abilitySlope, ...claritySlope]) expect(Math.abs(slope)).toBeLessThan(1e-4);
  });
});

describe('For any labels', () => {
  it.each<[string, (rows: Row[]) => readonly number[]]>([
    ['Dawid-Skene', (rows) => dawidSkene({ labels: group(rows, sizes), iterations: 15 }).history],
    [
      'one-coin Dawid-Skene',
      (rows) => oneCoinDawidSkene({ labels: group(rows, sizes), iterations: 15 }).history,
    ],
    [
      'MACE without smoothing',
      (rows) => mace({ labels: group(rows, sizes), iterations: 15, method: 'em', smoothing: 0 }).history,
    ],
    ['GLAD', (rows) => glad({ labels: group(rows, sizes), iterations: 15 }).history],
  ])('%s never lowers the likelihood', (_, historyOf) => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const history = historyOf(rows);
        history.forEach((value, index) => {
          expect(value).toBeGreaterThanOrEqual((history[index - 1] ?? -Infinity) - 1e-9);
        });
      }),
      { numRuns: 60 },
    );
  });

  it.each(names)(
    '%s gives probabilities that sum to 1, or none without labels, and reliabilities from 0 to 1',
    (name) => {
      fc.assert(
        fc.property(someRows, (rows) => {
          const { posteriors, reliability } = estimate(name, rows, sizes);
          for (let item = 0; item < sizes.items; item++) {
            const total = sum([...posteriors.subarray(item * 3, item * 3 + 3)]);
            if (!rows.some((row) => row[0] === item)) expect(total).toBe(0);
            else if (total !== 0) expect(total).toBeCloseTo(1, 9);
          }
          for (const { value, lower, upper, labels } of reliability) {
            if (value === null) expect(labels).toBe(0);
            else expect(0 <= lower && lower <= value && value <= upper && upper <= 1).toBe(true);
          }
        }),
        { numRuns: 40 },
      );
    },
  );

  it.each(names)('%s does not depend on the order of the rows', (name) => {
    fc.assert(
      fc.property(
        someRows.chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
        ),
        ([rows, shuffled]) => {
          const first = estimate(name, rows, sizes);
          const second = estimate(name, shuffled, sizes);
          expectClose(second.posteriors, first.posteriors, 6);
          expectClose(
            second.reliability.map(({ value }) => value ?? -1),
            first.reliability.map(({ value }) => value ?? -1),
            6,
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each(names)('%s does not depend on what items, annotators and classes are called', (name) => {
    const order = (count: number) =>
      fc.shuffledSubarray(
        Array.from({ length: count }, (_, index) => index),
        { minLength: count },
      );
    fc.assert(
      fc.property(someRows, order(5), order(4), order(3), (rows, items, annotators, classes) => {
        const renamed = rows.map(
          ([item, annotator, label]) =>
            [items[item] ?? 0, annotators[annotator] ?? 0, classes[label] ?? 0] as const,
        );
        const first = estimate(name, rows, sizes);
        const second = estimate(name, renamed, sizes);
        const back = Array.from(
          { length: 15 },
          (_, cell) =>
            second.posteriors[(items[Math.floor(cell / 3)] ?? 0) * 3 + (classes[cell % 3] ?? 0)] ?? -1,
        );
        expectClose(back, first.posteriors, 6);
        expectClose(
          annotators.map((annotator) => second.reliability[annotator]?.value ?? -1),
          first.reliability.map(({ value }) => value ?? -1),
          6,
        );
      }),
      { numRuns: 40 },
    );
  });
});

describe('Ties, gaps and extremes', () => {
  it.each(names)('%s tells a tie of two as a tie', (name) => {
    const { posteriors, tied } = estimate(name, [
      [0, 0, 0],
      [0, 1, 1],
    ]);
    expect([...tied]).toEqual([1]);
    expect(tiedLabels(posteriors, { classes: 2, item: 0 })).toEqual([0, 1]);
  });

  it.each(names)('%s answers nothing with nothing', (name) => {
    const { posteriors, labels, reliability } = estimate(name, []);
    expect([posteriors.length, labels.length, reliability.length]).toEqual([0, 0, 0]);
  });

  it.each(names)(
    '%s has no label for an item without labels, and says why an annotator has no reliability',
    (name) => {
      const { labels, posteriors, reliability } = estimate(name, [[1, 1, 1]], {
        items: 2,
        annotators: 2,
        classes: 2,
      });
      expect(labels[0]).toBe(-1);
      expect([...posteriors.subarray(0, 2)]).toEqual([0, 0]);
      expect(reliability[0]).toMatchObject({ value: null, reason: 'no_labels' });
    },
  );

  it.each(names)('%s stays finite with thousands of labels on one item', (name) => {
    const many = Array.from({ length: 6000 }, (_, row): Row => [0, row % 40, row % 7 === 0 ? 0 : 1]);
    const clear = Array.from(
      { length: 800 },
      (_, row): Row => [1 + Math.floor(row / 40), row % 40, row < 400 ? 0 : 1],
    );
    const { posteriors, labels } = estimate(name, [...many, ...clear]);
    expect([...posteriors].every(Number.isFinite)).toBe(true);
    expect([labels[0], labels[1], labels[20]]).toEqual([1, 0, 1]);
  });

  it.each(names)('%s takes a single class and a hundred classes', (name) => {
    expect([...estimate(name, [[0, 0, 0]]).posteriors]).toEqual([1]);
    const rows = Array.from(
      { length: 300 },
      (_, row): Row => [Math.floor(row / 3), row % 3, Math.floor(row / 3)],
    );
    expect([...estimate(name, rows).labels]).toEqual(Array.from({ length: 100 }, (_, label) => label));
  });

  it('a single annotator is repeated, and flagged', () => {
    const rows: Row[] = [
      [0, 0, 0],
      [1, 0, 1],
    ];
    const fit = dawidSkene({ labels: group(rows) });
    expect([...fit.posteriors]).toEqual([1, 0, 0, 1]);
    expect(fit.warnings).toEqual(['single_annotator', 'no_overlap']);
  });

  it('classes that gold items turn round are flagged', () => {
    const rows = [0, 1, 2, 3].flatMap((item): Row[] => [
      [item, 0, item % 2],
      [item, 1, item % 2],
    ]);
    const gold = new Map([0, 1, 2, 3].map((item) => [item, 1 - (item % 2)]));
    expect(dawidSkene({ labels: group(rows), gold }).warnings).toEqual(['classes_may_be_switched']);
    expect(dawidSkene({ labels: group(rows) }).warnings).toEqual([]);
    // A class that leads nowhere cannot have changed places.
    const outvoted: Row[] = [
      [0, 0, 0],
      [0, 1, 1],
      [0, 2, 1],
    ];
    expect(dawidSkene({ labels: group(outvoted) }).warnings).toEqual([]);
  });

  it('an annotator who never met a class has no error rates for it', () => {
    const labels = group([
      [0, 0, 0],
      [1, 1, 1],
      [1, 1, 1],
    ]);
    const { counts } = dawidSkene({ labels });
    expect(errorRates({ labels, counts }, 0)).toEqual([[1, 0], null]);
  });

  it('known items keep their class, and teach who is right', () => {
    const rows = [0, 1, 2, 3, 4].flatMap((item): Row[] => [
      [item, 0, 0],
      [item, 1, 1],
    ]);
    const gold = new Map([
      [0, 1],
      [1, 1],
      [2, 1],
    ]);
    for (const fitter of [dawidSkene, oneCoinDawidSkene, mace, glad]) {
      const { labels, posteriors } = fitter({ labels: group(rows), gold, iterations: 30 });
      expect([...labels]).toEqual([1, 1, 1, 1, 1]);
      expect([...posteriors.subarray(0, 2)]).toEqual([0, 1]);
    }
    expect([...goldMajorityVote({ labels: group(rows), gold }).labels]).toEqual([1, 1, 1, 1, 1]);
  });

  it('an annotator without gold labels has no accuracy, and the weight of all together', () => {
    const rows: Row[] = [
      [0, 0, 0],
      [1, 0, 0],
      [1, 1, 1],
    ];
    const fit = goldMajorityVote({ labels: group(rows), gold: new Map([[0, 0]]) });
    expect(fit.reliability[1]).toMatchObject({ value: null, reason: 'no_gold' });
    expect([...fit.posteriors]).toEqual([1, 0, 0.5, 0.5]);
  });

  it('Wawa splits the point of a tie, or settles it for the lowest label as other programs do', () => {
    const labels = group([
      [0, 0, 0],
      [0, 1, 1],
    ]);
    expect([...wawa({ labels }).posteriors]).toEqual([0.5, 0.5]);
    expect([...wawa({ labels, ties: 'lowest' }).posteriors]).toEqual([1, 0]);
  });
});

describe('What cannot be computed on', () => {
  it.each<[string, () => unknown, RegExp]>([
    [
      'columns of different length',
      () => groupLabels({ item: [0], annotator: [], label: [0] }),
      /same length/,
    ],
    ['a negative item', () => group([[-1, 0, 0]]), /whole number from 0, not -1/],
    ['half a label', () => group([[0, 0, 0.5]]), /Each label must be a whole number/],
    ['a label beyond the classes', () => group([[0, 0, 3]], { classes: 2 }), /label 3, but only 2/],
    ['half an iteration', () => dawidSkene({ labels: group(fewRows), iterations: 0.5 }), /iterations/],
    ['a negative tolerance', () => glad({ labels: group(fewRows), tolerance: -1 }), /tolerance/],
    ['gold for no item', () => dawidSkene({ labels: group(fewRows), gold: new Map([[9, 0]]) }), /no item 9/],
    ['gold of no class', () => dawidSkene({ labels: group(fewRows), gold: new Map([[0, 7]]) }), /no class 7/],
    ['too few weights', () => majorityVote({ labels: group(fewRows), weights: [1] }), /3 weights/],
    [
      'no annotator of that number',
      () => errorRates({ labels: group(fewRows), counts: new Float64Array() }, 3),
      /annotator 3/,
    ],
    ['a habit prior of 0', () => mace({ labels: group(fewRows), habitPrior: 0 }), /prior counts/],
  ])('is refused: %s', (_, act, message) => {
    expect(act).toThrow(message);
  });
});
