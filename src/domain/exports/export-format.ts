/** The shapes of training data that a project can be exported to. */
export const exportFormats = [
  'trl-preference',
  'trl-reward',
  'trl-kto',
  'openai-dpo',
  'nemo-ranking',
  'ratings',
  'trl-sft',
  'trl-prompts',
  'trl-stepwise',
  'marks',
  'conversations',
  'annotations',
] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const splitNames = ['train', 'validation', 'test'] as const;
export type SplitName = (typeof splitNames)[number];

export interface FormatDescription {
  readonly label: string;
  readonly summary: string;
  /** Folder in the export and name of the configuration on the Hugging Face Hub. */
  readonly configName: string;
}

export const formatDescriptions: Readonly<Record<ExportFormat, FormatDescription>> = {
  'trl-preference': {
    label: 'TRL preference',
    summary: 'Prompt, chosen and rejected as messages. For DPO in TRL, OpenRLHF and Axolotl.',
    configName: 'preference',
  },
  'trl-reward': {
    label: 'TRL reward model',
    summary: 'Preference pairs with a margin made from the strength. For reward models in TRL and OpenRLHF.',
    configName: 'reward',
  },
  'trl-kto': {
    label: 'TRL KTO',
    summary: 'One response a row with true for good and false for bad. For KTO in TRL.',
    configName: 'kto',
  },
  'openai-dpo': {
    label: 'OpenAI DPO',
    summary: 'Preference pairs for fine-tuning at OpenAI, Azure, Together and Fireworks.',
    configName: 'openai_dpo',
  },
  'nemo-ranking': {
    label: 'Ranking',
    summary:
      'A prompt with its responses and their ranks, 0 for the best. For ranked preference data in NeMo RL.',
    configName: 'ranking',
  },
  ratings: {
    label: 'Ratings',
    summary:
      'One response a row with the mean of every rating, as in HelpSteer. For regression reward models.',
    configName: 'ratings',
  },
  'trl-sft': {
    label: 'TRL supervised fine-tuning',
    summary: 'Prompt and completion as messages, from the reference responses that people wrote.',
    configName: 'sft',
  },
  'trl-prompts': {
    label: 'TRL prompts',
    summary: 'Prompts alone, as people wrote them. For GRPO, RLOO and online methods.',
    configName: 'prompts',
  },
  'trl-stepwise': {
    label: 'TRL stepwise supervision',
    summary: 'A solution as steps with true or false for each. For process reward models.',
    configName: 'stepwise',
  },
  marks: {
    label: 'Marks',
    summary:
      'One row an error mark or a claim, with offsets into the source text. For critique models and analysis.',
    configName: 'marks',
  },
  conversations: {
    label: 'Conversations',
    summary: 'One row a live conversation with everything that was said, chosen, rated and attacked.',
    configName: 'conversations',
  },
  annotations: {
    label: 'Annotations',
    summary: 'One row a judgment with everything that was answered. For analysis.',
    configName: 'annotations',
  },
};

/** Where ties go when they are kept apart. */
export const tiesConfigName = 'ties';

/** The path of one shard; the Hub reads the split from the file's name. */
export function shardPath(shard: {
  readonly configName: string;
  readonly split: SplitName;
  readonly index: number;
  readonly count: number;
  readonly extension: 'jsonl' | 'parquet';
}): string {
  const number = (value: number) => String(value).padStart(5, '0');
  return `${shard.configName}/${shard.split}-${number(shard.index)}-of-${number(shard.count)}.${shard.extension}`;
}
