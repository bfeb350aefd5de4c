import { choiceCriterionOf } from '#domain/people-quality/pair-choices.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';

/** How often people get an item a second time, with the responses in reverse order. */
export interface RepeatSettings {
  /** Of all tasks, 0 to 20 percent. */
  readonly sharePercent: number;
  /** A person finishes at least so many other tasks in between. */
  readonly leastTasks: number;
  /** And at least so many hours pass. */
  readonly leastHours: number;
}

export const repeatLimits = {
  sharePercent: 20,
  leastTasks: { least: 5, most: 1000 },
  leastHours: 720,
} as const;

/** What a lead begins with. */
export const usualRepeats: RepeatSettings = { sharePercent: 2, leastTasks: 30, leastHours: 0 };

/** Whether the next task of a person is to be a repeat; `draw` from 0 to below 1 is decided by the place in their work. */
export function isRepeatDrawn(settings: RepeatSettings | null, draw: number): boolean {
  return settings !== null && draw * 100 < settings.sharePercent;
}

/**
 * Whether a second look says how steady somebody is: the rubric asks which response is better, and nothing that is written
 * or talked through, which nobody would do twice without noticing.
 */
export function canRepeat(rubric: Rubric): boolean {
  return (
    choiceCriterionOf(rubric) !== null &&
    !rubric.criteria.some(({ scale }) => scale.kind === 'writing' || scale.kind === 'continuation')
  );
}
