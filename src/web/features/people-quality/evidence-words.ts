import { say } from '#web/messages/say.ts';
import { formatDecimal, formatDuration, formatShare } from '#web/ui/format-number.ts';
import type { Evidence } from './people-queries.ts';

/** What was seen, and how much: one sentence that says no more than that. */
export function evidenceSentence({ kind, count, of, value, other, base }: Evidence): string {
  const facts = { count, of, name: other?.name ?? '' };
  switch (kind) {
    case 'quick':
      return say(
        'Takes {time} for a typical task; on {count} of {of} tasks less than the quickest tenth of the others, who need {tenth} for texts of that length.',
        { ...facts, time: formatDuration(value ?? 0), tenth: formatDuration(base.lowTenth) },
      );
    case 'same_answer':
      return say('One and the same answer on {count} of {of}, where the others gave several.', facts);
    case 'same_side':
      return value === 1
        ? say(
            'Prefers the one that is shown first on {count} of {of}, though the order is drawn anew.',
            facts,
          )
        : say(
            'Prefers the one that is shown later on {count} of {of}, though the order is drawn anew.',
            facts,
          );
    case 'repeating':
      return say(
        'On {count} of {of} tasks the same place as {steps, plural, one {on the task} other {# tasks}} before.',
        { ...facts, steps: value ?? 1 },
      );
    case 'like_chance':
      return say(
        'Says what most others say on {count} of {of}; the same answers dealt out by chance would on {chance}.',
        { ...facts, chance: formatShare(value ?? 0) },
      );
    case 'own_reasons':
      return say('Of {of} reasons {count} nearly repeat an earlier one of their own.', facts);
    case 'shared_reasons':
      return say('Of {of} reasons {count} are nearly the same as reasons of {name}.', facts);
    case 'alike':
      return value === null
        ? say('The very same answer as {name} on {count} of {of} shared answers.', facts)
        : say(
            'The very same answer as {name} on {count} of {of} shared answers; where either stands against most others, both do so together in {together}.',
            { ...facts, together: formatShare(value) },
          );
    case 'pasted':
      return say(
        'In {count} of {of} written tasks more was pasted from elsewhere than typed; {share} of all characters were pasted.',
        { ...facts, share: formatShare(value ?? 0) },
      );
    case 'shared_device':
      return say(
        'In {count} of {of} stretches of work {name} judged from the same browser at the same time, {browsers, plural, one {# browser} other {# browsers}} in all.',
        { ...facts, browsers: value ?? 1 },
      );
  }
}

const isOfPairs = ({ other }: Evidence) => other !== null;

/** How it is with the others. */
export function baseSentence(evidence: Evidence): string {
  const { base, kind, expected, value } = evidence;
  const format = kind === 'quick' ? formatDuration : formatShare;
  const facts = { low: format(base.lowTenth), median: format(base.median), high: format(base.highTenth) };
  if (kind === 'quick')
    return say(
      'The others ({n, plural, one {# person} other {# people}}) need {low} to {high} for eight of ten of these tasks, {median} in the middle; this is {share} of that.',
      { ...facts, n: base.n, share: formatShare((value ?? 0) / Math.max(1, base.median)) },
    );
  const against = { ...facts, n: base.n, expected: formatShare(expected) };
  return isOfPairs(evidence)
    ? say(
        'Of the other {n, plural, one {# pair} other {# pairs}} eight of ten lie from {low} to {high}, {median} in the middle; the test is against {expected}.',
        against,
      )
    : say(
        'Of the other {n, plural, one {# person} other {# people}} eight of ten lie from {low} to {high}, {median} in the middle; the test is against {expected}.',
        against,
      );
}

/** How often chance does that. */
export function chanceSentence({ test, pValue, adjusted, tests }: Evidence): string {
  const facts = { p: formatChance(pValue), adjusted: formatChance(adjusted), tests };
  return test === 'student_t'
    ? say('p {p} (t of the times of all people), {adjusted} corrected for {tests} tests.', facts)
    : say('p {p} (binomial), {adjusted} corrected for {tests} tests.', facts);
}

function formatChance(p: number): string {
  return p < 0.0001 ? `< ${formatDecimal(0.0001, 4)}` : `= ${formatDecimal(p, 4)}`;
}
