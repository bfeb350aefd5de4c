/** How alike two things are, or null where that is not known. */
export type Similarity = (one: number, other: number) => number | null;

interface Join {
  readonly first: number;
  readonly second: number;
  readonly likeness: number;
}

/**
 * An order of the things 0 … count − 1 in which those that are alike stand beside each other: average-linkage
 * clustering, the clusters turned so that the ends that meet are most alike. Pairs of which nothing is known are left
 * out of the averages; clusters without any known pair are joined last, in order.
 */
export function orderBySimilarity(count: number, similarityOf: Similarity): number[] {
  let clusters: (readonly number[])[] = Array.from({ length: count }, (_, index) => [index]);
  while (clusters.length > 1) {
    const { first, second } = nearest(clusters, similarityOf);
    const [one, other] = [clusters[first] ?? [], clusters[second] ?? []];
    clusters = clusters.filter((_, index) => index !== first && index !== second);
    clusters.unshift(joinEnds(one, other, similarityOf));
  }
  return [...(clusters[0] ?? [])];
}

function nearest(clusters: readonly (readonly number[])[], similarityOf: Similarity): Join {
  let best: Join = { first: 0, second: 1, likeness: Number.NEGATIVE_INFINITY };
  for (let first = 0; first < clusters.length; first++) {
    for (let second = first + 1; second < clusters.length; second++) {
      const likeness = meanSimilarity(clusters[first] ?? [], clusters[second] ?? [], similarityOf);
      if (likeness > best.likeness) best = { first, second, likeness };
    }
  }
  return best;
}

function meanSimilarity(one: readonly number[], other: readonly number[], similarityOf: Similarity): number {
  let [sum, known] = [0, 0];
  for (const a of one) {
    for (const b of other) {
      const similarity = similarityOf(a, b);
      if (similarity === null) continue;
      sum += similarity;
      known += 1;
    }
  }
  return known === 0 ? Number.NEGATIVE_INFINITY : sum / known;
}

function joinEnds(one: readonly number[], other: readonly number[], similarityOf: Similarity): number[] {
  const ways = [one, one.toReversed()].flatMap((left) =>
    [other, other.toReversed()].map((right) => ({ left, right })),
  );
  const meeting = ({ left, right }: (typeof ways)[number]) =>
    similarityOf(left.at(-1) ?? 0, right[0] ?? 0) ?? Number.NEGATIVE_INFINITY;
  // Of equal ways the first stays, so that the order does not depend on chance.
  const best = ways.reduce((found, way) => (meeting(way) > meeting(found) ? way : found));
  return [...best.left, ...best.right];
}
