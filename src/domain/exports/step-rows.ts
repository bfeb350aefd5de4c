import type { ItemResponse, Message } from '#domain/items/item.ts';
import { listSteps } from '#domain/items/list-steps.ts';
import { ownValue } from '#domain/judging/answers.ts';
import { checkText } from './check-row.ts';
import type { ExportRow } from './column.ts';
import type { DropReason } from './drop-reason.ts';
import type { ExportItem, ItemRows } from './export-item.ts';
import type { ExportPlan } from './export-plan.ts';

const stepWords = ['good', 'neutral', 'bad'] as const;
type StepWord = (typeof stepWords)[number];

/**
 * Makes one row a solution whose steps were labelled, each step by the majority; at equal votes the worse label holds.
 * Steps after the last one that was labelled are left out. "Good" and "neutral" are true: neither is an error.
 */
export function buildStepRows(item: ExportItem, plan: ExportPlan): ItemRows {
  const rows: ExportRow[] = [];
  const drops: DropReason[] = [];
  for (const response of item.responses) {
    const reason = checkText(response.text) ?? checkText(promptText(item.prompt));
    const labelled = reason === null ? labelSteps(item, response, plan) : [];
    if (reason !== null) drops.push(reason);
    else if (labelled.length === 0) drops.push('no_steps');
    else rows.push(writeStepRow({ item, response, labelled, plan }));
  }
  return { rows, ties: [], drops };
}

interface LabelledStep {
  readonly text: string;
  readonly label: StepWord;
  readonly votes: number;
}

function labelSteps(item: ExportItem, response: ItemResponse, plan: ExportPlan): LabelledStep[] {
  const labelled: LabelledStep[] = [];
  for (const { id, text } of listSteps(response)) {
    const votes = item.judgments.flatMap((judgment) => voteOf(judgment, { plan, stepId: id }));
    const label = majorityOf(votes);
    if (label === null || votes.length < plan.options.minJudgments) break;
    labelled.push({ text, label, votes: votes.length });
  }
  return labelled;
}

function voteOf(
  { answers, rubricVersion }: ExportItem['judgments'][number],
  { plan, stepId }: { plan: ExportPlan; stepId: string },
): StepWord[] {
  const rubric = plan.rubrics.get(rubricVersion) ?? plan.rubric;
  const criterion = rubric.criteria.find(({ scale }) => scale.kind === 'step_label');
  const value = criterion && ownValue(ownValue(answers.step, criterion.key), stepId);
  return stepWords.filter((word) => word === value);
}

function majorityOf(votes: readonly StepWord[]): StepWord | null {
  const counts = stepWords.map((word) => votes.filter((vote) => vote === word).length);
  const most = Math.max(...counts);
  // From the end of the list, where the worst label stands.
  return most === 0 ? null : (stepWords[counts.lastIndexOf(most)] ?? null);
}

function writeStepRow(made: {
  item: ExportItem;
  response: ItemResponse;
  labelled: readonly LabelledStep[];
  plan: ExportPlan;
}): ExportRow {
  const { item, response, labelled, plan } = made;
  return {
    prompt: promptText(item.prompt),
    completions: labelled.map(({ text }) => text),
    labels: labelled.map(({ label }) => label !== 'bad'),
    item_id: item.itemId,
    pair_group: item.promptGroup,
    response_id: response.id,
    n_annotators: Math.min(...labelled.map(({ votes }) => votes)),
    step_labels: labelled.map(({ label }) => label),
    // From 1; 0 where no step is bad.
    first_error: labelled.findIndex(({ label }) => label === 'bad') + 1,
    ...(plan.options.includeModelNames && { model: response.model ?? '' }),
  };
}

/** TRL's process reward trainer takes texts only: one turn as it is, a conversation with its roles. */
function promptText(prompt: readonly Message[]): string {
  const [only, ...more] = prompt;
  if (only !== undefined && more.length === 0) return only.content;
  return prompt.map(({ role, content }) => `${roleNames[role]}: ${content}`).join('\n\n');
}

const roleNames = { system: 'System', user: 'User', assistant: 'Assistant', tool: 'Tool' } as const;
