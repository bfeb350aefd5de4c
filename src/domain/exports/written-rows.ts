import { type Answers, ownValue, type WrittenText } from '#domain/judging/answers.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { checkPrompt, checkText } from './check-row.ts';
import type { ExportRow } from './column.ts';
import type { DropReason } from './drop-reason.ts';
import type { ExportItem, ExportJudgment, ItemRows } from './export-item.ts';
import type { ExportPlan } from './export-plan.ts';
import { asAssistant } from './write-pair-row.ts';

type Purpose = 'prompt' | 'reference';

/** The texts that somebody wrote for a purpose. */
export function listWritten(
  answers: Answers,
  { rubric, purpose }: { rubric: Rubric; purpose: Purpose },
): WrittenText[] {
  return rubric.criteria.flatMap(({ key, scale }) => {
    const written =
      scale.kind === 'writing' && scale.purpose === purpose ? ownValue(answers.writing, key) : undefined;
    return written === undefined || written.text.trim() === '' ? [] : [written];
  });
}

/** Makes one row a reference response, for supervised fine-tuning. */
export function buildSftRows(item: ExportItem, plan: ExportPlan): ItemRows {
  const reason = checkPrompt(item.prompt, { allowTools: true });
  if (reason !== null) return { rows: [], ties: [], drops: [reason] };
  return buildWritten(item, plan, {
    purpose: 'reference',
    write: ({ text, editedFrom }, judgment) => ({
      prompt: item.prompt,
      completion: asAssistant(text),
      ...aboutOf(item, judgment),
      edited_from: editedFrom ?? '',
      original: item.responses.find(({ id }) => id === editedFrom)?.text ?? '',
    }),
  });
}

/** Makes one row a prompt that somebody wrote. */
export function buildPromptRows(item: ExportItem, plan: ExportPlan): ItemRows {
  return buildWritten(item, plan, {
    purpose: 'prompt',
    write: ({ text }, judgment) => ({
      prompt: [...item.prompt, { role: 'user', content: text }],
      ...aboutOf(item, judgment),
      goal: item.brief?.goal ?? '',
    }),
  });
}

function aboutOf(item: ExportItem, judgment: ExportJudgment): ExportRow {
  return {
    item_id: item.itemId,
    pair_group: item.promptGroup,
    judgment_id: judgment.judgmentId,
    annotator: judgment.annotator,
  };
}

function buildWritten(
  { judgments }: ExportItem,
  { rubrics, rubric: newest }: ExportPlan,
  how: { purpose: Purpose; write: (written: WrittenText, judgment: ExportJudgment) => ExportRow },
): ItemRows {
  const rows: ExportRow[] = [];
  const drops: DropReason[] = [];
  for (const judgment of judgments) {
    const rubric = rubrics.get(judgment.rubricVersion) ?? newest;
    const written = listWritten(judgment.answers, { rubric, purpose: how.purpose });
    if (written.length === 0) drops.push('nothing_written');
    for (const each of written) {
      const reason = checkText(each.text);
      if (reason === null) rows.push(how.write(each, judgment));
      else drops.push(reason);
    }
  }
  return { rows, ties: [], drops };
}
