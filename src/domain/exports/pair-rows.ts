import type { ItemResponse } from '#domain/items/item.ts';
import { aggregatePreference } from './aggregate-preference.ts';
import { compareByRatings } from './aggregate-ratings.ts';
import { checkPair, checkPrompt } from './check-row.ts';
import type { ExportRow } from './column.ts';
import { type ContinuationPair, listContinuationPairs } from './continuation-rows.ts';
import { buildDialogueRows } from './dialogue-rows.ts';
import type { DropReason } from './drop-reason.ts';
import { buildEditRows, listEdits } from './edit-rows.ts';
import type { ExportItem, ItemRows } from './export-item.ts';
import type { ExportPlan } from './export-plan.ts';
import { finalOf, settleVerdict } from './final-answer.ts';
import type { PairVerdict } from './pair-verdict.ts';
import { writePairRow, writeTieRow } from './write-pair-row.ts';

interface Pair {
  readonly item: ExportItem;
  readonly first: ItemResponse;
  readonly second: ItemResponse;
  readonly verdict: PairVerdict;
}

interface MutableItemRows {
  readonly rows: ExportRow[];
  readonly ties: ExportRow[];
  readonly drops: DropReason[];
}

/** Makes the preference rows of one item: one where a pair was compared, one for each pair where responses were rated. */
export function buildPairRows(item: ExportItem, plan: ExportPlan): ItemRows {
  const result: MutableItemRows = { rows: [], ties: [], drops: [] };
  const dialogue = buildDialogueRows(item, plan);
  result.rows.push(...dialogue.rows);
  result.drops.push(...dialogue.drops);
  for (const pair of listContinuationPairs(item, plan)) addContinuation(result, plan, pair);
  const isCompared = plan.newest.overall !== null || plan.newest.rating !== null;
  if (!isCompared && listEdits(item, plan).length === 0) return result;
  const promptReason = checkPrompt(item.prompt, { allowTools: plan.format !== 'openai-dpo' });
  if (promptReason !== null) {
    result.drops.push(promptReason);
    return result;
  }
  const edits = buildEditRows(item, plan);
  result.rows.push(...edits.rows);
  result.drops.push(...edits.drops);
  if (!isCompared) return result;
  const { responses } = item;
  const isOnePair = plan.source === 'preference' && plan.newest.overall?.isRanking !== true;
  if (responses.length < 2 || (isOnePair && responses.length > 2)) {
    result.drops.push('not_a_pair');
    return result;
  }
  for (let one = 0; one < responses.length; one += 1) {
    for (let other = one + 1; other < responses.length; other += 1) {
      const [first, second] = [responses[one], responses[other]];
      if (first !== undefined && second !== undefined) addPair(result, plan, { item, first, second });
    }
  }
  return result;
}

function addPair(
  result: MutableItemRows,
  plan: ExportPlan,
  { item, first, second }: Omit<Pair, 'verdict'>,
): void {
  const compare = plan.source === 'preference' ? aggregatePreference : compareByRatings;
  const pair = { firstId: first.id, secondId: second.id, scales: plan.scales };
  const votes = compare({ judgments: item.judgments, ...pair });
  const final = finalOf(item, plan);
  const verdict = final.length === 0 ? votes : settleVerdict(votes, compare({ judgments: final, ...pair }));
  const reason = explainDrop(verdict, plan) ?? checkPair(first.text, second.text);
  if (reason === null) addRows(result, plan, { item, first, second, verdict });
  else result.drops.push(reason);
}

function addContinuation(result: MutableItemRows, plan: ExportPlan, pair: ContinuationPair): void {
  const { item, first, second, verdict } = pair;
  const reason =
    explainDrop(verdict, plan) ??
    checkPrompt(item.prompt, { allowTools: plan.format !== 'openai-dpo' }) ??
    checkPair(first.text, second.text);
  if (reason === null) addRows(result, plan, pair);
  else result.drops.push(reason);
}

function explainDrop(verdict: PairVerdict, { options }: ExportPlan): DropReason | null {
  if (verdict.isFinal !== true) {
    if (verdict.annotators < options.minJudgments) return 'too_few_judgments';
    if (verdict.agreement < options.minAgreement) return 'low_agreement';
  }
  if (verdict.outcome === 'both_bad') return 'both_bad';
  return verdict.outcome === 'tie' && options.ties === 'drop' ? 'tie' : null;
}

function addRows(result: MutableItemRows, plan: ExportPlan, pair: Pair): void {
  const { first, second } = pair;
  if (pair.verdict.outcome === 'first') {
    result.rows.push(writePairRow(plan, { ...pair, chosen: first, rejected: second }));
  } else if (pair.verdict.outcome === 'second') {
    result.rows.push(writePairRow(plan, { ...pair, chosen: second, rejected: first }));
  } else if (plan.options.ties === 'separate') {
    result.ties.push(writeTieRow(pair));
  } else {
    result.rows.push(writePairRow(plan, { ...pair, chosen: first, rejected: second }));
    result.rows.push(writePairRow(plan, { ...pair, chosen: second, rejected: first }));
  }
}
