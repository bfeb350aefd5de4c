/** Rankings, each from best to worst, one after another. */
export interface Rankings {
  /** Items are numbered from 0. */
  readonly items: number;
  /** Ranking r holds the entries from `starts[r]` up to, but not with, `starts[r + 1]`. */
  readonly starts: ArrayLike<number>;
  readonly order: ArrayLike<number>;
  /** 1 where an entry is tied with the one before it in the same ranking; without it nothing is tied. */
  readonly tiedWithPrevious?: ArrayLike<number>;
}

/** Choices of one out of several, from which the models of rankings are built. */
export interface ChoiceStages {
  readonly items: number;
  /** Stage s has the members from `starts[s]` up to, but not with, `starts[s + 1]`; those chosen stand first. */
  readonly starts: Int32Array;
  readonly members: Int32Array;
  /** How many of the first members share the choice; 1 where nothing is tied. */
  readonly chosen: Int32Array;
  readonly weights: Float64Array;
  /** The ranking that each stage comes from. */
  readonly owners: Int32Array;
}

/** A group of m tied items has 2^m possible remainders; more than this many are refused. */
export const mostTied = 10;

/**
 * **Stages of rankings**: a ranking of four is a choice of one of four, then of one of the three left, then of one of two.
 *
 * What for: the form in which {@link plackettLuce} takes rankings, full or partial, with and without ties.
 *
 * When it misleads: ties count as every order of the tied items in equal parts, as half a win each does for two. That uses
 * them as "equally good", not as "not looked at", and is no model of how ties come about.
 *
 * Formula: for a group of m tied items above the rest R, each non-empty part U of it with u items is a stage U ∪ R of
 * weight 1 / (m choose u), whose choice U shares: the mean of the log-likelihood over the m! orders, without listing them.
 * Source: R. D. Luce, "Individual Choice Behavior", 1959; R. L. Plackett (1975), Applied Statistics 24(2).
 *
 * Units: rankings.
 *
 * @throws RangeError when an item is unknown or stands twice in a ranking, the starts do not fit, or more than 10 are tied.
 * @example
 * choiceStages({ items: 3, starts: [0, 3], order: [2, 0, 1] }).members; // Int32Array [2, 0, 1, 0, 1]
 */
export function choiceStages(rankings: Rankings): ChoiceStages {
  const { items, starts, order, tiedWithPrevious } = rankings;
  checkStarts(rankings);
  const stages = { items, starts: [0], members: [], chosen: [], weights: [], owners: [] } as OpenStages;
  const seenIn = new Int32Array(items).fill(-1);
  for (let owner = 0; owner + 1 < starts.length; owner++) {
    const end = starts[owner + 1] ?? 0;
    for (let place = starts[owner] ?? 0; place < end; place++) {
      const item = order[place] ?? -1;
      if (!(item >>> 0 === item && item < items) || seenIn[item] === owner) {
        throw new RangeError(`Ranking ${owner} holds ${item} twice, or it is none of the ${items} items.`);
      }
      seenIn[item] = owner;
    }
    let from = starts[owner] ?? 0;
    while (from < end) {
      let to = from + 1;
      while (to < end && tiedWithPrevious?.[to] === 1) to++;
      if (to - from === 1) addStrict(stages, { order, owner, from, end });
      else addTied(stages, { order, owner, from, to, end });
      from = to;
    }
  }
  return closeStages(stages);
}

/** One choice each: the one that was chosen, and the others that were offered with it. */
export function stagesOfChoices(
  items: number,
  choices: readonly (readonly [chosen: number, others: readonly number[]])[],
): ChoiceStages {
  const stages = { items, starts: [0], members: [], chosen: [], weights: [], owners: [] } as OpenStages;
  choices.forEach(([first, others], owner) => {
    const order = [first, ...others];
    if (!order.every((item) => item >>> 0 === item && item < items) || new Set(order).size < order.length) {
      throw new RangeError(`Choice ${owner} must be of different items from 0 to ${items - 1}.`);
    }
    addStrict(stages, { order, owner, from: 0, end: order.length });
  });
  return closeStages(stages);
}

/** The same stages, those of each ranking weighed by how often it was drawn. */
export function weighStages(stages: ChoiceStages, weights: ArrayLike<number>): ChoiceStages {
  const { owners } = stages;
  return {
    ...stages,
    weights: stages.weights.map((weight, stage) => weight * (weights[owners[stage] ?? 0] ?? 0)),
  };
}

interface OpenStages {
  readonly items: number;
  readonly starts: number[];
  readonly members: number[];
  readonly chosen: number[];
  readonly weights: number[];
  readonly owners: number[];
}

interface Place {
  readonly order: ArrayLike<number>;
  readonly owner: number;
  readonly from: number;
  readonly end: number;
}

function addStrict(stages: OpenStages, { order, owner, from, end }: Place): void {
  if (end - from < 2) return;
  for (let place = from; place < end; place++) stages.members.push(order[place] ?? 0);
  closeStage(stages, { chosen: 1, weight: 1, owner });
}

function addTied(stages: OpenStages, { order, owner, from, to, end }: Place & { to: number }): void {
  const tied = to - from;
  if (tied > mostTied)
    throw new RangeError(`Ranking ${owner} ties ${tied} items; at most ${mostTied} may be tied.`);
  for (let part = 1; part < 2 ** tied; part++) {
    const chosen = countBits(part);
    if (chosen + end - to < 2) continue;
    for (let bit = 0; bit < tied; bit++) if ((part >> bit) & 1) stages.members.push(order[from + bit] ?? 0);
    for (let place = to; place < end; place++) stages.members.push(order[place] ?? 0);
    closeStage(stages, { chosen, weight: 1 / choose(tied, chosen), owner });
  }
}

function closeStage(
  stages: OpenStages,
  { chosen, weight, owner }: { chosen: number; weight: number; owner: number },
): void {
  stages.starts.push(stages.members.length);
  stages.chosen.push(chosen);
  stages.weights.push(weight);
  stages.owners.push(owner);
}

function closeStages({ items, starts, members, chosen, weights, owners }: OpenStages): ChoiceStages {
  return {
    items,
    starts: Int32Array.from(starts),
    members: Int32Array.from(members),
    chosen: Int32Array.from(chosen),
    weights: Float64Array.from(weights),
    owners: Int32Array.from(owners),
  };
}

function checkStarts({ starts, order }: Rankings): void {
  for (let owner = 1; owner < starts.length; owner++) {
    if (!((starts[owner] ?? -1) >= (starts[owner - 1] ?? 0))) {
      throw new RangeError('The starts must rise from 0 to the number of entries.');
    }
  }
  if (starts[0] !== 0 || starts[starts.length - 1] !== order.length) {
    throw new RangeError('The starts must rise from 0 to the number of entries.');
  }
}

function countBits(word: number): number {
  let bits = 0;
  for (let rest = word; rest > 0; rest &= rest - 1) bits++;
  return bits;
}

function choose(n: number, k: number): number {
  let ways = 1;
  for (let step = 1; step <= k; step++) ways = (ways * (n - k + step)) / step;
  return ways;
}
