/** The shapes of data that an import understands. */
export const importFormats = [
  'hh_rlhf',
  'trl_preference',
  'helpsteer2',
  'helpsteer2_preference',
  'helpsteer3',
  'ultrafeedback',
  'ultrafeedback_binarized',
  'arena_conversations',
  'arena_55k',
  'openassistant',
  'tasks',
  'generic',
] as const;
export type ImportFormat = (typeof importFormats)[number];

export interface ImportFormatText {
  readonly label: string;
  readonly description: string;
}

export const importFormatTexts: Readonly<Record<ImportFormat, ImportFormatText>> = {
  hh_rlhf: {
    label: 'HH-RLHF transcripts',
    description: 'Two transcripts, chosen and rejected, written with "Human:" and "Assistant:".',
  },
  trl_preference: {
    label: 'TRL preference',
    description: 'Chosen and rejected, with a prompt of their own or repeated inside both.',
  },
  helpsteer2: {
    label: 'HelpSteer2 ratings',
    description: 'One response a row with five ratings; rows in a row with one prompt become one item.',
  },
  helpsteer2_preference: {
    label: 'HelpSteer2 preference',
    description: 'Two responses with a strength from -3 (first is better) to 3 (second is better).',
  },
  helpsteer3: {
    label: 'HelpSteer3 preference',
    description: 'A conversation, two responses, an overall preference and the single preferences behind it.',
  },
  ultrafeedback: {
    label: 'UltraFeedback',
    description: 'An instruction with several completions, each rated by a model on four aspects.',
  },
  ultrafeedback_binarized: {
    label: 'UltraFeedback binarized',
    description: 'Chosen and rejected completions with a score each, given by a model.',
  },
  arena_conversations: {
    label: 'Chatbot arena conversations',
    description: 'Two conversations with named models and a winner.',
  },
  arena_55k: {
    label: 'Chatbot arena 55k',
    description: 'A prompt and two responses as lists of turns, with one of three winner columns set to 1.',
  },
  openassistant: {
    label: 'OpenAssistant trees',
    description: 'A prompt with a tree of replies; the replies become a recorded dialogue.',
  },
  tasks: {
    label: 'Plumbline tasks',
    description:
      'Prompts and responses with briefs, dialogues, steps, code tests or media, as Plumbline describes them.',
  },
  generic: {
    label: 'Your own columns',
    description: 'Any JSONL, CSV or Parquet file: you say which column holds what.',
  },
};

export function isImportFormat(value: unknown): value is ImportFormat {
  return importFormats.some((format) => format === value);
}
