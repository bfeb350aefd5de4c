import type { ItemResponse } from '#domain/items/item.ts';
import { type Answers, ownValue } from '#domain/judging/answers.ts';
import { isStorableText } from '#domain/text/is-storable-text.ts';
import type { ExportRow } from './column.ts';
import type { ExportItem, ExportJudgment, ItemRows } from './export-item.ts';
import type { ExportPlan } from './export-plan.ts';

/**
 * Makes one row a judgment, with everything that was answered. Nothing is left out for what it says, only texts that
 * no file can hold. Answers are JSON in a string: their keys differ between rubrics, and columns must not.
 */
export function buildAnnotationRows(item: ExportItem, plan: ExportPlan): ItemRows {
  if (
    !item.prompt.every(({ content }) => isStorableText(content)) ||
    !item.responses.every(({ text }) => isStorableText(text)) ||
    item.dialogue?.every(({ text }) => isStorableText(text)) === false
  ) {
    return { rows: [], ties: [], drops: item.judgments.map(() => 'malformed_text') };
  }
  const shared = {
    // Without the models' names, which annotators must not have seen and readers may not ask for.
    responses: item.responses.map(({ id, text }) => ({ id, text })),
    final_answer: writeFinal(item),
    dialogue: writeDialogue(item, plan),
  };
  const rows = item.judgments.map((judgment) => {
    const row = writeAnnotationRow({ item, judgment, plan, shared });
    if (!plan.options.includeModelNames) return row;
    return { ...row, response_models: item.responses.map((response) => response.model ?? '') };
  });
  return { rows, ties: [], drops: [] };
}

/** The keys stand in the order of the columns: so they can be written in one go. */
function writeAnnotationRow({
  item,
  judgment,
  plan,
  shared,
}: {
  item: ExportItem;
  judgment: ExportJudgment;
  plan: ExportPlan;
  shared: { responses: readonly ItemResponse[]; final_answer: string; dialogue: string };
}): ExportRow {
  const { answers } = judgment;
  const overall = overallOf(judgment, plan);
  return {
    judgment_id: judgment.judgmentId,
    item_id: item.itemId,
    pair_group: item.promptGroup,
    annotator: judgment.annotator,
    submitted_at: judgment.submittedAt,
    rubric_version: judgment.rubricVersion,
    guideline_version: judgment.guidelineVersion,
    active_ms: judgment.activeMs,
    order_shown: judgment.responseOrder.map((index) => item.responses[index]?.id ?? ''),
    prompt: item.prompt,
    responses: shared.responses,
    verdict: overall.verdict,
    preferred_response: overall.preferred,
    strength: overall.strength,
    confidence: answers.confidence ?? 0,
    justification: answers.justification ?? '',
    pair_answers: JSON.stringify(answers.pair),
    response_answers: JSON.stringify(answers.response),
    task_answers: JSON.stringify(answers.task),
    other_answers: JSON.stringify(otherAnswers(answers)),
    review: judgment.review ?? '',
    is_gold: judgment.isGold,
    final_answer: shared.final_answer,
    dialogue: shared.dialogue,
  };
}

/** What the item was settled with, as JSON; empty where nobody settled it. It stands beside what each annotator said. */
function writeFinal({ final }: ExportItem): string {
  if (final === undefined) return '';
  const { answers, cause, rubricVersion } = final;
  return JSON.stringify({ cause, rubric_version: rubricVersion, answers });
}

/** The tree that continuations were chosen from, as JSON; empty where an item has none. */
function writeDialogue({ dialogue }: ExportItem, { options }: ExportPlan): string {
  if (dialogue === undefined) return '';
  return JSON.stringify(
    dialogue.map(({ id, parentId, role, text, model }) => ({
      ...{ id, parent: parentId, role, text },
      ...(options.includeModelNames && { model: model ?? '' }),
    })),
  );
}

/** Everything that has no column of its own: rankings, turns, steps, marks, regions, texts, runs, what is unsettled. */
function otherAnswers(answers: Answers): Record<string, unknown> {
  const { pair, response, task, justification, confidence, ...others } = answers;
  return others;
}

function overallOf({ rubricVersion, answers }: ExportJudgment, { scales }: ExportPlan) {
  const key = scales.get(rubricVersion)?.overall?.key;
  const answer = key === undefined ? undefined : ownValue(answers.pair, key);
  if (answer === undefined) return { verdict: '', preferred: '', strength: 0 };
  if (answer.verdict !== 'prefers') return { verdict: answer.verdict, preferred: '', strength: 0 };
  return { verdict: answer.verdict, preferred: answer.responseId, strength: answer.strength };
}
