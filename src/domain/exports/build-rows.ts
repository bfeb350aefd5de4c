import { buildAnnotationRows } from './annotation-rows.ts';
import type { ExportItem, ItemRows } from './export-item.ts';
import type { ExportPlan } from './export-plan.ts';
import { buildKtoRows } from './kto-rows.ts';
import { buildPairRows } from './pair-rows.ts';

/** Makes what one item gives to an export. */
export function buildRows(item: ExportItem, plan: ExportPlan): ItemRows {
  if (plan.format === 'annotations') return buildAnnotationRows(item, plan);
  if (plan.format === 'trl-kto') return buildKtoRows(item, plan);
  return buildPairRows(item, plan);
}
