import type { ViewTask } from '#web/features/judging/parts/scene.ts';

/** The criterion by which a task's recorded dialogue is gone through; undefined where there is neither. */
export function findContinuation({ rubric, dialogue }: ViewTask) {
  return dialogue && rubric.criteria.find(({ scale }) => scale.kind === 'continuation');
}
