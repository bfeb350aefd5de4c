import type { PersonTier } from '#domain/thresholds/rule.ts';
import { message, say } from '#web/messages/say.ts';
import { formatShare } from '#web/ui/format-number.ts';
import type { Rule } from './thresholds-queries.ts';

export const measureLabels = {
  agreement: message('agreement with the others'),
  gold: message('accuracy on gold'),
  review: message('share of accepted judgments in review'),
  quick: message('share of quick work'),
  first: message('share of choices of the response shown first'),
  longer: message('share of choices of the longer response'),
  reliability: message('reliability'),
  consistency: message('consistency with themselves'),
} as const;

export const boundLabels = {
  upper: message('upper end of the interval'),
  value: message('value alone'),
  lower: message('lower end of the interval'),
} as const;

export const sideLabels = { below: message('below'), above: message('above') } as const;

export const windowLabels = {
  last: message('judgments'),
  days: message('days'),
  all: message('all judgments'),
} as const;

export const actLabels = {
  warn: message('warn them'),
  calibrate: message('give them nothing but gold'),
  pause: message('give them no new tasks'),
  exclude: message('exclude their data'),
  lower_tier: message('lower their tier'),
  raise_tier: message('raise their tier'),
} as const;

export const sinceLabels = {
  window: message('since the first of these judgments'),
  change: message('since their last lasting change'),
} as const;

export const tierLabels = {
  trainee: message('Trainee'),
  regular: message('Regular'),
  expert: message('Expert'),
} as const satisfies Record<PersonTier, unknown>;

/** Whom a rule may watch, by the names of the tiers. */
export const tierChoices = [
  { value: 'trainee regular expert', label: message('everybody') },
  { value: 'trainee', label: message('trainees') },
  { value: 'regular', label: message('regulars') },
  { value: 'expert', label: message('experts') },
  { value: 'trainee regular', label: message('trainees and regulars') },
  { value: 'regular expert', label: message('regulars and experts') },
] as const;
export type TierChoice = (typeof tierChoices)[number]['value'];

export function tierChoiceOf(tiers: Rule['tiers']): TierChoice {
  const names = (['trainee', 'regular', 'expert'] as const).filter((tier) => tiers.includes(tier)).join(' ');
  return tierChoices.find(({ value }) => value === names)?.value ?? 'trainee regular expert';
}

function sayWindow({ window }: Rule): string {
  if (window.kind === 'all') return say('all judgments');
  return window.kind === 'days'
    ? say('the last {days, plural, one {day} other {# days}}', { days: window.days })
    : say('the last {count, plural, one {judgment} other {# judgments}}', { count: window.judgments });
}

function sayAct({ act }: Rule): string {
  if (act.kind === 'calibrate')
    return say('give them nothing but gold until {passes, number} of the last {tasks, number} are passed', {
      passes: act.passes,
      tasks: act.tasks,
    });
  if (act.kind !== 'exclude') return say(actLabels[act.kind]);
  return act.since === 'change'
    ? say('exclude their data since their last lasting change')
    : say('exclude their data since the first of these judgments');
}

/** A rule as a sentence. */
export function saySentence(rule: Rule): string {
  const watched = tierChoices.find(({ value }) => value === tierChoiceOf(rule.tiers));
  return say(
    'When {measure} ({bound}) is {side} {limit} over {window}, with at least {least, number}: {act}. Watches {tiers}.',
    {
      measure: say(measureLabels[rule.measure]),
      bound: say(boundLabels[rule.bound]),
      side: say(sideLabels[rule.side]),
      limit: formatShare(rule.limit),
      window: sayWindow(rule),
      least: rule.least,
      act: sayAct(rule),
      tiers: watched ? say(watched.label) : '',
    },
  );
}
