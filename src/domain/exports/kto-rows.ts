import type { ItemResponse } from '#domain/items/item.ts';
import { aggregatePreference } from './aggregate-preference.ts';
import { aggregateRating } from './aggregate-ratings.ts';
import { checkPair, checkPrompt, checkText } from './check-row.ts';
import type { ExportRow } from './column.ts';
import type { DropReason } from './drop-reason.ts';
import type { ExportItem, ItemRows } from './export-item.ts';
import type { ExportPlan } from './export-plan.ts';
import { type Answered, finalOf, settleVerdict } from './final-answer.ts';
import type { PairVerdict } from './pair-verdict.ts';
import { round } from './pair-verdict.ts';
import { asAssistant } from './write-pair-row.ts';

interface Label {
  readonly label: boolean;
  /** 0 to 1: the mean rating as a share of its scale, or the share of votes. */
  readonly score: number;
  readonly annotators: number;
  readonly agreement: number;
  readonly isFinal: boolean;
}

/** Makes the rows for KTO: from ratings of each response where there are any, else from the comparison. */
export function buildKtoRows(item: ExportItem, plan: ExportPlan): ItemRows {
  const promptReason = checkPrompt(item.prompt, { allowTools: true });
  if (promptReason !== null) return { rows: [], ties: [], drops: [promptReason] };
  return plan.source === 'rating' ? buildFromRatings(item, plan) : buildFromComparison(item, plan);
}

function buildFromRatings(item: ExportItem, plan: ExportPlan): ItemRows {
  const rows: ExportRow[] = [];
  const drops: DropReason[] = [];
  for (const response of item.responses) {
    const label = labelByRating(item, plan, response.id);
    const reason = typeof label === 'string' ? label : checkText(response.text);
    if (reason !== null) drops.push(reason);
    else if (typeof label !== 'string') rows.push(writeKtoRow(plan, item, { response, label }));
  }
  return { rows, ties: [], drops };
}

function labelByRating(item: ExportItem, plan: ExportPlan, responseId: string): Label | DropReason {
  const { options, scales } = plan;
  const { ktoGoodFrom: goodFrom, ktoBadUpTo: badUpTo } = options;
  const rate = (judgments: readonly Answered[]) =>
    aggregateRating({ judgments, responseId, scales, goodFrom, badUpTo });
  const rated = rate(item.judgments);
  const final = rate(finalOf(item, plan));
  const isFinal = final.annotators > 0;
  const { annotators } = rated;
  const { meanShare } = isFinal ? final : rated;
  if (!isFinal && annotators < options.minJudgments) return 'too_few_judgments';
  if (meanShare > badUpTo && meanShare < goodFrom) return 'middle_rating';
  const label = meanShare >= goodFrom;
  const agreement = annotators === 0 ? 0 : (label ? rated.goodVotes : rated.badVotes) / annotators;
  if (!isFinal && agreement < options.minAgreement) return 'low_agreement';
  return { label, score: meanShare, annotators, agreement, isFinal };
}

function buildFromComparison(item: ExportItem, plan: ExportPlan): ItemRows {
  const [first, second, third] = item.responses;
  if (first === undefined || second === undefined || third !== undefined) {
    return { rows: [], ties: [], drops: ['not_a_pair'] };
  }
  const { judgments } = item;
  const [firstId, secondId] = [first.id, second.id];
  const pair = { firstId, secondId, scales: plan.scales };
  const votes = aggregatePreference({ judgments, ...pair });
  const final = finalOf(item, plan);
  const verdict =
    final.length === 0 ? votes : settleVerdict(votes, aggregatePreference({ judgments: final, ...pair }));
  const reason = explainDrop(verdict, plan) ?? checkPair(first.text, second.text);
  if (reason !== null) return { rows: [], ties: [], drops: [reason] };
  const rows = [
    writeKtoRow(plan, item, { response: first, label: labelByVotes(verdict, 'first') }),
    writeKtoRow(plan, item, { response: second, label: labelByVotes(verdict, 'second') }),
  ];
  return { rows, ties: [], drops: [] };
}

function explainDrop(verdict: PairVerdict, { options }: ExportPlan): DropReason | null {
  if (verdict.isFinal !== true) {
    if (verdict.annotators < options.minJudgments) return 'too_few_judgments';
    if (verdict.agreement < options.minAgreement) return 'low_agreement';
  }
  return verdict.outcome === 'tie' ? 'tie' : null;
}

/** Both responses are false where both were called bad. */
function labelByVotes(verdict: PairVerdict, side: 'first' | 'second'): Label {
  const { annotators, agreement, votesFirst, votesSecond, votesTie, isFinal = false } = verdict;
  const votes = side === 'first' ? votesFirst : votesSecond;
  return {
    label: verdict.outcome === side,
    score: annotators === 0 ? 0 : (votes + votesTie / 2) / annotators,
    annotators,
    agreement,
    isFinal,
  };
}

function writeKtoRow(
  { source, options }: ExportPlan,
  item: ExportItem,
  { response, label }: { response: ItemResponse; label: Label },
): ExportRow {
  const row = {
    prompt: item.prompt,
    completion: asAssistant(response.text),
    label: label.label,
    item_id: item.itemId,
    response_id: response.id,
    pair_group: item.promptGroup,
    label_source: source,
    score: round(label.score),
    n_annotators: label.annotators,
    agreement: round(label.agreement),
    adjudicated: label.isFinal,
  };
  return options.includeModelNames ? { ...row, model: response.model ?? '' } : row;
}
