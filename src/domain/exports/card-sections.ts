import type { ExportFormat } from './export-format.ts';
import type { ExportTally } from './export-tally.ts';
import { suggestKtoWeights } from './export-tally.ts';
import type { Manifest } from './manifest.ts';

/** Says in a list how judgments became rows. */
export function describeRecipe({ format, options, labelSource }: Manifest): string[] {
  const { split, minJudgments } = options;
  const around = [
    `- Split ${split.train}/${split.validation}/${split.test} by prompt group, so that no prompt stands in two splits.`,
    '- Annotators are pseudonymous: the same name is the same person in every export of this project with the same salt, and only the deployment that made it can tell who that is.',
  ];
  if (format === 'annotations')
    return ['- One row a judgment; judgments that were amended appear as amended.', ...around];
  const own = ownRecipes[format];
  if (own !== undefined) return [own, ...around];
  const lines = [`- At least ${countOf(minJudgments, 'judgment')} each.`];
  if (options.minAgreement > 0)
    lines.push(`- At least ${percent(options.minAgreement)} of the judgments agree.`);
  lines.push(
    ...(format === 'trl-kto'
      ? describeLabels(options, labelSource)
      : describePairs(format, options, labelSource)),
  );
  return [...lines, ...around];
}

/** Recipes of formats that neither compare two responses nor list whole judgments. */
const ownRecipes: Readonly<Partial<Record<ExportFormat, string>>> = {
  'nemo-ranking':
    '- The mean of the annotators’ ranks orders the responses; equal means share a rank, 0 is the best. Responses that nobody could rank are left out.',
  ratings: '- Each number is the mean over annotators. A response that lacks one of the ratings is left out.',
  'trl-sft': '- One row a reference response that somebody wrote, from scratch or by editing `original`.',
  'trl-prompts': '- One row a prompt that somebody wrote to bring about `goal`.',
  'trl-stepwise':
    '- Each step has the label of the majority; at equal votes the worse one. “Good” and “neutral” are true, “bad” is false. Steps after the last labelled one are left out.',
  marks:
    '- One row a mark or claim. `start` and `end` count Unicode code points of `text`, `end` exclusive; -1 means the whole text.',
  conversations:
    '- One row a conversation. `messages` is the way that was gone; `turns` is the whole tree as JSON; attacks and their success (1 to 5, 0 for none) are as filed by the annotator.',
};

function describeLabels(options: Manifest['options'], labelSource: Manifest['labelSource']): string[] {
  if (labelSource === 'preference') {
    return [
      '- The winner of a comparison is good, the loser bad; where both were called bad, both are bad. Ties are left out.',
    ];
  }
  const [good, bad] = [percent(options.ktoGoodFrom), percent(options.ktoBadUpTo)];
  return [`- A mean rating from ${good} of the scale up is good, up to ${bad} bad; the middle is left out.`];
}

function describePairs(
  format: ExportFormat,
  options: Manifest['options'],
  labelSource: Manifest['labelSource'],
): string[] {
  const ties = { drop: 'left out', separate: 'kept apart', both_ways: 'written both ways with margin 0' }[
    options.ties
  ];
  const winner =
    labelSource === 'rating'
      ? '- Pairs are made of responses to the same prompt; the one with the higher mean rating wins.'
      : '- The response with more votes wins; at equal votes the strengths decide.';
  const lines = [winner, `- Ties are ${ties}.`];
  if (format === 'trl-reward') lines.push(`- ${describeMargin(options.margin)}`);
  return lines;
}

/** "1 item", "2 items". */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
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
    case 'nemo-ranking':
      return `${head}NeMo RL: \`PreferenceDataset\` reads \`context\` and \`completions\`; reward models and DPO there use exactly two completions a row.`;
    case 'ratings':
      return `${head}For a regression head, one target a rating. Scales are as in the rubric.`;
    case 'trl-sft':
      return `${head}TRL: \`trl sft --dataset_name DIR --dataset_config sft\`.`;
    case 'trl-prompts':
      return `${head}TRL: \`trl grpo --dataset_name DIR --dataset_config prompts\`; every other column is passed to reward functions.`;
    case 'trl-stepwise':
      return `${head}TRL: \`trl.experimental.prm\` reads \`prompt\`, \`completions\` and \`labels\`. Axolotl: \`type: stepwise_supervised\`.`;
    case 'marks':
    case 'conversations':
      return '';
    case 'openai-dpo':
      return `${head}Upload \`openai_dpo/train-*.jsonl\` as training file and \`openai_dpo/validation-*.jsonl\` as validation file.`;
    default:
      return `${head}\`pair_answers\`, \`response_answers\` and \`task_answers\` are JSON by criterion. \`order_shown\` lists the responses as the annotator saw them. \`confidence\` is 0 where none was given.`;
  }
}

function describeWeights(labels: ExportTally['labels']): string {
  const counts = `Good: ${countOf(labels.good, 'row')}; bad: ${countOf(labels.bad, 'row')}.`;
  const weights = suggestKtoWeights(labels);
  if (weights === null) return `${counts} KTO needs both kinds.`;
  return `${counts} Suggested: \`--desirable_weight ${weights.desirable} --undesirable_weight ${weights.undesirable}\`.`;
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}
