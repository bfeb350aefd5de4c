import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { digamma } from '#stats/distributions/digamma.ts';
import { confidentLearning } from './confident-learning.ts';
import { crowdlab } from './crowdlab.ts';
import { type DawidSkeneFit, dawidSkene } from './dawid-skene.ts';
import { errorRates } from './error-rates.ts';
import { glad } from './glad.ts';
import { expectGlad } from './glad-expectation.ts';
import { gladObjective } from './glad-objective.ts';
import { goldMajorityVote } from './gold-majority-vote.ts';
import { type GroupedLabels, groupLabels } from './group-labels.ts';
import { labelIssues, labelSupport } from './label-issues.ts';
import { labelUncertainty } from './label-uncertainty.ts';
import { mace } from './mace.ts';
import { majorityVote } from './majority-vote.ts';
import { mmsr } from './mmsr.ts';
import { noisyBradleyTerry } from './noisy-bradley-terry.ts';
import { oneCoinDawidSkene } from './one-coin-dawid-skene.ts';
import { topLabels } from './top-labels.ts';
import { voteShares } from './vote-shares.ts';
import { wawa } from './wawa.ts';
import { zeroBasedSkill } from './zero-based-skill.ts';

interface RecordedCase {
  readonly name: string;
  readonly metric: string;
  readonly tolerance: number;
  // Each kind of case has its own shape; the checks below know which one they read.
  readonly input: Record<string, unknown>;
  readonly expected: Record<string, unknown>;
}

type Compare = (actual: unknown, expected: unknown) => void;
type Check = (recorded: RecordedCase, same: Compare) => void;

/** The labels of a case, numbered in the order of their names. */
class Named {
  readonly labels: GroupedLabels;
  readonly names: { item: string[]; annotator: string[]; label: string[] };

  constructor({ input }: RecordedCase) {
    const rows = input.labels as [string, string, string | number][];
    const sorted = (column: 0 | 1 | 2) => [...new Set(rows.map((row) => String(row[column])))].sort();
    this.names = { item: sorted(0), annotator: sorted(1), label: sorted(2) };
    const numbers = (column: 0 | 1 | 2, names: string[]) =>
      rows.map((row) => names.indexOf(String(row[column])));
    this.labels = groupLabels({
      item: numbers(0, this.names.item),
      annotator: numbers(1, this.names.annotator),
      label: numbers(2, this.names.label),
    });
  }

  rows(values: Float64Array): Record<string, number[]> {
    const { classes } = this.labels;
    return Object.fromEntries(
      this.names.item.map((name, item) => [name, [...values.subarray(item * classes, (item + 1) * classes)]]),
    );
  }

  byItem<T>(of: (item: number) => T): Record<string, T> {
    return Object.fromEntries(this.names.item.map((name, item) => [name, of(item)]));
  }

  byAnnotator<T>(of: (annotator: number) => T): Record<string, T> {
    return Object.fromEntries(this.names.annotator.map((name, annotator) => [name, of(annotator)]));
  }

  topLabels(shares: Float64Array): Record<string, string | undefined> {
    const { labels } = topLabels(shares, this.labels.classes);
    return this.byItem((item) => this.names.label[labels[item] ?? -1]);
  }

  gold(known: unknown): Map<number, number> {
    return new Map(
      Object.entries(known as Record<string, string>).map(([item, label]) => [
        this.names.item.indexOf(item),
        this.names.label.indexOf(label),
      ]),
    );
  }
}

function compareDawidSkene(
  named: Named,
  { fit, expected }: { fit: DawidSkeneFit; expected: RecordedCase['expected'] },
  same: Compare,
) {
  same([...fit.priors], expected.priors);
  same(named.rows(fit.posteriors), expected.posteriors);
  if ('log_likelihood' in expected) same(fit.logLikelihood, expected.log_likelihood);
}

const checkDawidSkene: Check = (recorded, same) => {
  const named = new Named(recorded);
  const { labels } = named;
  const { input, expected } = recorded;
  const gold = input.gold === undefined ? undefined : named.gold(input.gold);
  const fit = dawidSkene({ labels, gold, iterations: input.n_iter as number });
  compareDawidSkene(named, { fit, expected }, same);
  same(
    named.byAnnotator((annotator) => errorRates({ labels, counts: fit.counts }, annotator)),
    expected.error_rates,
  );
};

