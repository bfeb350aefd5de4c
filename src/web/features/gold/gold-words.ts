import type { GoldNote } from '#domain/gold/gold-notes.ts';
import { type Message, message, say } from '#web/messages/say.ts';
import { formatShortDay } from '#web/ui/format-date.ts';
import { formatShare } from '#web/ui/format-number.ts';
import type { GoldAccuracy, GoldRow } from './gold-queries.ts';

export const stateWords: Readonly<Record<GoldRow['state'], Message>> = {
  draft: message('Draft'),
  active: message('Served'),
  suspect: message('Suspect'),
  retired: message('Retired'),
};

export const restWords = { resting: message('At rest') } as const;

/** Why served gold is given to nobody for now. */
export function sayRest({ rest, people, servedSince }: GoldRow): string {
  return rest === 'people'
    ? say('Given to nobody any more: {people, plural, one {# person} other {# people}} had it.', { people })
    : say('Given to nobody any more: it has been served since {day}.', {
        day: formatShortDay((servedSince ?? '').slice(0, 10)),
      });
}

export const sourceWords: Readonly<Record<GoldRow['source'], Message>> = {
  imported: message('from the import'),
  set_by_hand: message('by hand'),
  unanimous: message('from unanimous judgments'),
  adjudicated: message('from adjudication'),
  calibration: message('from calibration'),
};

export const purposeWords: Readonly<Record<GoldRow['purpose'], Message>> = {
  test: message('Test'),
  training: message('Training'),
};

export const difficultyWords: Readonly<Record<GoldRow['difficulty'], Message>> = {
  easy: message('Easy'),
  medium: message('Medium'),
  hard: message('Hard'),
};

const gapWords: Readonly<Record<GoldRow['unusable'][number]['reason'], Message>> = {
  scale_changed: message('{label}: its scale changed since. Give its answer anew.'),
  criterion_gone: message('{label}: the rubric no longer asks it.'),
  not_asked: message('{label}: it was not asked.'),
  not_answered: message('{label}: it was left empty.'),
  unsettled: message('{label}: it was called unsettled.'),
};

export function sayUnusable({ label, reason }: GoldRow['unusable'][number]): string {
  return say(gapWords[reason], { label });
}

const noteWords: Readonly<Record<GoldNote, Message>> = {
  nothing_to_serve: message(
    'Gold is asked for below, but none of that kind is served: serve some of the list.',
  ),
  too_few_for_first: message(
    'The first tasks ask for more gold than is served: {count, number} more are needed, or ask for fewer.',
  ),
  unusable_under_rubric: message(
    '{count, plural, one {# served gold has} other {# served gold items have}} no answer that fits the rubric of today and cannot be used: give the answers anew, or retire them.',
  ),
  resting: message(
    '{count, plural, one {# gold is} other {# gold items are}} at rest, since answers get about: make new gold, or let it be served for longer below.',
  ),
  too_few_annotators: message(
    'Wrong gold cannot be told from bad work yet: it takes three annotators, {count, number} more than there are.',
  ),
  none_served: message(
    '{count, plural, one {# gold is} other {# gold items are}} set aside, but the settings below give nobody any.',
  ),
};

export function sayNote({ note, count }: { note: GoldNote; count: number }): string {
  return say(noteWords[note], { count });
}

/** "83 % (55–95 %), 10 of 12"; what is missing where nothing was answered. */
export function sayAccuracy({ share, low, high, passed, trials }: GoldAccuracy): string {
  if (share === null || low === null || high === null) return say('not answered yet');
  return say('{share} ({low}–{high}), {passed, number} of {trials, number}', {
    share: formatShare(share),
    low: formatShare(low),
    high: formatShare(high),
    passed,
    trials,
  });
}
