import { agreementWithLabels, type TieRule } from './agreement-with-labels.ts';
import { labelsGiven } from './error-rates.ts';
import { expectedProportion } from './expected-proportion.ts';
import type { GroupedLabels } from './group-labels.ts';
import { majorityVote, type VoteFit } from './majority-vote.ts';
import { voteShares } from './vote-shares.ts';

export interface ZeroBasedSkillInput {
  readonly labels: GroupedLabels;
  readonly ties?: TieRule | undefined;
  /** How many times skills are moved; 100 unless told. */
  readonly iterations?: number | undefined;
  /** How far a skill moves towards the agreement at first; 1, all the way, unless told. */
  readonly rate?: number | undefined;
  /** The rate is halved at every iteration that this divides; 20 unless told. */
  readonly halvedEvery?: number | undefined;
}

/**
 * **Zero-based skill**: a weighted vote and the annotators' agreement with it, in turn, until they fit each other.
 *
 * What for: Wawa carried on. Weights sharpen: who agrees with the agreeing counts more.
 *
 * When it misleads: as Wawa, and more so: a group that agrees within itself can take over. It need not settle.
 *
 * Formula: skill ← skill + rate × (agreement with the vote weighted by skill − skill), from 1/K + 10⁻⁵; then one last
 * vote. `reliability` is the skill, with the Wilson interval around it.
 * Source: Toloka's zero-based skill, as in D. Ustalov, N. Pavlichenko and B. Tseitlin (2024), JOSS 9(96).
 *
 * Units: shares from 0 to 1.
 *
 * @throws RangeError unless iterations is a whole number from 0, 0 < rate ≤ 1 and halvedEvery is a whole number from 1.
 * @example
 * const labels = groupLabels({ item: [0, 0, 0, 1, 1], annotator: [0, 1, 2, 0, 2], label: [0, 0, 1, 1, 0] });
 * zeroBasedSkill({ labels }).labels; // Int32Array [0, 1]
 */
export function zeroBasedSkill(input: ZeroBasedSkillInput): VoteFit {
  const { labels, ties = 'split', iterations = 100, halvedEvery = 20 } = input;
  let { rate = 1 } = input;
  if (!Number.isSafeInteger(iterations) || iterations < 0)
    throw new RangeError(`The number of iterations must be a whole number from 0, not ${iterations}.`);
  if (!(rate > 0 && rate <= 1)) throw new RangeError(`The rate must be above 0 and at most 1, not ${rate}.`);
  if (!Number.isSafeInteger(halvedEvery) || halvedEvery < 1)
    throw new RangeError(
      `The rate can be halved at every 1st iteration or rarer, not at every ${halvedEvery}th.`,
    );
  const skills = new Float64Array(labels.annotators).fill(1 / Math.max(1, labels.classes) + 1e-5);
  for (let iteration = 1; iteration <= iterations; iteration++) {
    if (iteration % halvedEvery === 0) rate /= 2;
    const agreement = agreementWithLabels({ labels, shares: voteShares(labels, skills), ties });
    let moved = false;
    skills.forEach((skill, annotator) => {
      const counted = agreement.labels[annotator] ?? 0;
      // Whose every item is left out has no agreement to move towards.
      if (counted === 0) return;
      skills[annotator] = skill + rate * ((agreement.right[annotator] ?? 0) / counted - skill);
      moved ||= skills[annotator] !== skill;
    });
    // Skills that fit their own vote stay for good, whatever the rate.
    if (!moved) break;
  }
  const given = labelsGiven(labels);
  return {
    ...majorityVote({ labels, weights: skills, ties }),
    reliability: Array.from(skills, (skill, annotator) => {
      const count = given[annotator] ?? 0;
      return expectedProportion({ right: Math.min(1, skill) * count, labels: count });
    }),
  };
}
