import { categoryWeights } from '#stats/agreement/category-weights.ts';
import { cohenKappa } from '#stats/agreement/cohen-kappa.ts';
import { quantile } from '#stats/intervals/quantile.ts';
import { wilsonInterval } from '#stats/intervals/wilson.ts';
import { type ReviewKind, type ReviewVerdict, saysRight } from './decide-review.ts';

/** Why a figure on reviews is not there. */
export const reviewGaps = ['nothing_reviewed', 'not_looked_at_again', 'too_few', 'no_variation'] as const;
export type ReviewGap = (typeof reviewGaps)[number];

/** A figure with its 95 % interval, or the reason why there is none. */
export interface ReviewFigure {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  readonly reason: ReviewGap | null;
  /** Where there is too little: how much it takes. */
  readonly needed: number | null;
}

/** A decision in force. */
export interface DecidedLook {
  readonly decisionId: string;
  readonly assignmentId: string;
  readonly round: number;
  readonly kind: ReviewKind;
  readonly reviewerId: string;
  readonly authorId: string;
  readonly verdict: ReviewVerdict;
  readonly activeMs: number;
  /** Drawn from all judgments by chance, and not only because something stood out. */
  readonly isDrawn: boolean;
  /** Of the judgment as a whole under '', and of each aspect, as a place among the grades: 0 is the first. */
  readonly grades: Readonly<Record<string, number>>;
}

/** How the grades of one aspect turned out; '' is the judgment as a whole. */
export interface GradeFigures {
  readonly aspectKey: string;
  /** 1 is the first grade. */
  readonly meanPlace: number;
  /** How often the first grade was given. */
  readonly first: ReviewFigure;
}

export interface ReviewerFigures {
  readonly reviewerId: string;
  readonly decisions: number;
  readonly accepted: ReviewFigure;
  readonly fixed: ReviewFigure;
  readonly returned: ReviewFigure;
  /** Of decisions that somebody looked at again: how many did not stand. */
  readonly overturned: ReviewFigure;
  /** Of judgments that two reviewers saw blind of each other: right or not, the same said. */
  readonly same: ReviewFigure;
  /** Cohen's kappa of the same. */
  readonly kappa: ReviewFigure;
  readonly medianMs: number;
  readonly grades: readonly GradeFigures[];
}

export interface AuthorFigures {
  readonly authorId: string;
  /** Judgments whose first version was reviewed, and how many of them were accepted as they were. */
  readonly accepted: ReviewFigure;
  /** The same of those drawn by chance alone. */
  readonly acceptedOfDrawn: ReviewFigure;
  readonly grades: readonly GradeFigures[];
}

/** Fewer blind second looks than this say nothing about how far two agree beyond chance. */
export const leastSecondLooks = 10;

function missing(reason: ReviewGap, n = 0, needed: number | null = null): ReviewFigure {
  return { value: null, low: null, high: null, n, reason, needed };
}

/** A share with Wilson's interval. */
export function reviewShare(
  successes: number,
  trials: number,
  gap: ReviewGap = 'nothing_reviewed',
): ReviewFigure {
  const { proportion, lower, upper } = wilsonInterval({ successes, trials });
  if (proportion === null) return missing(gap);
  return { value: proportion, low: lower, high: upper, n: trials, reason: null, needed: null };
}

/** The looks at one version of one judgment. */
interface Round {
  readonly first: DecidedLook | undefined;
  readonly second: DecidedLook | undefined;
  readonly final: DecidedLook | undefined;
}

function groupRounds(looks: readonly DecidedLook[]): Round[] {
  const groups = Map.groupBy(looks, ({ assignmentId, round }) => `${assignmentId}/${round}`);
  return [...groups.values()].map((group) => ({
    first: group.find(({ kind }) => kind === 'first'),
    second: group.find(({ kind }) => kind === 'second'),
    final: group.find(({ kind }) => kind === 'final'),
  }));
}

/**
 * Whether a decision was overturned by what came after it; null while nobody has looked again. An item's final answer
 * weighs most, then the final look, then a blind one that says the same.
 */
function isOverturned(look: DecidedLook, round: Round, upheld: ReadonlyMap<string, boolean>): boolean | null {
  const byItem = upheld.get(look.decisionId);
  if (byItem !== undefined) return !byItem;
  if (look.kind === 'final') return null;
  const { first, second, final } = round;
  if (final !== undefined) return saysRight(final.verdict) !== saysRight(look.verdict);
  const isSame =
    first !== undefined && second !== undefined && saysRight(first.verdict) === saysRight(second.verdict);
  return isSame ? false : null;
}

interface Seen {
  readonly look: DecidedLook;
  readonly round: Round;
}

