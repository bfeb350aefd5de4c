import type { ScaleValue } from '#domain/judging/answers.ts';
import type { Criterion } from '#domain/rubrics/rubric.ts';
import { anchorsOf, optionsOf } from '#domain/rubrics/scale-points.ts';
import { say } from '#web/messages/say.ts';

/** A value in a cell of a few characters. */
export function shortValue({ scale }: Criterion, value: ScaleValue | undefined): string {
  if (value === undefined) return '';
  if (value === null) return '–';
  if (typeof value === 'number') return say('{value, number}', { value });
  if (typeof value !== 'string') return say('{count, number}×', { count: value.length });
  return scale.kind === 'text' ? '…' : labelOf(scale, value);
}

/** A value in full, to be read out. */
export function spokenValue({ scale }: Criterion, value: ScaleValue | undefined): string {
  if (value === undefined) return say('no answer yet');
  if (value === null) return say('not applicable');
  if (typeof value === 'number') {
    const anchor = anchorsOf(scale).find((each) => each.value === value)?.label;
    return anchor === undefined ? say('{value, number}', { value }) : `${value}: ${anchor}`;
  }
  if (typeof value !== 'string')
    return value.length === 0 ? say('none of these') : value.map((key) => labelOf(scale, key)).join(', ');
  return labelOf(scale, value);
}

function labelOf(scale: Criterion['scale'], key: string): string {
  return optionsOf(scale).find((option) => option.key === key)?.label ?? key;
}
