import type { AdjudicationCause, AdjudicationOutcome } from '#domain/review/adjudication.ts';
import { type Message, message } from '#web/messages/say.ts';

/** The causes in the order of the form, each with its key and what it means. */
export const causes: readonly {
  readonly cause: AdjudicationCause;
  readonly key: string;
  readonly label: Message;
  readonly hint: Message;
}[] = [
  { cause: 'slip', key: 'S', label: message('Slip'), hint: message('somebody overlooked something') },
  {
    cause: 'guideline_gap',
    key: 'G',
    label: message('Gap in the guidelines'),
    hint: message('they do not say'),
  },
  { cause: 'ambiguous_item', key: 'A', label: message('Ambiguous item'), hint: message('both can be meant') },
  {
    cause: 'expertise',
    key: 'E',
    label: message('Expertise'),
    hint: message('it takes knowledge that not all have'),
  },
  { cause: 'bad_item', key: 'B', label: message('Bad item'), hint: message('there is no right answer') },
];

/** What may follow, each with what it does. */
export const outcomes: readonly {
  readonly outcome: AdjudicationOutcome;
  readonly label: Message;
  readonly hint: Message;
}[] = [
  { outcome: 'gold', label: message('Make it gold'), hint: message('annotators are held against it') },
  {
    outcome: 'precedent',
    label: message('Keep as a precedent'),
    hint: message('your words, under the section'),
  },
  {
    outcome: 'feedback',
    label: message('Ask for a change of the guidelines'),
    hint: message('opens a question on the section'),
  },
  { outcome: 'drop', label: message('Drop the item'), hint: message('given to nobody, left out of exports') },
];
