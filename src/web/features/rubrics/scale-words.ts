import type { Criterion } from '#domain/rubrics/rubric.ts';
import { type CriterionTarget, scaleKindWords } from '#domain/rubrics/target.ts';
import { type Message, message, say, sayKnown } from '#web/messages/say.ts';

export const targetNames: Readonly<Record<CriterionTarget, Message>> = {
  task: message('The task'),
  pair: message('The pair'),
  ranking: message('All responses'),
  response: message('Each response'),
  turn: message('Each turn'),
  step: message('Each step'),
  span: message('Passages'),
  region: message('Places in media'),
};

/** What is asked and of what, in one short line for the outline. */
export function summariseCriterion({ target, scale }: Pick<Criterion, 'target' | 'scale'>): string {
  const asked = target === 'pair' ? say('A or B') : say(targetNames[target]);
  if (scale.kind === 'rating') return `${asked} · ${scale.min}–${scale.max}`;
  if (scale.kind === 'choice') {
    return say('{asked} · {count, plural, one {# option} other {# options}}', {
      asked,
      count: scale.options.length,
    });
  }
  if (scale.kind !== 'preference')
    return `${asked} · ${sayKnown(scaleKindWords[scale.kind].replace(/^an? /, ''))}`;
  const points = scale.steps * 2 + (scale.tie ? 1 : 0);
  return say('{asked} · {points, plural, one {# point} other {# points}}', { asked, points });
}

/** How a point of a scale is called beside its name field. */
export function pointName(kind: 'preference' | 'rating', value: number): string {
  if (kind === 'rating') return String(value);
  return value === 0 ? say('Tie') : `± ${value}`;
}
