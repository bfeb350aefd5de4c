import { ownValue } from '#domain/judging/answers.ts';
import { type Criterion, criteriaOf, type Rubric } from '#domain/rubrics/rubric.ts';
import { checkPrompt, checkText } from './check-row.ts';
import { type Column, type ExportRow, messageList } from './column.ts';
import type { DropReason } from './drop-reason.ts';
import type { ExportItem, ItemRows } from './export-item.ts';
import type { ExportPlan } from './export-plan.ts';
import { round } from './pair-verdict.ts';

/** The criteria that give each response a number. */
export function listRatedCriteria(rubric: Rubric): readonly Criterion[] {
  return criteriaOf(rubric, 'response').filter(({ scale }) =>
    ['rating', 'number', 'slider'].includes(scale.kind),
  );
}

/**
 * The ratings by which one response is better than another. One that is asked under a condition says how bad something
 * is that went wrong: of two responses the graver one must not be the chosen one.
 */
export function listComparableRatings(rubric: Rubric): readonly Criterion[] {
  return criteriaOf(rubric, 'response').filter(
    ({ scale, condition }) => scale.kind === 'rating' && condition === undefined,
  );
}

/** Columns of the ratings: one for each criterion, under its key; a key that is taken gets "rating_" before it. */
export function ratingColumns(rubric: Rubric): readonly Column[] {
  return [
    { name: 'prompt', type: messageList },
    { name: 'response', type: 'string' },
    ...listRatedCriteria(rubric).map(({ key }): Column => ({ name: columnName(key), type: 'float' })),
    { name: 'item_id', type: 'string' },
    { name: 'response_id', type: 'string' },
    { name: 'pair_group', type: 'string' },
    { name: 'n_annotators', type: 'int' },
  ];
}

const taken = ['prompt', 'response', 'item_id', 'response_id', 'pair_group', 'n_annotators', 'model'];

function columnName(key: string): string {
  return taken.includes(key) ? `rating_${key}` : key;
}

/** Makes one row a response with the mean of every rating; one that lacks a rating makes none, since no column is null. */
export function buildRatingRows(item: ExportItem, plan: ExportPlan): ItemRows {
  const reason = checkPrompt(item.prompt, { allowTools: true });
  if (reason !== null) return { rows: [], ties: [], drops: [reason] };
  const rows: ExportRow[] = [];
  const drops: DropReason[] = [];
  for (const response of item.responses) {
    const made = checkText(response.text) ?? rateResponse(item, { responseId: response.id, plan });
    if (typeof made === 'string') {
      drops.push(made);
      continue;
    }
    rows.push({
      prompt: item.prompt,
      response: response.text,
      ...made.means,
      item_id: item.itemId,
      response_id: response.id,
      pair_group: item.promptGroup,
      n_annotators: made.annotators,
      ...(plan.options.includeModelNames && { model: response.model ?? '' }),
    });
  }
  return { rows, ties: [], drops };
}

interface Rated {
  readonly means: Readonly<Record<string, number>>;
  readonly annotators: number;
}

function rateResponse(
  { judgments }: ExportItem,
  { responseId, plan }: { responseId: string; plan: ExportPlan },
): Rated | DropReason {
  const means: Record<string, number> = {};
  let fewest = Number.POSITIVE_INFINITY;
  for (const { key } of listRatedCriteria(plan.rubric)) {
    const values = judgments.flatMap(({ answers }) => {
      const value = ownValue(ownValue(answers.response, key), responseId);
      return typeof value === 'number' ? [value] : [];
    });
    if (values.length === 0) return 'unanswered';
    fewest = Math.min(fewest, values.length);
    means[columnName(key)] = round(values.reduce((sum, value) => sum + value, 0) / values.length);
  }
  if (!Number.isFinite(fewest)) return 'unanswered';
  return fewest < plan.options.minJudgments ? 'too_few_judgments' : { means, annotators: fewest };
}
