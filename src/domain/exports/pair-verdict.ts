/** What the judgments of one pair come to. */
export interface PairVerdict {
  readonly outcome: 'first' | 'second' | 'tie' | 'both_bad';
  readonly annotators: number;
  /** Share of the judgments that say what the outcome says; 0 without judgments. */
  readonly agreement: number;
  readonly votesFirst: number;
  readonly votesSecond: number;
  readonly votesTie: number;
  readonly votesBothBad: number;
  /** Mean strength from -1 (first) to 1 (second); ties count as 0, "both bad" not at all. */
  readonly strengthMean: number;
  /** Mean margin toward the winner from 0 to 1; 0 where the strengths speak against the majority. */
  readonly margin: number;
  /** The outcome and its margin are the item's final answer; the votes stay the annotators'. */
  readonly isFinal?: boolean;
}

/** Sums that are filled vote by vote. */
export interface PairTally {
  votesFirst: number;
  votesSecond: number;
  votesTie: number;
  votesBothBad: number;
  strengthSum: number;
  marginSum: number;
}

export function emptyPairTally(): PairTally {
  return { votesFirst: 0, votesSecond: 0, votesTie: 0, votesBothBad: 0, strengthSum: 0, marginSum: 0 };
}

/**
 * Closes a tally. More than half of the votes make "both bad" or a tie; else the response with more votes wins; at
 * equal votes the strengths decide, and a tie remains where they cancel out.
 */
export function closePairTally(tally: PairTally): PairVerdict {
  const { votesFirst, votesSecond, votesTie, votesBothBad } = tally;
  const ordered = votesFirst + votesSecond + votesTie;
  const annotators = ordered + votesBothBad;
  const outcome = decideOutcome(tally, annotators);
  const votes = { first: votesFirst, second: votesSecond, tie: votesTie, both_bad: votesBothBad }[outcome];
  const marginMean = ordered === 0 ? 0 : tally.marginSum / ordered;
  return {
    outcome,
    annotators,
    agreement: annotators === 0 ? 0 : votes / annotators,
    votesFirst,
    votesSecond,
    votesTie,
    votesBothBad,
    strengthMean: ordered === 0 ? 0 : tally.strengthSum / ordered,
    margin: marginToward(outcome, marginMean),
  };
}

function decideOutcome(tally: PairTally, annotators: number): PairVerdict['outcome'] {
  if (tally.votesBothBad * 2 > annotators) return 'both_bad';
  if (tally.votesTie * 2 > annotators) return 'tie';
  if (tally.votesFirst !== tally.votesSecond)
    return tally.votesFirst > tally.votesSecond ? 'first' : 'second';
  const strength = round(tally.strengthSum);
  if (strength === 0) return 'tie';
  return strength < 0 ? 'first' : 'second';
}

function marginToward(outcome: PairVerdict['outcome'], marginMean: number): number {
  if (outcome === 'first') return Math.max(0, -marginMean);
  return outcome === 'second' ? Math.max(0, marginMean) : 0;
}

/**
 * Six decimals, for sums that may leave a rest instead of 0 and for what is written: thirds added in another order
 * must not give other bytes. Only once, at the end: rounding twice turns 1 into 0.999999.
 */
export function round(value: number): number {
  const rounded = Math.round(value * 1e6) / 1e6;
  return rounded === 0 ? 0 : rounded;
}
