import { message, say } from '#web/messages/say.ts';
import { formatShortDay } from '#web/ui/format-date.ts';
import { formatShare } from '#web/ui/format-number.ts';
import { measureLabels, tierLabels } from './rule-words.ts';
import type { Firing, OwnFiring, Verdict } from './thresholds-queries.ts';

type Evidence = Firing['evidence'];

export const stateLabels = {
  in_force: message('In force'),
  disputed: message('Disputed'),
  upheld: message('Upheld'),
  reversed: message('Reversed'),
  lifted: message('Ended by a lead'),
  passed: message('Passed'),
} as const;

const dayOf = (instant: string) => formatShortDay(instant.slice(0, 10));

const sayDays = (from: string, to: string) =>
  dayOf(from) === dayOf(to) ? dayOf(from) : say('{from} to {to}', { from: dayOf(from), to: dayOf(to) });

/** "agreement with the others 42% (31% to 54%) over 50 judgments, 2 March to 5 March; the limit is 60%". */
export function sayEvidence({ evidence, rule }: Pick<Firing, 'evidence' | 'rule'>): string {
  const { value, low, high, n, from, to } = evidence;
  const told = {
    measure: say(measureLabels[rule.measure]),
    value: formatShare(value),
    n,
    days: sayDays(from, to),
    limit: formatShare(rule.limit),
  };
  return low === null || high === null
    ? say(
        '{measure} {value} over {n, plural, one {# judgment} other {# judgments}}, {days}; the limit is {limit}',
        told,
      )
    : say(
        '{measure} {value} (95% interval {low} to {high}) over {n, plural, one {# judgment} other {# judgments}}, {days}; the limit is {limit}',
        { ...told, low: formatShare(low), high: formatShare(high) },
      );
}

const sinceDay = ({ since, from }: Evidence) => dayOf(since ?? from);

/** What was done, for leads. */
export function sayDone({ act, evidence, excluded, tier, personName: name }: Firing): string {
  switch (act) {
    case 'warn':
      return say('{name} was warned', { name });
    case 'calibrate':
      return say('{name} is to pass gold first', { name });
    case 'pause':
      return say('{name} gets no new tasks', { name });
    case 'exclude':
      return say(
        '{excluded, plural, one {# judgment of {name} does} other {# judgments of {name} do}} not count, since {day}',
        { excluded, name, day: sinceDay(evidence) },
      );
    default:
      return say('{name}: from {before} to {after}', { name, ...tierNames(tier) });
  }
}

function tierNames(tier: Firing['tier']): { before: string; after: string } {
  const { before, after } = tier ?? { before: 'regular', after: 'regular' };
  return { before: say(tierLabels[before]), after: say(tierLabels[after]) };
}

/** What was done, for the person themselves, with what holds from now on. */
export function sayOwnDone({ act, evidence, excluded, tier, rule }: OwnFiring): string {
  switch (act) {
    case 'warn':
      return say(
        'Your work lies beyond a limit of this project. Nothing else happens; look at the figure below.',
      );
    case 'calibrate':
      return rule.act.kind === 'calibrate'
        ? say(
            'Before ordinary work goes on, you get tasks with known answers, until {passes, number} of the last {tasks, number} are met.',
            { passes: rule.act.passes, tasks: rule.act.tasks },
          )
        : '';
    case 'pause':
      return say(
        'You get no new tasks until a lead lets you go on. What you have in hand you may finish, and it counts.',
      );
    case 'exclude':
      return say(
        '{excluded, plural, one {# judgment} other {# judgments}} of yours since {day} {excluded, plural, one {does} other {do}} not count, and others judge these items anew. Nothing was deleted. What you judge from now on counts; these items do not come to you again. If this is reversed, all of it counts again.',
        { excluded, day: sinceDay(evidence) },
      );
    default:
      return say('Your tier changed from {before} to {after}.', tierNames(tier));
  }
}

/** What somebody did about it. */
export function sayStep(step: Firing['steps'][number]): string {
  const { kind, name, restored, beyond } = step;
  switch (kind) {
    case 'seen':
      return say('Read by {name}', { name });
    case 'disputed':
      return say('Disputed by {name}', { name });
    case 'upheld':
      return say('Upheld by {name}', { name });
    case 'lifted':
      return say('Ended by {name}', { name });
    case 'passed':
      return say('Passed: ordinary work goes on');
    case 'reversed':
      return restored === 0
        ? say('Reversed by {name}', { name })
        : say(
            'Reversed by {name}: {restored, plural, one {# judgment counts} other {# judgments count}} again{beyond, plural, =0 {} one {; # of them beside its replacement} other {; # of them beside their replacements}}',
            { name, restored, beyond },
          );
  }
}

/** Why a rule would do nothing with somebody today. */
export function sayResting({ reason, n, needed }: Verdict): string {
  switch (reason) {
    case 'too_few':
      return say('{n, number} of {needed, number} judgments', { n: n ?? 0, needed: needed ?? 0 });
    case 'within':
      return say('within the limit');
    case 'other_tier':
      return say('another tier');
    case 'last_tier':
      return say('no further tier');
    case 'reads_gold':
      return say('may read gold');
    default:
      return say('not computed');
  }
}
