import type { FlagOutcome, ItemHold } from '#domain/queue/flag.ts';
import type { ViolationType } from '#domain/queue/violation-types.ts';
import { type Message, message, say } from '#web/messages/say.ts';

/** Why somebody flagged or skipped, as those read it who decide. */
const reasons: Readonly<Record<string, Message>> = {
  policy_violation: message('Breaks the policy'),
  personal_data: message('Personal data'),
  illegal: message('Illegal content'),
  rubric_unclear: message('The rubric does not cover this'),
  unclear: message('Unclear'),
  outside_my_expertise: message('Outside their expertise'),
  language: message('Language'),
  distressing: message('Distressing'),
  broken: message('Broken'),
  other: message('Other'),
};

const violations: Readonly<Record<ViolationType, Message>> = {
  harassment: message('Harassment'),
  hate: message('Hate'),
  self_harm: message('Self-harm'),
  sexual: message('Sexual content'),
  minors: message('Harm to minors'),
  violence: message('Violence'),
  dangerous_instructions: message('Dangerous instructions'),
  privacy: message('Breach of privacy'),
  deception: message('Deception'),
  other: message('Something else'),
};

const outcomes: Readonly<Record<FlagOutcome, Message>> = {
  answered: message('Answered'),
  guideline_edited: message('Guidelines edited'),
  no_action: message('No action'),
};

const holds: Readonly<Record<Exclude<ItemHold, 'none'>, Message>> = {
  held: message('held'),
  dropped: message('dropped'),
};

function nameIn(words: Readonly<Record<string, Message>>, key: string): string {
  const word = Object.hasOwn(words, key) ? words[key] : undefined;
  return word === undefined ? key : say(word);
}

export const nameReason = (kind: string) => nameIn(reasons, kind);
export const nameViolation = (type: string) => nameIn(violations, type);
export const nameOutcome = (outcome: FlagOutcome) => say(outcomes[outcome]);
/** Where an item is that the queue does not give out; empty for one that it does. */
export const nameHold = (hold: ItemHold) => (hold === 'none' ? '' : say(holds[hold]));
