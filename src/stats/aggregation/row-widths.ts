import type { GroupedLabels } from './group-labels.ts';

/**
 * **Rows filled up**: from one cell a class to `labels.width` cells, the new ones 0.
 *
 * What for: the tables that {@link expectLabels} walks through.
 *
 * When it misleads: never; the cells added are 0.
 *
 * Units: those of the rows.
 *
 * @example
 * const labels = groupLabels({ item: [0], annotator: [0], label: [1] });
 * widenRows(labels, new Float64Array([0.25, 0.75])); // Float64Array [0.25, 0.75, 0, 0]
 */
export function widenRows({ items, classes, width }: GroupedLabels, rows: Float64Array): Float64Array {
  const wide = new Float64Array(items * width);
  for (let item = 0; item < items; item++)
    for (let label = 0; label < classes; label++)
      wide[item * width + label] = rows[item * classes + label] ?? 0;
  return wide;
}

/**
 * **Rows of items without what fills them up**; those of items without labels are all 0.
 *
 * What for: posteriors as the estimators give them out.
 *
 * When it misleads: items without labels have only the priors for posteriors, which says nothing of them: so they get 0.
 *
 * Units: those of the rows.
 *
 * @example
 * const labels = groupLabels({ item: [1], annotator: [0], label: [1] });
 * narrowRows(labels, new Float64Array([1, 0, 0, 0, 0.25, 0.75, 0, 0])); // Float64Array [0, 0, 0.25, 0.75]
 */
export function narrowRows(
  { items, classes, width, starts }: GroupedLabels,
  wide: Float64Array,
): Float64Array {
  const rows = new Float64Array(items * classes);
  for (let item = 0; item < items; item++) {
    if (starts[item] === starts[item + 1]) continue;
    for (let label = 0; label < classes; label++)
      rows[item * classes + label] = wide[item * width + label] ?? 0;
  }
  return rows;
}
