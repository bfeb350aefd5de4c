import type { Rubric } from '#domain/rubrics/rubric.ts';
import type { Column } from './column.ts';
import type { ExportFormat } from './export-format.ts';
import type { ExportOptions } from './export-options.ts';
import { columnsOf } from './format-columns.ts';
import { listComparableRatings } from './rating-rows.ts';

export interface OverallScale {
  readonly key: string;
  readonly steps: number;
  readonly tie: boolean;
  /** A ranking makes a comparison of every two responses. */
  readonly isRanking: boolean;
}

export interface ResponseRating {
  readonly key: string;
  readonly min: number;
  readonly max: number;
}

/** Where one version of the rubric keeps what an export reads. */
export interface VersionScales {
  readonly overall: OverallScale | null;
  readonly rating: ResponseRating | null;
}

/** Everything about an export that does not change from item to item, worked out once. */
export interface ExportPlan {
  readonly format: ExportFormat;
  readonly options: ExportOptions;
  readonly columns: readonly Column[];
  /** What makes the labels: the overall preference or a rating of each response. */
  readonly source: 'preference' | 'rating';
  readonly newest: VersionScales;
  readonly scales: ReadonlyMap<number, VersionScales>;
  readonly rubrics: ReadonlyMap<number, Rubric>;
  /** What the newest version asks. */
  readonly rubric: Rubric;
}

/**
 * Plans an export over judgments made under several versions of a rubric; the newest decides what is read.
 * @throws RangeError where there is no version at all.
 */
export function makeExportPlan({
  format,
  options,
  rubrics,
}: {
  readonly format: ExportFormat;
  readonly options: ExportOptions;
  /** By version number. */
  readonly rubrics: ReadonlyMap<number, Rubric>;
}): ExportPlan {
  const scales = new Map(
    [...rubrics].map(([version, rubric]) => [version, findScales(rubric, options.ratingKey)]),
  );
  const rubric = rubrics.get(Math.max(...rubrics.keys()));
  const newest = scales.get(Math.max(...rubrics.keys()));
  if (newest === undefined || rubric === undefined)
    throw new RangeError('An export needs at least one version of the rubric.');
  // KTO learns from absolute worth, which a rating says better than a comparison.
  const prefersRating = format === 'trl-kto' || newest.overall === null;
  const source = prefersRating && newest.rating !== null ? 'rating' : 'preference';
  const columns = columnsOf(format, { ...options, rubric });
  return { format, options, columns, source, newest, scales, rubrics, rubric };
}

function findScales(rubric: Rubric, ratingKey: string | null): VersionScales {
  return { overall: findOverall(rubric), rating: findRating(rubric, ratingKey) };
}

function findOverall(rubric: Rubric): OverallScale | null {
  const criterion = rubric.criteria.find(({ key }) => key === rubric.overallKey);
  if (criterion?.scale.kind === 'ranking')
    return { key: criterion.key, steps: 1, tie: criterion.scale.ties, isRanking: true };
  if (criterion?.scale.kind !== 'preference') return null;
  const { steps, tie } = criterion.scale;
  return { key: criterion.key, steps, tie, isRanking: false };
}

function findRating(rubric: Rubric, ratingKey: string | null): ResponseRating | null {
  const ratings = listComparableRatings(rubric).flatMap(({ key, scale }) =>
    scale.kind === 'rating' ? [{ key, min: scale.min, max: scale.max }] : [],
  );
  const found = ratings.find(({ key }) => key === (ratingKey ?? 'helpfulness'));
  return found ?? (ratingKey === null ? (ratings[0] ?? null) : null);
}