const checkGlad: Check = (recorded, same) => {
  const named = new Named(recorded);
  const { labels } = named;
  const { posteriors, parameters } = glad({ labels, iterations: 3000, tolerance: 0 });
  const { expected } = recorded;
  same(named.rows(posteriors), expected.posteriors);
  same(
    named.byAnnotator((annotator) => parameters.ability[annotator]),
    expected.alpha,
  );
  same(
    named.byItem((item) => parameters.logClarity[item]),
    expected.log_beta,
  );
  same(gladObjective({ labels, parameters, posteriors }).value, expected.Q);
};

const checks: Readonly<Record<string, Check>> = {
  digamma: ({ input, expected }, same) => {
    same((input.x as number[]).map(digamma), expected.y);
  },
  dawid_skene: checkDawidSkene,
  dawid_skene_with_gold: checkDawidSkene,
  dawid_skene_elbo: (recorded, same) => {
    const { labels } = new Named(recorded);
    // The program's bound counts the prior of a class once for every label instead of once for every item.
    const bound = (iterations: number) => {
      const { posteriors, priors, counts } = dawidSkene({ labels, iterations });
      const { classes, width } = labels;
      let sum = 0;
      for (const share of posteriors) if (share > 0) sum -= share * Math.log(share);
      for (let annotator = 0; annotator < labels.annotators; annotator++) {
        const rates = errorRates({ labels, counts }, annotator);
        for (
          let pair = labels.pairStarts[annotator] ?? 0;
          pair < (labels.pairStarts[annotator + 1] ?? 0);
          pair++
        )
          for (let truth = 0; truth < classes; truth++) {
            const count = counts[pair * width + truth] ?? 0;
            const rate = rates[truth]?.[labels.pairLabel[pair] ?? 0] ?? 0;
            if (count > 0) sum += count * (Math.log(rate) + Math.log(priors[truth] ?? 0));
          }
      }
      return sum / labels.label.length;
    };
    same([1, 2, 3, 4].map(bound), recorded.expected.elbo_per_label);
  },
  one_coin_dawid_skene: (recorded, same) => {
    const named = new Named(recorded);
    const fit = oneCoinDawidSkene({ labels: named.labels, iterations: recorded.input.n_iter as number });
    compareDawidSkene(named, { fit, expected: recorded.expected }, same);
    same(
      named.byAnnotator((annotator) => fit.reliability[annotator]?.value),
      recorded.expected.skills,
    );
  },
  mace: (recorded, same) => {
    const named = new Named(recorded);
    const { input, expected } = recorded;
    const initial = input.initial as { spamming: number[][]; thetas: number[][] };
    const fit = mace({
      labels: named.labels,
      iterations: input.n_iter as number,
      method: input.method as 'vb' | 'em',
      lookingPrior: [input.alpha as number, input.beta as number],
      habitPrior: input.strategy_prior as number,
      smoothing: input.smoothing as number,
      start: {
        looking: Float64Array.from(initial.spamming.flat()),
        habits: Float64Array.from(initial.thetas.flat()),
      },
    });
    same(
      named.byAnnotator((annotator) => fit.reliability[annotator]?.value),
      expected.competence,
    );
    same([...fit.strategies.looking], (expected.spamming as number[][]).flat());
    same([...fit.strategies.habits], (expected.thetas as number[][]).flat());
    same(named.rows(fit.posteriors), expected.posteriors);
    same(fit.logLikelihood, expected.log_marginal_likelihood);
  },
  glad_e_step: (recorded, same) => {
    const named = new Named(recorded);
    const { labels } = named;
    const { input, expected } = recorded;
    const parameters = {
      ability: new Float64Array(labels.annotators).fill(input.alpha as number),
      logClarity: new Float64Array(labels.items).fill(input.log_beta as number),
    };
    const posteriors = new Float64Array(labels.items * labels.classes);
    expectGlad({ labels, parameters }, posteriors);
    const objective = gladObjective({ labels, parameters, posteriors });
    same(named.rows(posteriors), expected.posteriors);
    same(objective.value, expected.Q);
    same(
      named.byAnnotator((annotator) => objective.abilitySlope[annotator]),
      expected.grad_alpha,
    );
    same(
      named.byItem((item) => objective.claritySlope[item]),
      expected.grad_log_beta,
    );
  },
  glad: checkGlad,
  glad_labels: (recorded, same) => {
    const named = new Named(recorded);
    same(named.topLabels(glad({ labels: named.labels }).posteriors), recorded.expected.labels);
  },
  majority_vote: (recorded, same) => {
    const named = new Named(recorded);
    const fit = majorityVote({ labels: named.labels, ties: 'lowest' });
    same(named.rows(fit.posteriors), recorded.expected.probas);
    same(named.topLabels(fit.posteriors), recorded.expected.labels);
    same(
      named.byAnnotator((annotator) => fit.reliability[annotator]?.value),
      recorded.expected.worker_agreement,
    );
  },
  wawa: (recorded, same) => {
    const named = new Named(recorded);
    const fit = wawa({ labels: named.labels, ties: 'lowest' });
    same(named.rows(fit.posteriors), recorded.expected.probas);
    same(named.topLabels(fit.posteriors), recorded.expected.labels);
    same(
      named.byAnnotator((annotator) => fit.reliability[annotator]?.value),
      recorded.expected.skills,
    );
  },
  zero_based_skill: (recorded, same) => {
    const named = new Named(recorded);
    const { input, expected } = recorded;
    const fit = zeroBasedSkill({
      labels: named.labels,
      ties: 'lowest',
      iterations: input.n_iter as number,
      rate: input.lr_init as number,
      halvedEvery: input.lr_steps_to_reduce as number,
    });
    same(
      named.byAnnotator((annotator) => fit.reliability[annotator]?.value),
      expected.skills,
    );
    same(named.topLabels(fit.posteriors), expected.labels);
  },
  gold_majority_vote: (recorded, same) => {
    const named = new Named(recorded);
    const fit = goldMajorityVote({ labels: named.labels, gold: named.gold(recorded.input.gold) });
    same(
      named.byAnnotator((annotator) => fit.reliability[annotator]?.value),
      recorded.expected.skills,
    );
    same(named.rows(fit.posteriors), recorded.expected.probas);
    same(named.topLabels(fit.posteriors), recorded.expected.labels);
  },
  label_uncertainty: (recorded, same) => {
    const named = new Named(recorded);
    const { labels } = named;
    const shares = voteShares(labels);
    const { classes } = labels;
    const given = new Float64Array(labels.annotators * classes);
    labels.label.forEach((label, place) => {
      const cell = (labels.annotator[place] ?? 0) * classes + label;
      given[cell] = (given[cell] ?? 0) + 1;
    });
    const row = (table: Float64Array, at: number) =>
      labelUncertainty(table.subarray(at * classes, (at + 1) * classes));
    same(
      named.byItem((item) => row(shares, item)),
      recorded.expected.by_task,
    );
    same(
      named.byAnnotator((annotator) => row(given, annotator)),
      recorded.expected.by_worker,
    );
  },
  confident_learning: ({ input, expected }, same) => {
    const rows = input.pred_probs as number[][];
    const examples = { labels: input.labels as number[], probabilities: rows.flat(), classes: 3 };
    const found = confidentLearning(examples);
    same(found.thresholds, expected.thresholds);
    same(found.confidentJoint, expected.confident_joint);
    same(found.calibratedJoint, expected.confident_joint_calibrated);
    same(found.joint, expected.joint);
    same(found.issues, expected.issues_confident_learning);
    const issues = labelIssues(examples, found);
    same(issues.byNoiseRate, expected.issues_prune_by_noise_rate);
    same(issues.both, expected.issues_both);
    const support = labelSupport(examples);
    same([...support.selfConfidence], expected.self_confidence);
    same([...support.normalizedMargin], expected.normalized_margin);
  },
  crowdlab: ({ input, expected }, same) => {
    const rows = (input.labels as (number | null)[][]).flatMap((row, item) =>
      row.flatMap((label, annotator) => (label === null ? [] : [{ item, annotator, label }])),
    );
    const column = (name: 'item' | 'annotator' | 'label') => rows.map((row) => row[name]);
    const labels = groupLabels({
      item: column('item'),
      annotator: column('annotator'),
      label: column('label'),
    });
    const fit = crowdlab({
      labels,
      probabilities: Float64Array.from((input.pred_probs as number[][]).flat()),
    });
    same([...fit.labels], expected.consensus_label);
    same([...fit.quality], expected.consensus_quality_score);
    same(fit.agreement, expected.annotator_agreement);
    same({ ...fit.annotatorQuality }, expected.annotator_quality);
    same({ ...fit.annotatorAgreement }, expected.agreement_with_consensus);
  },
  noisy_bradley_terry: ({ input, expected }, same) => {
    const things = input.items as string[];
    const rows = input.comparisons as [string, string, string, string][];
    const fit = noisyBradleyTerry(
      {
        winner: rows.map(([, , won]) => things.indexOf(won)),
        loser: rows.map(([left, right, won]) => things.indexOf(won === left ? right : left)),
        annotator: rows.map(([, , , by]) => (input.workers as string[]).indexOf(by)),
        winnerFirst: rows.map(([left, , won]) => (won === left ? 1 : 0)),
      },
      {
        strength: Float64Array.from(input.s as number[]),
        sideBias: Float64Array.from(input.q_bias as number[]),
        attention: Float64Array.from(input.gamma as number[]),
      },
    );
    same(fit.logLikelihood, expected.log_likelihood);
    same([...fit.strengthSlope], expected.grad_s);
    same([...fit.sideBiasSlope], expected.grad_q);
    same([...fit.attentionSlope], expected.grad_gamma);
  },
  mmsr: (recorded, same) => {
    const named = new Named(recorded);
    const fit = mmsr({ labels: named.labels });
    same(
      named.byAnnotator((annotator) => fit.weights[annotator]),
      recorded.expected.skills,
    );
    same(named.topLabels(fit.posteriors), recorded.expected.labels);
  },
  edge_aggregation: (recorded, same) => {
    const { labels } = new Named(recorded);
    for (const estimate of [
      majorityVote,
      wawa,
      zeroBasedSkill,
      dawidSkene,
      oneCoinDawidSkene,
      mace,
      glad,
      mmsr,
    ]) {
      const { posteriors, reliability } = estimate({ labels });
      same([...posteriors].every(Number.isFinite), true);
      same(
        reliability.every(({ value }) => value !== null && Number.isFinite(value)),
        true,
      );
    }
  },
};

