import type { ItemResponse } from '#domain/items/item.ts';
import { checkPair } from './check-row.ts';
import type { ExportRow } from './column.ts';
import type { DropReason } from './drop-reason.ts';
import type { ExportItem } from './export-item.ts';
import type { ExportPlan } from './export-plan.ts';
import type { PairVerdict } from './pair-verdict.ts';
import { writePairRow } from './write-pair-row.ts';
import { listWritten } from './written-rows.ts';

/** One person preferred a text over another by making it. */
export const preferredByOne: PairVerdict = {
  outcome: 'first',
  annotators: 1,
  agreement: 1,
  votesFirst: 1,
  votesSecond: 0,
  votesTie: 0,
  votesBothBad: 0,
  strengthMean: -1,
  margin: 1,
};

interface PairRows {
  readonly rows: readonly ExportRow[];
  readonly drops: readonly DropReason[];
}

/** A text that was made by editing a response, and that response. */
interface Edit {
  readonly chosen: ItemResponse;
  readonly rejected: ItemResponse;
}

/** The responses that annotators edited. */
export function listEdits(
  { judgments, responses }: ExportItem,
  { rubrics, rubric: newest }: ExportPlan,
): Edit[] {
  return judgments.flatMap(({ answers, rubricVersion }) => {
    const rubric = rubrics.get(rubricVersion) ?? newest;
    return listWritten(answers, { rubric, purpose: 'reference' }).flatMap(({ text, editedFrom }) => {
      const rejected = responses.find(({ id }) => id === editedFrom);
      return rejected === undefined ? [] : [{ chosen: { id: 'edit', text }, rejected }];
    });
  });
}

/** Makes a pair of each response that was edited: the edit is chosen, the original rejected. */
export function buildEditRows(item: ExportItem, plan: ExportPlan): PairRows {
  const rows: ExportRow[] = [];
  const drops: DropReason[] = [];
  for (const { chosen, rejected } of listEdits(item, plan)) {
    const reason = checkPair(chosen.text, rejected.text);
    const pair = { item, first: chosen, second: rejected, chosen, rejected, verdict: preferredByOne };
    if (reason === null) rows.push(writePairRow(plan, pair));
    else drops.push(reason);
  }
  return { rows, drops };
}
