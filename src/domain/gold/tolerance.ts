import type { Criterion } from '#domain/rubrics/rubric.ts';
import type { Scale } from '#domain/rubrics/scale.ts';
import type { Tolerance, ToleranceKind } from './gold.ts';

/** The tolerances that a scale knows, the usual one first; empty where nobody is held to its answers. */
export function tolerancesFor({ kind }: Scale): readonly ToleranceKind[] {
  switch (kind) {
    case 'preference':
      return ['side', 'within'];
    case 'rating':
    case 'number':
    case 'slider':
      return ['within'];
    case 'choice':
    case 'step_label':
      return ['same'];
    case 'choices':
      return ['same', 'overlap'];
    case 'ranking':
      return ['top', 'pairs'];
    default:
      return [];
  }
}

/** Words, marks, chats and runs have no one right answer. */
export function canBeGold({ scale }: Pick<Criterion, 'scale'>): boolean {
  return tolerancesFor(scale).length > 0;
}

/** What counts where a gold names no tolerance for a criterion. */
export function usualTolerance(scale: Scale): Tolerance {
  const kind = tolerancesFor(scale)[0] ?? 'same';
  return kind === 'within' || kind === 'pairs' ? { kind, distance: 0 } : { kind };
}

/** Says why a tolerance does not fit its scale; null where it does. */
export function explainTolerance(tolerance: Tolerance, scale: Scale): string | null {
  const known = tolerancesFor(scale);
  if (known.length === 0) return 'Nobody is held to answers on this scale: leave its tolerance out.';
  if (!known.includes(tolerance.kind))
    return `This scale takes the tolerance ${known.join(' or ')}; it is ${tolerance.kind}.`;
  if (!('distance' in tolerance)) return null;
  const most = widestDistance(scale);
  const mustBeWhole = scale.kind !== 'number' && scale.kind !== 'slider';
  const fits =
    tolerance.distance >= 0 &&
    tolerance.distance < most &&
    (!mustBeWhole || Number.isInteger(tolerance.distance));
  return fits
    ? null
    : `The distance must be ${mustBeWhole ? 'a whole number' : 'a number'} from 0 to below ${most}, or every answer would pass; it is ${tolerance.distance}.`;
}

/** From this distance on no answer could fail. */
function widestDistance(scale: Scale): number {
  switch (scale.kind) {
    case 'preference':
      return scale.steps * 2;
    case 'rating':
    case 'number':
    case 'slider':
      return scale.max - scale.min;
    case 'ranking':
      return 36;
    default:
      return 1;
  }
}