/** Compares whole structures, number by number. */
function compareWithin(tolerance: number, count: () => void): Compare {
  return function same(actual: unknown, expected: unknown): void {
    if (typeof expected === 'object' && expected !== null) {
      expect(Object.keys(actual as object).sort()).toEqual(Object.keys(expected).sort());
      for (const [key, value] of Object.entries(expected))
        same((actual as Record<string, unknown>)[key], value);
      return;
    }
    count();
    if (typeof actual !== 'number' || typeof expected !== 'number') {
      expect(actual).toBe(expected);
      return;
    }
    const allowed = tolerance * Math.max(1, Math.abs(expected));
    expect(Math.abs(actual - expected), `${actual} against ${expected}`).toBeLessThanOrEqual(allowed);
  };
}

describe('Published values', () => {
  it.each([
    [1, -0.577215664901533],
    [0.5, -1.963510026021423],
    [10, 2.251752589066721],
  ])('digamma of %d is that of Abramowitz and Stegun, table 6.1', (x, value) => {
    expect(digamma(x)).toBeCloseTo(value, 13);
  });
});

const sharedFolder = process.env.PLUMBLINE_SHARED ?? resolve(import.meta.dirname, '../../../../shared');
const casesFile = join(sharedFolder, 'data/stats-cases.json');

// The recorded values of other programs are not part of the repository; where they are at hand, they must be met.
if (existsSync(casesFile)) {
  const { cases } = JSON.parse(readFileSync(casesFile, 'utf8')) as { cases: RecordedCase[] };
  describe.each(Object.keys(checks))('Recorded values of other programs: %s', (metric) => {
    it.each(cases.filter((recorded) => recorded.metric === metric))('$name', (recorded) => {
      let compared = 0;
      const same = compareWithin(recorded.tolerance, () => compared++);
      checks[metric]?.(recorded, same);
      expect(compared).toBeGreaterThan(0);
    });
  });
}
