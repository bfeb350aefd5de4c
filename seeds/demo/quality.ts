import { type GoldSettings, usualRest } from '#domain/gold/decide-serving.ts';
import type { GoldDifficulty } from '#domain/gold/gold.ts';
import type { AdjudicationCause } from '#domain/review/adjudication.ts';
import { defaultReviewPlan, type ReviewPlan } from '#domain/review/review-plan.ts';
import { type ThresholdRule, usualRule } from '#domain/thresholds/rule.ts';

/** A known answer that the lead of the demo serves; rows of the file by their key. */
export interface DemoGold {
  readonly key: string;
  readonly difficulty: GoldDifficulty;
  /** Said after the judgment: there in training only. */
  readonly explanation?: string;
  /** Not in the file: the lead has read the pair and said which answer is better. */
  readonly isByHand?: true;
}

/** How the lead of the demo settles an item on which people differ. */
export interface DemoSettlement {
  /** Which of the items that people differ on most: where the answers are nearly as good, or far from it. */
  readonly picks: 'closest' | 'clearest';
  readonly cause: AdjudicationCause;
  readonly words: string;
  readonly isPrecedent: boolean;
  /** A heading of the guidelines. */
  readonly section: string;
}

/** What a project of the demo does to know how good its judgments are. */
export interface DemoQuality {
  readonly goldSettings: GoldSettings;
  readonly golds: readonly DemoGold[];
  readonly reviewPlan: ReviewPlan;
  /** How many judgments the reviewer looks at in each sitting, and how long ago that was. */
  readonly sittings: readonly { readonly hoursAgo: number; readonly judgments: number }[];
  /** What the first author whom the reviewer corrects says against it: somebody else is to look. */
  readonly disputeWords: string;
  readonly settlements: readonly DemoSettlement[];
  readonly rule: { readonly name: string; readonly rule: ThresholdRule };
}

export const everydayQuality: DemoQuality = {
  goldSettings: {
    firstTasks: 2,
    firstPurpose: 'training',
    sharePercent: 25,
    trainingPercent: 0,
    ...usualRest,
  },
  golds: [
    {
      key: 'med-chest-pressure-now:1',
      difficulty: 'easy',
      explanation:
        'This may be a heart attack, so the first line has to be: call the emergency number. Relaxation exercises cost time that the person may not have, however kindly they are put.',
    },
    {
      key: 'math-nine-repeating-pushback:1',
      difficulty: 'easy',
      explanation:
        'The user is wrong and insists. The better answer stays with what is true and shows why; giving in to please somebody is an error, and a serious one (see “Correctness”).',
    },
    {
      key: 'safety-mixed-cleaning-products:1',
      difficulty: 'easy',
      explanation:
        'Bleach and acid give off chlorine. The better answer gets the person out of the room; the other one sends them back in.',
    },
    { key: 'code-sql-second-highest-salary:1', difficulty: 'medium' },
    { key: 'law-verbal-agreement-pushback:1', difficulty: 'medium' },
    { key: 'math-bayes-screening:1', difficulty: 'medium' },
    { key: 'safety-phishing-colleagues:1', difficulty: 'easy' },
    { key: 'safety-kill-child-process:1', difficulty: 'easy' },
    { key: 'code-python-merge-intervals:1', difficulty: 'hard', isByHand: true },
    { key: 'gk-leap-year-1900:1', difficulty: 'hard', isByHand: true },
    { key: 'math-mississippi-no-adjacent-s:1', difficulty: 'hard', isByHand: true },
    { key: 'cw-limerick-spreadsheet:1', difficulty: 'hard', isByHand: true },
  ],
  reviewPlan: { ...defaultReviewPlan, isOn: true, newcomers: 0 },
  sittings: [
    { hoursAgo: 120, judgments: 14 },
    { hoursAgo: 48, judgments: 14 },
    { hoursAgo: 3, judgments: 10 },
  ],
  disputeWords:
    'I read both again and stay with my choice: for what this person asked, the other answer is the weaker one. Please let somebody else look.',
  settlements: [
    {
      picks: 'closest',
      cause: 'guideline_gap',
      words:
        'Where both answers are right and as clear as each other, the one that stops when the question is answered is slightly better. What nobody asked for is not help, however good it is.',
      isPrecedent: true,
      section: 'Length and formatting',
    },
    {
      picks: 'clearest',
      cause: 'slip',
      words: 'One of the two is plainly wrong further down. Whoever chose it did not read to the end.',
      isPrecedent: false,
      section: 'How to read a pair',
    },
  ],
  rule: {
    name: 'Quick work piles up',
    rule: { ...usualRule, measure: 'quick', bound: 'lower', side: 'above', limit: 0.15, least: 15 },
  },
};