/** Figures on each reviewer; `upheld` says of decisions whether the item's final answer agrees with them. */
export function measureReviewers(
  looks: readonly DecidedLook[],
  upheld: ReadonlyMap<string, boolean>,
): ReviewerFigures[] {
  const seen = groupRounds(looks).flatMap((round): Seen[] =>
    [round.first, round.second, round.final].flatMap((look) => (look === undefined ? [] : [{ look, round }])),
  );
  const byReviewer = Map.groupBy(seen, ({ look }) => look.reviewerId);
  return [...byReviewer]
    .map(([reviewerId, own]) => measureReviewer(reviewerId, own, upheld))
    .sort((a, b) => b.decisions - a.decisions || (a.reviewerId < b.reviewerId ? -1 : 1));
}

function measureReviewer(
  reviewerId: string,
  own: readonly Seen[],
  upheld: ReadonlyMap<string, boolean>,
): ReviewerFigures {
  const count = (verdict: ReviewVerdict) => own.filter(({ look }) => look.verdict === verdict).length;
  const checked = own
    .map(({ look, round }) => isOverturned(look, round, upheld))
    .filter((was) => was !== null);
  return {
    reviewerId,
    decisions: own.length,
    accepted: reviewShare(count('accepted'), own.length),
    fixed: reviewShare(count('fixed'), own.length),
    returned: reviewShare(count('returned'), own.length),
    overturned: reviewShare(checked.filter(Boolean).length, checked.length, 'not_looked_at_again'),
    ...compareBlind(own),
    medianMs:
      quantile(
        own.map(({ look }) => look.activeMs),
        0.5,
      ) ?? 0,
    grades: measureGrades(own.map(({ look }) => look)),
  };
}

/** A reviewer against whoever saw the same judgment blind, whichever of the two came first. */
function compareBlind(own: readonly Seen[]): Pick<ReviewerFigures, 'same' | 'kappa'> {
  const counts = [0, 0, 0, 0];
  for (const { look, round } of own) {
    const other = look.kind === 'first' ? round.second : look.kind === 'second' ? round.first : undefined;
    if (other === undefined) continue;
    const cell = (saysRight(look.verdict) ? 0 : 2) + (saysRight(other.verdict) ? 0 : 1);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  const pairs = counts.reduce((sum, each) => sum + each, 0);
  const same = (counts[0] ?? 0) + (counts[3] ?? 0);
  return { same: reviewShare(same, pairs, 'not_looked_at_again'), kappa: estimateKappa(counts, pairs) };
}

function estimateKappa(counts: readonly number[], pairs: number): ReviewFigure {
  if (pairs === 0) return missing('not_looked_at_again');
  if (pairs < leastSecondLooks) return missing('too_few', pairs, leastSecondLooks);
  const kappa = cohenKappa({ counts, weights: categoryWeights('none', [0, 1]) });
  if (kappa.value === null) return missing('no_variation', pairs);
  // Where two never differed, the formula's interval has no width, which would boast.
  const isSure = kappa.standardError > 0;
  const [low, high] = isSure ? [Math.max(-1, kappa.lower), kappa.upper] : [null, null];
  return { value: kappa.value, low, high, n: pairs, reason: null, needed: null };
}

/** Figures on each author: what stands of the first look at each of their judgments. */
export function measureAuthors(looks: readonly DecidedLook[]): AuthorFigures[] {
  const standing = groupRounds(looks.filter(({ round }) => round === 1)).flatMap(({ first, final }) =>
    first === undefined ? [] : [{ ...(final ?? first), isDrawn: first.isDrawn }],
  );
  return [...Map.groupBy(standing, ({ authorId }) => authorId)]
    .map(([authorId, own]) => ({
      authorId,
      accepted: shareAccepted(own),
      acceptedOfDrawn: shareAccepted(own.filter(({ isDrawn }) => isDrawn)),
      grades: measureGrades(own),
    }))
    .sort((a, b) => (a.accepted.high ?? 1) - (b.accepted.high ?? 1) || (a.authorId < b.authorId ? -1 : 1));
}

function shareAccepted(own: readonly Pick<DecidedLook, 'verdict'>[]): ReviewFigure {
  return reviewShare(own.filter(({ verdict }) => saysRight(verdict)).length, own.length);
}

function measureGrades(looks: readonly Pick<DecidedLook, 'grades'>[]): GradeFigures[] {
  const given = looks.flatMap(({ grades }) => Object.entries(grades));
  return [...Map.groupBy(given, ([aspectKey]) => aspectKey)].map(([aspectKey, all]) => ({
    aspectKey,
    meanPlace: 1 + all.reduce((sum, [, place]) => sum + place, 0) / all.length,
    first: reviewShare(all.filter(([, place]) => place === 0).length, all.length),
  }));
}
