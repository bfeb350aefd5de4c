import { ownValue, type RankingAnswer } from '#domain/judging/answers.ts';
import { ranksOf } from '#domain/judging/pair-signs.ts';
import { checkPrompt, checkText } from './check-row.ts';
import type { ExportItem, ItemRows } from './export-item.ts';
import type { ExportPlan } from './export-plan.ts';
import { round } from './pair-verdict.ts';
import { asAssistant } from './write-pair-row.ts';

/** Makes one row of an item whose responses were ranked: the mean of the annotators' ranks decides. */
export function buildRankingRows(item: ExportItem, plan: ExportPlan): ItemRows {
  const none = { rows: [], ties: [] };
  const reason =
    checkPrompt(item.prompt, { allowTools: true }) ??
    item.responses.map(({ text }) => checkText(text)).find((each) => each !== null);
  if (reason) return { ...none, drops: [reason] };
  const rankings = listRankings(item, plan);
  if (rankings.length === 0) return { ...none, drops: ['unanswered'] };
  if (rankings.length < plan.options.minJudgments) return { ...none, drops: ['too_few_judgments'] };
  const means = item.responses.map(({ id }) => meanRank(rankings, id));
  const ranked = item.responses.flatMap((response, index) => {
    const mean = means[index];
    return mean === undefined || mean === null ? [] : [{ response, mean }];
  });
  if (ranked.length < 2) return { ...none, drops: ['not_a_pair'] };
  const order = [...new Set(ranked.map(({ mean }) => mean))].sort((one, other) => one - other);
  if (order.length < 2) return { ...none, drops: ['tie'] };
  const row = {
    context: item.prompt,
    completions: ranked.map(({ response, mean }) => ({
      rank: order.indexOf(mean),
      completion: asAssistant(response.text),
    })),
    item_id: item.itemId,
    pair_group: item.promptGroup,
    n_annotators: rankings.length,
    mean_ranks: ranked.map(({ mean }) => mean),
    ...(plan.options.includeModelNames && {
      response_models: ranked.map(({ response }) => response.model ?? ''),
    }),
  };
  return { ...none, rows: [row], drops: [] };
}

/** Each annotator's ranks by response id, from 1; those who called all bad have none. */
function listRankings({ judgments, responses }: ExportItem, { scales }: ExportPlan): Map<string, number>[] {
  const ids = responses.map(({ id }) => id);
  return judgments.flatMap(({ rubricVersion, answers }) => {
    const overall = scales.get(rubricVersion)?.overall;
    const answer = overall?.isRanking ? ownValue(answers.ranking, overall.key) : undefined;
    const ranks = answer === undefined ? undefined : ranksIn(answer, ids);
    return ranks === undefined ? [] : [ranks];
  });
}

function ranksIn(answer: RankingAnswer, ids: readonly string[]): Map<string, number> | undefined {
  if (answer.verdict === 'all_bad') return undefined;
  if (answer.verdict === 'ranked') return ranksOf(answer.groups);
  const { best, worst } = answer;
  const middle = (ids.length + 1) / 2;
  return new Map(ids.map((id) => [id, id === best ? 1 : id === worst ? ids.length : middle]));
}

/** Rounded, so that the same ranks in another order of annotators give the same bytes; null where nobody ranked it. */
function meanRank(rankings: readonly ReadonlyMap<string, number>[], id: string): number | null {
  const ranks = rankings.flatMap((ranking) => ranking.get(id) ?? []);
  return ranks.length === 0 ? null : round(ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length);
}
