import type { ItemContent } from '#domain/items/item.ts';
import { codeExample } from './code-example.ts';
import { continuationExample } from './continuation-example.ts';
import { dialogueExample } from './dialogue-example.ts';
import { audioExample, imageExample, videoExample } from './media-examples.ts';
import { claimsExample, safetyExample, summaryExample } from './reading-examples.ts';
import { rankingExample, skyExample } from './sky-example.ts';
import { stepsExample } from './steps-example.ts';
import { attackExample, chatExample, promptBriefExample, referenceExample } from './writing-examples.ts';

/** A made-up task for each template, apart from the templates' long texts so that a page can hold all of them. */
export const exampleItems = {
  pairwise_7_point: skyExample,
  pairwise_4_strengths_no_tie: safetyExample,
  helpful_harmless_pairwise: safetyExample,
  ranking_with_ties: rankingExample,
  dialogue_continuation: continuationExample,
  helpsteer_five_attributes: skyExample,
  safety_with_severity: safetyExample,
  summary_axes: summaryExample,
  dialogue_rating: dialogueExample,
  code_review: codeExample,
  process_supervision: stepsExample,
  claims_check: claimsExample,
  reference_writing: referenceExample,
  edit_the_best: rankingExample,
  prompt_writing: promptBriefExample,
  live_chat: chatExample,
  red_team_attempt: attackExample,
  image_comparison: imageExample,
  audio_comparison: audioExample,
  video_comparison: videoExample,
} as const satisfies Record<string, ItemContent>;

export type TemplateKey = keyof typeof exampleItems;
