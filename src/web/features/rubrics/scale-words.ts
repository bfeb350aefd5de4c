import type { Criterion } from '#domain/rubrics/rubric.ts';
import type { Scale, ScaleKind } from '#domain/rubrics/scale.ts';
import type { CriterionTarget } from '#domain/rubrics/target.ts';
import { type Message, message, say } from '#web/messages/say.ts';

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

export const kindNames: Readonly<Record<ScaleKind, Message>> = {
  preference: message('Preference'),
  ranking: message('Ranking'),
  rating: message('Rating'),
  choice: message('Choice of one'),
  choices: message('Choice of several'),
  number: message('Number'),
  slider: message('Slider'),
  text: message('Text'),
  marks: message('Error marks'),
  claims: message('Claims'),
  regions: message('Regions'),
  step_label: message('Step label'),
  writing: message('Writing'),
  chat: message('Live chat'),
  continuation: message('Continuation'),
  run: message('Run of the code'),
};

/** What is asked and of what, in one short line for the outline. */
export function summariseCriterion({ target, scale }: Pick<Criterion, 'target' | 'scale'>): string {
  const asked = target === 'pair' ? say('A or B') : say(targetNames[target]);
  return `${asked} · ${summariseScale(scale)}`;
}

function summariseScale(scale: Scale): string {
  switch (scale.kind) {
    case 'rating':
      return `${scale.min}–${scale.max}`;
    case 'choice':
      return say('{count, plural, one {# option} other {# options}}', { count: scale.options.length });
    case 'preference':
      return say('{points, plural, one {# point} other {# points}}', {
        points: scale.steps * 2 + (scale.tie ? 1 : 0),
      });
    case 'writing':
      return scale.purpose === 'prompt' ? say('a prompt') : say('a reference');
    default:
      return say(kindNames[scale.kind]);
  }
}

/** How a point of a scale is called beside its name field. */
export function pointName(kind: 'preference' | 'rating', value: number): string {
  if (kind === 'rating') return String(value);
  return value === 0 ? say('Tie') : `± ${value}`;
}
