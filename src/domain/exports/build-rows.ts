import { buildAnnotationRows } from './annotation-rows.ts';
import { buildConversationRows } from './conversation-rows.ts';
import type { ExportFormat } from './export-format.ts';
import type { ExportItem, ItemRows } from './export-item.ts';
import type { ExportPlan } from './export-plan.ts';
import { finalOf, isSettledBad } from './final-answer.ts';
import { buildKtoRows } from './kto-rows.ts';
import { buildMarkRows } from './mark-rows.ts';
import { buildPairRows } from './pair-rows.ts';
import { buildRankingRows } from './ranking-rows.ts';
import { buildRatingRows } from './rating-rows.ts';
import { buildStepRows } from './step-rows.ts';
import { buildPromptRows, buildSftRows } from './written-rows.ts';

type Build = (item: ExportItem, plan: ExportPlan) => ItemRows;

const taskBuilders: Readonly<Partial<Record<ExportFormat, Build>>> = {
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
  const isCombined = !(plan.format in taskBuilders) || combined.includes(plan.format);
  if (isCombined && isSettledBad(item, plan)) return { rows: [], ties: [], drops: ['bad_item'] };
  if (plan.format === 'trl-kto') return buildKtoRows(item, plan);
  const build = taskBuilders[plan.format];
  if (build === undefined) return buildPairRows(item, plan);
  return combined.includes(plan.format) ? buildSettled(build, item, plan) : build(item, plan);
}

/** Formats, beside pairs and labels, in which several judgments become one row. */
const combined: readonly ExportFormat[] = ['nemo-ranking', 'ratings', 'trl-stepwise'];

/** The final answer in the place of all judgments, where it says what the format holds. */
function buildSettled(build: Build, item: ExportItem, plan: ExportPlan): ItemRows {
  const [final] = finalOf(item, plan);
  const [model] = item.judgments;
  if (final === undefined || model === undefined) return build(item, plan);
  const alone = { ...plan, options: { ...plan.options, minJudgments: 1 } };
  const made = build({ ...item, judgments: [{ ...model, ...final }] }, alone);
  return made.rows.length > 0 ? made : build(item, plan);
}
