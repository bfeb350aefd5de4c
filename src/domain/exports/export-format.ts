/** The shapes of training data that a project can be exported to. */
export const exportFormats = [
  'trl-preference',
  'trl-reward',
  'trl-kto',
  'openai-dpo',
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
