import type { ConditionTest } from '#domain/rubrics/condition.ts';
import type { Scale } from '#domain/rubrics/scale.ts';
import { optionsOf } from '#domain/rubrics/scale-points.ts';
import type { DraftCriterion } from './draft-rubric.ts';

/** Conditions follow an option of the criterion with this id that got another key. */
export function carryConditions(
  before: readonly DraftCriterion[],
  after: readonly DraftCriterion[],
  id: number,
): readonly DraftCriterion[] {
  const scaleIn = (criteria: readonly DraftCriterion[]) => criteria.find((each) => each.id === id)?.scale;
  const renamed = findRenamed(scaleIn(before), scaleIn(after));
  if (renamed === undefined) return after;
  return after.map((criterion) => {
    const { askedIf } = criterion;
    if (askedIf?.sourceId !== id) return criterion;
    return { ...criterion, askedIf: { ...askedIf, test: renameIn(askedIf.test, renamed) } };
  });
}

interface Renamed {
  readonly from: string;
  readonly to: string;
}

/** The one option whose key alone differs. */
function findRenamed(before: Scale | undefined, after: Scale | undefined): Renamed | undefined {
  if (before === undefined || after === undefined || before.kind !== after.kind) return undefined;
  const [from, to] = [before, after].map((scale) => optionsOf(scale).map(({ key }) => key));
  if (from === undefined || to === undefined || from.length !== to.length) return undefined;
  const changes = from.flatMap((key, index): Renamed[] => {
    const next = to[index];
    return next === undefined || next === key ? [] : [{ from: key, to: next }];
  });
  return changes.length === 1 ? changes[0] : undefined;
}

function renameIn(test: ConditionTest, { from, to }: Renamed): ConditionTest {
  if (test.kind === 'one_of')
    return { ...test, values: test.values.map((value) => (value === from ? to : value)) };
  if (test.kind === 'marked')
    return { ...test, labels: test.labels.map((label) => (label === from ? to : label)) };
  return test;
}
