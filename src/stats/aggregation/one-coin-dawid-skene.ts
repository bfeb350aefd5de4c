import type { DawidSkeneFit, DawidSkeneInput } from './dawid-skene.ts';
import { labelsGiven, rightLabels } from './error-rates.ts';
import type { ExpectedLabels } from './expected-labels.ts';
import type { GroupedLabels } from './group-labels.ts';
import { goldColumn, startingShares } from './known-labels.ts';
import { shareMass } from './maximise-confusion.ts';
import { type LabelModel, runEm } from './run-em.ts';
import { summariseFit } from './summarise-fit.ts';

/**
 * **One-coin Dawid-Skene**: true classes of items, with one figure for each annotator: how often the label is right.
 *
 * What for: Dawid-Skene where annotators have too few labels for a whole table of error rates.
 *
 * When it misleads: it takes all mistakes as equally likely; somebody who calls everything "safe" is wrong in one
 * direction only, and this model does not see it. For the rest as {@link dawidSkene}.
 *
 * Formula: chance(l | a, k) = s_a where l = k, else (1 − s_a)/(K − 1); s_a is the mean posterior of the labels that a
 * gave, which is also `reliability`. Iterations and start as in {@link dawidSkene}.
 * Source: Y. Zhang et al. (2016), "Spectral methods meet EM", JMLR 17(102), section 2.1.
 *
 * Units: probabilities; natural logarithm.
 *
 * @throws RangeError as {@link dawidSkene}.
 * @example
 * const labels = groupLabels({ item: [0, 0, 0, 1, 1, 1], annotator: [0, 1, 2, 0, 1, 2], label: [0, 0, 1, 1, 1, 1] });
 * oneCoinDawidSkene({ labels, iterations: 0 }).reliability[0].value; // 0.8333333333333333
 */
export function oneCoinDawidSkene(input: DawidSkeneInput): DawidSkeneFit {
  const { labels } = input;
  const gold = goldColumn(labels, input.gold);
  const fit = runEm({
    labels,
    gold,
    shares: startingShares(labels, gold),
    iterations: input.iterations,
    tolerance: input.tolerance,
    maximise: maximiseSkill(labels),
  });
  return { ...summariseFit(labels, fit), priors: fit.model.priors.slice(0, labels.classes) };
}

function maximiseSkill(labels: GroupedLabels) {
  const { annotators, pairStarts, pairLabel, classes, width } = labels;
  const given = labelsGiven(labels);
  return ({ counts, mass }: ExpectedLabels, { chances, priors }: LabelModel): void => {
    shareMass(mass, priors);
    const right = rightLabels({ labels, counts });
    for (let annotator = 0; annotator < annotators; annotator++) {
      // Rounding can bring the sum of posteriors a hair above the number of labels.
      const skill = Math.min(1, (right[annotator] ?? 0) / (given[annotator] ?? 1));
      const error = classes > 1 ? (1 - skill) / (classes - 1) : 0;
      for (let pair = pairStarts[annotator] ?? 0; pair < (pairStarts[annotator + 1] ?? 0); pair++) {
        chances.fill(error, pair * width, pair * width + classes);
        chances[pair * width + (pairLabel[pair] ?? 0)] = skill;
      }
    }
  };
}
