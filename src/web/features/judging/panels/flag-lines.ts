import type { FlagWords } from '#web/features/judging/live/flag-keeper.ts';
import { say } from '#web/messages/say.ts';
import { nameReason, nameViolation } from '#web/session/flag-names.ts';
import type { AnswerLine } from './answer-lines.ts';

/** What a flag says, as lines of words. */
export function listFlagLines({ kind, violationType, note = '', quote = '' }: FlagWords): AnswerLine[] {
  const reason =
    violationType == null ? nameReason(kind) : `${nameReason(kind)}: ${nameViolation(violationType)}`;
  return [
    { label: say('Flag for help'), text: reason },
    ...(quote === '' ? [] : [{ label: say('The passage concerned'), text: quote }]),
    ...(note === '' ? [] : [{ label: say('Note'), text: note }]),
  ];
}
