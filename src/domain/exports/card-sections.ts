import type { ExportFormat } from './export-format.ts';
import type { ExportTally } from './export-tally.ts';
import { suggestKtoWeights } from './export-tally.ts';
import type { Manifest } from './manifest.ts';

/** Says in a list how judgments became rows. */
export function describeRecipe({ format, options }: Manifest): string[] {
  const { split } = options;
  const lines = [
    `- Split ${split.train}/${split.validation}/${split.test} by prompt group, so that no prompt stands in two splits.`,
    '- Annotators are pseudonymous; their names mean nothing outside this export.',
  ];
  if (format === 'annotations')
    return [...lines, '- One row a judgment; judgments that were amended appear as amended.'];
  lines.unshift(
    `- At least ${options.minJudgments} judgment${options.minJudgments === 1 ? '' : 's'} an item, of which ${percent(options.minAgreement)} or more agree.`,
  );
  if (format === 'trl-kto') {
    return [
      ...lines,
      `- From ratings: good from ${percent(options.ktoGoodFrom)} of the scale up, bad up to ${percent(options.ktoBadUpTo)}, the middle left out.`,
      '- From comparisons: the winner is good, the loser bad; where both were called bad, both are bad.',
    ];
  }
  const ties = { drop: 'left out', separate: 'kept apart', both_ways: 'written both ways with margin 0' }[
    options.ties
  ];
  lines.push(
    '- The response with more votes wins; at equal votes the strengths decide.',
    `- Ties are ${ties}.`,
  );
  if (format === 'trl-reward') lines.push(`- ${describeMargin(options.margin)}`);
  return lines;
}

function describeMargin(margin: 'small' | 'large' | 'none'): string {
  if (margin === 'none') return '`margin` is 0 in every row.';
  return `\`margin\` is the mean strength toward the chosen response, from 0 to ${margin === 'large' ? 3 : 1}.`;
}

/** Says whether the longer responses win; empty where there is nothing to compare. */
export function describeLengths(format: ExportFormat, { lengths }: ExportTally): string {
  if (lengths.betterCount === 0 || lengths.worseCount === 0) return '';
  const mean = (sum: number, count: number) => Math.round(sum / count);
  const [better, worse] = format === 'trl-kto' ? ['good', 'bad'] : ['chosen', 'rejected'];
  const sentence = `Mean length: ${better} ${mean(lengths.betterSum, lengths.betterCount)} characters, ${worse} ${mean(lengths.worseSum, lengths.worseCount)}.`;
  const unequal = lengths.longerWins + lengths.shorterWins;
  const share =
    unequal === 0
      ? ''
      : ` The longer response won in ${percent(lengths.longerWins / unequal)} of ${unequal} pairs of unequal length.`;
  return `## Length\n\n${sentence}${share}`;
}

/** Says how to train on the files, with what the trainers would otherwise get wrong. */
export function describeUse(format: ExportFormat, { labels }: ExportTally): string {
  const head = '## Use\n\n';
  switch (format) {
    case 'trl-preference':
      return `${head}TRL: \`trl dpo --dataset_name DIR --dataset_config preference\`. OpenRLHF: add \`--data.apply_chat_template --data.prompt_key prompt\`, and name an evaluation set, or it takes one from the training rows.`;
    case 'trl-reward':
      return `${head}TRL: \`trl reward --dataset_name DIR --dataset_config reward\`; it reads \`margin\`. OpenRLHF reads it with \`--model.margin_loss_enable\`; name an evaluation set, or it takes one from the training rows.`;
    case 'trl-kto':
      return `${head}TRL: \`trl kto --dataset_name DIR --dataset_config kto\`. ${describeWeights(labels)}`;
    case 'openai-dpo':
      return `${head}Upload \`openai_dpo/train-*.jsonl\` as training file and \`openai_dpo/validation-*.jsonl\` as validation file.`;
    default:
      return `${head}\`pair_answers\`, \`response_answers\` and \`task_answers\` are JSON by criterion. \`order_shown\` lists the responses as the annotator saw them. \`confidence\` is 0 where none was given.`;
  }
}

function describeWeights(labels: ExportTally['labels']): string {
  const counts = `${labels.good} rows are good and ${labels.bad} bad.`;
  const weights = suggestKtoWeights(labels);
  if (weights === null) return `${counts} KTO needs both kinds.`;
  return `${counts} Suggested: \`--desirable_weight ${weights.desirable} --undesirable_weight ${weights.undesirable}\`.`;
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}
