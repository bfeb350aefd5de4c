import type { Place } from '#domain/outcomes/refusal.ts';
import type { ClaimsScale, MarksScale, RegionsScale } from './scale.ts';
import { validateOptions } from './validate-options.ts';

/** Lists what contradicts itself in a scale of marks, claims or regions. */
export function validateMarkScale(scale: MarksScale | ClaimsScale | RegionsScale, path: string): Place[] {
  if (scale.kind === 'claims')
    return validateOptions(scale.verdicts, { path: `${path}.verdicts`, noun: 'A claim', fewest: 2 });
  if (scale.kind === 'regions') return validateRegions(scale, path);
  const types = validateOptions(scale.types, { path: `${path}.types`, noun: 'An error mark', fewest: 1 });
  if (scale.severities.length === 0) return types;
  const severities = validateOptions(scale.severities, {
    path: `${path}.severities`,
    noun: 'A severity',
    fewest: 2,
  });
  return [...types, ...severities];
}

function validateRegions({ shapes, labels }: RegionsScale, path: string): Place[] {
  const places = validateOptions(labels, { path: `${path}.labels`, noun: 'A region', fewest: 1 });
  if (shapes.length === 0)
    places.push({ path: `${path}.shapes`, message: 'Allow at least one shape, such as a box.' });
  if (new Set(shapes).size !== shapes.length)
    places.push({ path: `${path}.shapes`, message: 'A shape is named twice. Name each once.' });
  return places;
}
