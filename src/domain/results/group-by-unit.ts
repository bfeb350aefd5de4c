import type { UnitRows } from '#stats/agreement/unit-values.ts';
import type { AgreementValues } from './agreement-values.ts';

/** Gathers the values of each unit, in the order in which units first appear: what the agreement statistics take. */
export function groupByUnit({ unitIds, values }: Pick<AgreementValues, 'unitIds' | 'values'>): UnitRows {
  const rows = new Map<string, number[]>();
  unitIds.forEach((unitId, index) => {
    const value = values[index];
    if (value === undefined) return;
    const row = rows.get(unitId);
    if (row === undefined) rows.set(unitId, [value]);
    else row.push(value);
  });
  return [...rows.values()];
}
