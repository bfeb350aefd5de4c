import { type GroupedLabels, groupLabels } from '#stats/aggregation/group-labels.ts';
import { isNumeric } from './numbers-of.ts';
import { emptyCode, type StatsTable } from './stats-table.ts';

export const labelColumns = [
  { name: 'item' },
  { name: 'annotator' },
  { name: 'label', mayBeEmpty: true },
] as const;

/** Labels with the names of what they are numbered by. */
export interface NamedLabels {
  readonly labels: GroupedLabels;
  readonly items: readonly string[];
  readonly annotators: readonly string[];
  /** The classes: numbers in rising order, words in the order of their characters. */
  readonly classes: readonly string[];
}

/** Reads labels from a table; rows with an empty label are left out, but their items and annotators stay known. */
export function readLabels(table: StatsTable<'item' | 'annotator' | 'label'>): NamedLabels {
  const item = table.column('item');
  const annotator = table.column('annotator');
  const label = table.column('label');
  const given = label.codes.some((code) => code === emptyCode)
    ? Int32Array.from(label.codes.keys()).filter((row) => label.codes[row] !== emptyCode)
    : null;
  const pick = (codes: Int32Array) => (given === null ? codes : given.map((row) => codes[row] ?? 0));
  const classes = sortClasses(label.levels);
  const places = new Map(classes.map((name, place) => [name, place]));
  const placeOf = Int32Array.from(label.levels, (name) => places.get(name) ?? 0);
  const labels = groupLabels({
    item: pick(item.codes),
    annotator: pick(annotator.codes),
    label: pick(label.codes).map((code) => placeOf[code] ?? 0),
    items: item.levels.length,
    annotators: annotator.levels.length,
    classes: classes.length,
  });
  return { labels, items: item.levels, annotators: annotator.levels, classes };
}

function sortClasses(levels: readonly string[]): string[] {
  const byCharacters = [...levels].sort();
  return isNumeric(levels)
    ? byCharacters.sort((first, second) => Number(first) - Number(second))
    : byCharacters;
}
