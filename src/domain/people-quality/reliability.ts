import { groupLabels } from '#stats/aggregation/group-labels.ts';
import { oneCoinDawidSkene } from '#stats/aggregation/one-coin-dawid-skene.ts';
import { type Figure, known, leastOfPerson, missing } from './figure.ts';
import type { PeopleVotes } from './people-votes.ts';
import { forEachUnit } from './split-by-person.ts';

/** More different answers than this are no classes. */
const mostClasses = 12;

/**
 * How often each person is probably right: one-coin Dawid–Skene on what was judged by two or more. Of a preference the
 * side counts. Gold answers can join in as known labels once there are any.
 */
export function reliabilityOfAll({ annotatorIds, criterion, units, tasks }: PeopleVotes): Figure[] {
  const everybody = (figure: Figure) => annotatorIds.map(() => figure);
  if (criterion === null) return everybody(missing('nothing_measured'));
  if (annotatorIds.length < 2) return everybody(missing('one_person'));
  const columns = { item: [] as number[], annotator: [] as number[], label: [] as number[] };
  const classes = new Map<number, number>();
  let shared = 0;
  forEachUnit(units, (from, to) => {
    if (to - from < 2) return;
    for (let vote = from; vote < to; vote++) {
      const given = units.values[vote] ?? 0;
      const value = criterion.hasSides ? Math.sign(given) : given;
      if (!classes.has(value)) classes.set(value, classes.size);
      columns.item.push(shared);
      columns.annotator.push(tasks.annotators[units.tasks[vote] ?? -1] ?? 0);
      columns.label.push(classes.get(value) ?? 0);
    }
    shared += 1;
  });
  if (shared === 0) return everybody(missing('no_overlap'));
  if (classes.size > mostClasses) return everybody(missing('too_many_values'));
  if (classes.size < 2)
    return everybody(missing(criterion.hasSides && classes.has(0) ? 'all_ties' : 'no_variation'));
  const labels = groupLabels({ ...columns, annotators: annotatorIds.length });
  return oneCoinDawidSkene({ labels, iterations: 100, tolerance: 1e-7 }).reliability.map((figure) => {
    if (figure.value === null) return missing('no_overlap');
    if (figure.labels < leastOfPerson) return missing('too_few', figure.labels, leastOfPerson);
    return known(figure.value, figure.lower, figure.upper, figure.labels);
  });
}
