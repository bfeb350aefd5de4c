import { buildAnnotationRows } from './annotation-rows.ts';
import { buildConversationRows } from './conversation-rows.ts';
import type { ExportFormat } from './export-format.ts';
import type { ExportItem, ItemRows } from './export-item.ts';
import type { ExportPlan } from './export-plan.ts';
import { buildKtoRows } from './kto-rows.ts';
import { buildMarkRows } from './mark-rows.ts';
import { buildPairRows } from './pair-rows.ts';
import { buildRankingRows } from './ranking-rows.ts';
import { buildRatingRows } from './rating-rows.ts';
import { buildStepRows } from './step-rows.ts';
import { buildPromptRows, buildSftRows } from './written-rows.ts';

const taskBuilders: Readonly<
  Partial<Record<ExportFormat, (item: ExportItem, plan: ExportPlan) => ItemRows>>
> = {
  'nemo-ranking': buildRankingRows,
  ratings: buildRatingRows,
  'trl-sft': buildSftRows,
  'trl-prompts': buildPromptRows,
  'trl-stepwise': buildStepRows,
  marks: buildMarkRows,
  conversations: buildConversationRows,
};

/** Makes what one item gives to an export. */
export function buildRows(item: ExportItem, plan: ExportPlan): ItemRows {
  if (plan.format === 'annotations') return buildAnnotationRows(item, plan);
  if (plan.format === 'trl-kto') return buildKtoRows(item, plan);
  const build = taskBuilders[plan.format];
  return build === undefined ? buildPairRows(item, plan) : build(item, plan);
}
