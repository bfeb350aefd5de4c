import { type Closeness, closenessOf } from './closeness.ts';
import {
  compareEveryTwo,
  compareWithOthers,
  mainCriterion,
  type PeopleMatrix,
  type PersonAgreement,
} from './compare-people.ts';
import {
  findWeakestCriterion,
  findWeakestPerson,
  findWeakestSlice,
  type WeakestCriterion,
  type WeakestPerson,
  type WeakestSlice,
} from './find-weakest.ts';
import { type Measures, measure } from './measures.ts';
import { type SliceUnits, sliceByItem, sliceByLatest, sliceByVote } from './slice-units.ts';
import type { CriterionVotes, Votes } from './votes.ts';
import { dateOfDay } from './week-of.ts';

export const sliceDimensions = ['domain', 'model_pair', 'guideline', 'week'] as const;
export type SliceDimension = (typeof sliceDimensions)[number];

/** A part of a criterion's units. */
export interface Slice extends Measures {
  readonly dimension: SliceDimension;
  /** A domain, two models ("a · b"), a version's number, or the Monday of a week (YYYY-MM-DD). */
  readonly name: string;
}

export interface CriterionQuality
  extends Measures,
    Pick<CriterionVotes, 'key' | 'label' | 'target' | 'metric' | 'unit' | 'hasSides'> {
  readonly slices: readonly Slice[];
  /** Slices that there was no room for: those with the fewest units, and the oldest weeks. */
  readonly slicesLeftOut: number;
}

/** Everything that is computed from votes; the same votes give the same figures, also those by chance. */
export interface QualityFigures {
  readonly criteria: readonly CriterionQuality[];
  /** The criterion on which people are compared; null where nothing is measured. */
  readonly mainKey: string | null;
  readonly closeness: Closeness | null;
  readonly people: readonly PersonAgreement[];
  readonly matrix: PeopleMatrix;
  readonly weakest: {
    readonly criterion: WeakestCriterion | null;
    readonly person: WeakestPerson | null;
    readonly slice: WeakestSlice | null;
  };
}

const mostSlices = 24;
const mostWeeks = 53;

export function computeFigures(votes: Votes): QualityFigures {
  const criteria = votes.criteria.map((criterion) => computeCriterion(criterion, votes));
  const people = compareWithOthers(votes);
  return {
    criteria,
    mainKey: mainCriterion(votes)?.key ?? null,
    closeness: closenessOf(votes),
    people,
    matrix: compareEveryTwo(votes),
    weakest: {
      criterion: findWeakestCriterion(criteria),
      person: findWeakestPerson(people),
      slice: findWeakestSlice(criteria),
    },
  };
}

function computeCriterion(criterion: CriterionVotes, votes: Votes): CriterionQuality {
  const { key, label, target, metric, unit, hasSides } = criterion;
  const chosen = sliceDimensions.map((dimension) => chooseSlices(dimension, criterion, votes));
  return {
    ...{ key, label, target, metric, unit, hasSides },
    ...measure({ units: criterion, metric, hasSides, seed: key, isSlice: false }),
    slices: chosen.flatMap(({ slices }) =>
      slices.map(({ dimension, name, units }) => ({
        dimension,
        name,
        ...measure({ units, metric, hasSides, seed: `${key}:${dimension}:${name}`, isSlice: true }),
      })),
    ),
    slicesLeftOut: chosen.reduce((sum, { leftOut }) => sum + leftOut, 0),
  };
}

interface NamedSlice {
  readonly dimension: SliceDimension;
  readonly name: string;
  readonly units: SliceUnits;
}

/** The slices of one dimension that there is room for: weeks and versions in order, others with most units first. */
function chooseSlices(
  dimension: SliceDimension,
  criterion: CriterionVotes,
  votes: Votes,
): { slices: NamedSlice[]; leftOut: number } {
  const slices = [...slicesOf(dimension, criterion, votes)].map(([slice, units]) => ({
    slice,
    dimension,
    name: nameOf(dimension, slice, votes),
    units,
  }));
  const isOrdered = dimension === 'week' || dimension === 'guideline';
  const size = ({ units }: NamedSlice) => units.starts.length;
  const sorted = slices.sort((a, b) => (isOrdered ? b.slice - a.slice : size(b) - size(a)));
  const kept = sorted.slice(0, dimension === 'week' ? mostWeeks : mostSlices);
  return { slices: isOrdered ? kept.reverse() : kept, leftOut: sorted.length - kept.length };
}

function slicesOf(
  dimension: SliceDimension,
  criterion: CriterionVotes,
  { items }: Votes,
): Map<number, SliceUnits> {
  switch (dimension) {
    case 'domain':
      return sliceByItem(criterion, items.domains);
    case 'model_pair':
      return sliceByItem(criterion, items.pairs);
    case 'guideline':
      return sliceByVote(criterion, criterion.guidelines);
    case 'week':
      return sliceByLatest(criterion, criterion.weeks);
  }
}

function nameOf(dimension: SliceDimension, slice: number, { domains, modelPairs }: Votes): string {
  switch (dimension) {
    case 'domain':
      return domains[slice] ?? '';
    case 'model_pair':
      return (modelPairs[slice] ?? []).join(' · ');
    case 'guideline':
      return String(slice);
    case 'week':
      return dateOfDay(slice);
  }
}
