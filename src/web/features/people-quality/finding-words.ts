import { falseAlarmRates } from '#domain/people-quality/drift.ts';
import { say } from '#web/messages/say.ts';
import { formatInstant, formatShortDay } from '#web/ui/format-date.ts';
import { formatCount, formatDecimal, formatDuration, formatShare } from '#web/ui/format-number.ts';
import { countPairs, formatOdds, shareText } from './figure-words.ts';
import type { Alarm, Attention, Bias, ChangeMark } from './people-queries.ts';

/** What a bias is about, as a row's name. */
export function nameBias({ kind, name }: Pick<Bias, 'kind' | 'name'>): string {
  switch (kind) {
    case 'first_shown':
      return say('Shown first');
    case 'longer':
      return say('Longer, for each doubling');
    case 'lists':
      return say('With lists');
    case 'headings':
      return say('With headings');
    case 'bold':
      return say('With bold text');
    case 'code':
      return say('With code');
    case 'later':
      return say('Shown first, later in a session');
    case 'model':
      return name;
  }
}

/** What anybody can count: "Chose the first shown 58% of the time (54% to 62%), 480 pairs". */
export function countedSentence(bias: Bias): string | undefined {
  const { kind, name, share } = bias;
  if (share.value === null) return undefined;
  const facts = { share: shareText(share), pairs: countPairs(share.n) };
  switch (kind) {
    case 'first_shown':
      return say('The first shown was chosen {share} of the time, {pairs}.', facts);
    case 'longer':
      return say('The longer one was chosen {share} of the time, {pairs}.', facts);
    case 'lists':
      return say('The one with lists was chosen {share} of the time, {pairs}.', facts);
    case 'headings':
      return say('The one with headings was chosen {share} of the time, {pairs}.', facts);
    case 'bold':
      return say('The one with bold text was chosen {share} of the time, {pairs}.', facts);
    case 'code':
      return say('The one with code was chosen {share} of the time, {pairs}.', facts);
    case 'model':
      return say('{model} was chosen {share} of the time, {pairs}.', { ...facts, model: name });
    case 'later':
      return undefined;
  }
}

const formatLevel = (value: number) => formatDecimal(value, 1);
const formats: Readonly<Record<Alarm['stream'], (value: number) => string>> = {
  agreement: formatShare,
  speed: formatDuration,
  labels: formatLevel,
  gold: formatShare,
};

/** What changed, from what to what: one sentence. */
export function alarmSentence({ stream, scope, before, after, since, n }: Alarm): string {
  const format = formats[stream];
  const facts = { before: format(before), after: format(after), n };
  if (scope === 'session') {
    const at = formatInstant(since);
    return stream === 'speed'
      ? say('Within a session, from {at} on: a task took {after} where it took {before} before.', {
          ...facts,
          at,
        })
      : say('Within a session, from {at} on: agreed with others on {after} after {before}.', {
          ...facts,
          at,
        });
  }
  const day = formatShortDay(since.slice(0, 10));
  switch (stream) {
    case 'speed':
      return say(
        'Since {day} a task takes {after}; before it took {before} ({n, plural, one {# judgment} other {# judgments}} since).',
        { ...facts, day },
      );
    case 'agreement':
      return say(
        'Since {day} agreement with others is {after}; before it was {before} ({n, plural, one {# judgment} other {# judgments}} since).',
        { ...facts, day },
      );
    case 'gold':
      return say(
        'Since {day} known answers are met in {after} of tests; before it was {before} ({n, plural, one {# test} other {# tests}} since).',
        { ...facts, day },
      );
    case 'labels':
      return say(
        'Since {day} answers lie at {after} on the scale on average; before they lay at {before} ({n, plural, one {# judgment} other {# judgments}} since).',
        { ...facts, day },
      );
  }
}

const nearMs = 3 * 86_400_000;

/** Versions and models that came shortly before or after a change began: they may be the reason. */
export function marksNear({ since }: Alarm, marks: readonly ChangeMark[]): readonly ChangeMark[] {
  return marks.filter(({ at }) => Math.abs(Date.parse(at) - Date.parse(since)) <= nearMs);
}

/** Why somebody should be looked at, with the evidence. */
export function attentionSentence(one: Attention): string {
  switch (one.kind) {
    case 'agreement':
      return say(
        'Agrees with others on {share} of {n, plural, one {# shared item} other {# shared items}}; the median of the others is {median}.',
        { share: shareText(one.figure), n: one.figure.n, median: formatShare(one.othersMedian) },
      );
    case 'speed':
      return say('Takes {time} for a typical task; the median of the others is {others}.', {
        time: formatDuration(one.medianMs),
        others: formatDuration(one.othersMedianMs),
      });
    case 'drift':
      return alarmSentence(one.alarm);
    case 'bias':
      return biasSentence(one.bias);
    case 'unsteady':
      return say(
        'Keeps the verdict on {share} of {n, plural, one {# task} other {# tasks}} that came again; the median of the others is {median}.',
        { share: shareText(one.figure), n: one.figure.n, median: formatShare(one.othersMedian) },
      );
    case 'place':
      return say(
        'When tasks came again in reverse order, {share} of {n, plural, one {# changed verdict} other {# changed verdicts}} went to the response shown first both times; without a pull it would be half.',
        { share: shareText(one.figure), n: one.figure.n },
      );
  }
}

function biasSentence(bias: Extract<Attention, { kind: 'bias' }>['bias']): string {
  const odds = formatOdds(bias.logOdds.value ?? 0);
  const counted = countedSentence(bias) ?? '';
  if (bias.kind === 'first_shown') return counted;
  if (bias.kind === 'later')
    return say(
      'Chooses the first shown more or less often as a session goes on: odds {odds} at each doubling.',
      {
        odds,
      },
    );
  const facts = { counted, odds, usual: formatOdds(bias.usual) };
  return bias.kind === 'longer'
    ? say(
        '{counted} All else equal, the odds are {odds} for each doubling; the median of the others is {usual}.',
        facts,
      )
    : say('{counted} All else equal, the odds are {odds}; the median of the others is {usual}.', facts);
}

/** How often these alarms are wrong, as it was measured on simulated people who never change. */
export function falseAlarmSentence(people: number): string {
  return say(
    'Alarms hold somebody against their own past. Of people who never change, about {share} set one off within 60 days of work by chance, so of {people, plural, one {# person} other {# people}} expect {expected} false ones in that time; of 1,000 sessions about {sessions} set one off.',
    {
      share: formatShare(falseAlarmRates.inSixtyDays),
      people,
      expected: formatDecimal(falseAlarmRates.inSixtyDays * people, 1),
      sessions: formatCount(Math.round(falseAlarmRates.inSession * 1_000)),
    },
  );
}
