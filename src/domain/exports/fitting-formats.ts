import type { Rubric } from '#domain/rubrics/rubric.ts';
import { type ExportFormat, exportFormats } from './export-format.ts';
import { listComparableRatings, listRatedCriteria } from './rating-rows.ts';

/** What each format is made of, in words for those whose rubric does not ask for it. */
const needs: Readonly<Record<ExportFormat, string>> = {
  'trl-preference':
    'compares, ranks or rates responses, has them edited, or lets people choose in a live chat or a recorded dialogue',
  'trl-reward':
    'compares, ranks or rates responses, has them edited, or lets people choose in a live chat or a recorded dialogue',
  'trl-kto': 'compares two responses or rates each',
  'openai-dpo':
    'compares, ranks or rates responses, has them edited, or lets people choose in a live chat or a recorded dialogue',
  'nemo-ranking': 'ranks responses overall',
  ratings: 'gives each response a rating, a number or a slider',
  'trl-sft': 'has reference responses written',
  'trl-prompts': 'has prompts written',
  'trl-stepwise': 'labels the steps of solutions',
  marks: 'marks errors or claims in texts',
  conversations: 'has live chats held',
  annotations: 'asks anything',
};

/** Says why a rubric gives nothing to a format; null where it does. */
export function explainUnfit(format: ExportFormat, rubric: Rubric): string | null {
  if (isFit(format, rubric)) return null;
  return `This format needs a rubric that ${needs[format]}. Choose another format.`;
}

/** The formats that a rubric's judgments can be exported to, the most particular first. */
export function listFittingFormats(rubric: Rubric): ExportFormat[] {
  return exportFormats.filter((format) => isFit(format, rubric));
}

function isFit(format: ExportFormat, rubric: Rubric): boolean {
  const { criteria } = rubric;
  switch (format) {
    case 'trl-preference':
    case 'trl-reward':
    case 'openai-dpo':
      return isCompared(rubric) || criteria.some(({ scale }) => isMadePair(scale));
    case 'trl-kto':
      return overallKind(rubric) === 'preference' || listComparableRatings(rubric).length > 0;
    case 'nemo-ranking':
      return overallKind(rubric) === 'ranking';
    case 'ratings':
      return listRatedCriteria(rubric).length > 0;
    case 'trl-sft':
      return criteria.some(({ scale }) => scale.kind === 'writing' && scale.purpose === 'reference');
    case 'trl-prompts':
      return criteria.some(({ scale }) => scale.kind === 'writing' && scale.purpose === 'prompt');
    case 'trl-stepwise':
      return criteria.some(({ scale }) => scale.kind === 'step_label');
    case 'marks':
      return criteria.some(({ scale }) => scale.kind === 'marks' || scale.kind === 'claims');
    case 'conversations':
      return criteria.some(({ scale }) => scale.kind === 'chat');
    case 'annotations':
      return true;
  }
}

function overallKind({ criteria, overallKey }: Rubric): string | undefined {
  return criteria.find(({ key }) => key === overallKey)?.scale.kind;
}

function isCompared(rubric: Rubric): boolean {
  return overallKind(rubric) !== undefined || listComparableRatings(rubric).length > 0;
}

/** Editing a response, and choosing one in a chat or a dialogue, make a pair. */
function isMadePair(scale: Rubric['criteria'][number]['scale']): boolean {
  if (scale.kind === 'writing') return scale.purpose === 'reference' && scale.start !== 'blank';
  return scale.kind === 'continuation' || (scale.kind === 'chat' && scale.perTurn === 'choose');
}
