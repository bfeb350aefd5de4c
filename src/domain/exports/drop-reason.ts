/** Why something that was judged made no row. */
export const dropReasons = [
  'too_few_judgments',
  'low_agreement',
  'tie',
  'both_bad',
  'middle_rating',
  'not_a_pair',
  'empty',
  'identical',
  'roles',
  'ends_on_assistant',
  'template_tokens',
  'malformed_text',
  'group_in_two_splits',
  'nothing_written',
  'no_steps',
  'unanswered',
  'bad_item',
] as const;
export type DropReason = (typeof dropReasons)[number];

/** What the card and the screen say of each reason. */
export const dropReasonTexts: Readonly<Record<DropReason, string>> = {
  too_few_judgments: 'Fewer judgments than asked for',
  low_agreement: 'Annotators agreed less than asked for',
  tie: 'Neither response was better',
  both_bad: 'Both responses were called bad',
  middle_rating: 'Rated neither good nor bad',
  not_a_pair: 'Not exactly two responses to compare',
  empty: 'A message or a response is empty',
  identical: 'Both responses are the same',
  roles: 'The turns do not alternate between user and assistant',
  ends_on_assistant: 'The conversation does not end with the user',
  template_tokens: 'A text holds chat template tokens',
  malformed_text: 'A text holds broken characters',
  group_in_two_splits: 'The same prompt stands in another split',
  nothing_written: 'Nothing was written, or nothing was changed',
  no_steps: 'No step was labelled',
  unanswered: 'The judgment says nothing that this format holds',
  bad_item: 'Settled as a bad item: no answer is right',
};
