import type { Criterion } from '#domain/rubrics/rubric.ts';
import type { Scale } from '#domain/rubrics/scale.ts';

const knownKinds: readonly Scale['kind'][] = ['preference', 'ranking', 'rating', 'choice', 'step_label'];

/**
 * Whether there is one right answer to a criterion that a known answer must give. Words, marks, regions, chats and runs
 * may come with a judgment that is taken over, but nobody is held to them; neither to numbers and choices of several.
 */
export function hasKnownAnswer({ scale, target }: Pick<Criterion, 'scale' | 'target'>): boolean {
  return (
    knownKinds.includes(scale.kind) && target !== 'turn' && (target !== 'step' || scale.kind === 'step_label')
  );
}
