import type { ItemResponse, Message } from '#domain/items/item.ts';
import type { ExportRow } from './column.ts';
import type { ExportItem } from './export-item.ts';
import type { ExportPlan } from './export-plan.ts';
import type { PairVerdict } from './pair-verdict.ts';
import { round } from './pair-verdict.ts';

export interface ChosenPair {
  readonly item: ExportItem;
  readonly first: ItemResponse;
  readonly second: ItemResponse;
  readonly chosen: ItemResponse;
  readonly rejected: ItemResponse;
  readonly verdict: PairVerdict;
}

/** One row of a preference format, keys in the order of its columns. */
export function writePairRow(plan: ExportPlan, pair: ChosenPair): ExportRow {
  if (plan.format === 'openai-dpo') return writeOpenAiRow(pair);
  const row: Record<string, unknown> = {
    prompt: pair.item.prompt,
    chosen: asAssistant(pair.chosen.text),
    rejected: asAssistant(pair.rejected.text),
  };
  if (plan.format === 'trl-reward') row.margin = marginOf(plan, pair.verdict);
  addEvidence(row, plan, pair);
  if (plan.options.includeModelNames) {
    row.chosen_model = pair.chosen.model ?? '';
    row.rejected_model = pair.rejected.model ?? '';
  }
  return row;
}

/** Filled in place: spreading objects together costs more than all the rest of a row. */
function addEvidence(
  row: Record<string, unknown>,
  plan: ExportPlan,
  { item, chosen, first, verdict }: ChosenPair,
): void {
  const isFirstChosen = chosen === first;
  row.item_id = item.itemId;
  row.pair_group = item.promptGroup;
  row.n_annotators = verdict.annotators;
  row.agreement = round(verdict.agreement);
  row.votes_chosen = isFirstChosen ? verdict.votesFirst : verdict.votesSecond;
  row.votes_rejected = isFirstChosen ? verdict.votesSecond : verdict.votesFirst;
  row.votes_tie = verdict.votesTie;
  row.votes_both_bad = verdict.votesBothBad;
  row.preference_strength_mean = strengthToward(plan, verdict, isFirstChosen);
  row.adjudicated = verdict.isFinal === true;
}

/** Exactly one assistant message of plain text a side, and no other key: the strictest of the four vendors. */
function writeOpenAiRow({ item, chosen, rejected }: ChosenPair): ExportRow {
  return {
    input: { messages: item.prompt },
    preferred_output: asAssistant(chosen.text),
    non_preferred_output: asAssistant(rejected.text),
  };
}

/** One row of the ties that are kept apart. */
export function writeTieRow({
  item,
  first,
  second,
  verdict,
}: Omit<ChosenPair, 'chosen' | 'rejected'>): ExportRow {
  return {
    prompt: item.prompt,
    response_1: asAssistant(first.text),
    response_2: asAssistant(second.text),
    item_id: item.itemId,
    pair_group: item.promptGroup,
    n_annotators: verdict.annotators,
    votes_1: verdict.votesFirst,
    votes_2: verdict.votesSecond,
    votes_tie: verdict.votesTie,
    votes_both_bad: verdict.votesBothBad,
    adjudicated: verdict.isFinal === true,
  };
}

/** A response as the single assistant message that trainers read. */
export function asAssistant(content: string): Message[] {
  return [{ role: 'assistant', content }];
}

/** The mean strength in the scale's own steps, positive toward the chosen response. */
function strengthToward(
  { source, newest }: ExportPlan,
  { strengthMean }: PairVerdict,
  isFirstChosen: boolean,
): number {
  const { overall, rating } = newest;
  const points =
    source === 'preference' ? (overall?.steps ?? 1) : rating === null ? 1 : rating.max - rating.min;
  return round((isFirstChosen ? -strengthMean : strengthMean) * points);
}

function marginOf({ options }: ExportPlan, { margin }: PairVerdict): number {
  if (options.margin === 'none') return 0;
  return round(options.margin === 'large' ? margin * 3 : margin);
}
