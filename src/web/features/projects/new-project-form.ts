import { say } from '#web/messages/say.ts';
/** What a lead fills in for a new project; times in the units that people think in. */
export interface NewProjectForm {
  readonly templateKey: string;
  readonly name: string;
  readonly overlap: number;
  readonly leaseMinutes: number;
  readonly amendMinutes: number;
  readonly instructions: string;
}

export const usualSettings = { overlap: 2, leaseMinutes: 30, amendMinutes: 60, instructions: '' } as const;

const minuteMs = 60_000;

/** The request that creates the project. */
export function projectRequest(form: NewProjectForm) {
  return {
    name: form.name.trim(),
    templateKey: form.templateKey,
    overlap: form.overlap,
    leaseMs: form.leaseMinutes * minuteMs,
    amendWindowMs: form.amendMinutes * minuteMs,
    instructions: form.instructions.trim(),
  };
}

export type TimingField = 'overlap' | 'leaseMinutes' | 'amendMinutes';

const limits = {
  overlap: { min: 1, max: 50 },
  leaseMinutes: { min: 1, max: 24 * 60 },
  amendMinutes: { min: 0, max: 7 * 24 * 60 },
} as const satisfies Record<TimingField, { min: number; max: number }>;

/** What is wrong with the form, in words at its fields; nothing while the name was not touched. */
export function checkProjectForm(form: Pick<NewProjectForm, TimingField | 'name'>) {
  const problems: Partial<Record<TimingField | 'name', string>> = {};
  if (form.name.trim() === '') problems.name = say('Give the project a name.');
  for (const field of ['overlap', 'leaseMinutes', 'amendMinutes'] as const) {
    const range = limits[field];
    const value = form[field];
    if (!Number.isInteger(value) || value < range.min || value > range.max) {
      problems[field] =
        field === 'overlap'
          ? say('Between {min, number} and {max, number} judgments.', range)
          : say('Between {min, number} and {max, number} minutes.', range);
    }
  }
  return problems;
}

/** How the work is shared out, as a sentence that follows the numbers. */
export function describeTiming({
  overlap,
  leaseMinutes,
  amendMinutes,
}: Pick<NewProjectForm, TimingField>): string {
  const judged = say(
    'Each item is judged by {overlap, plural, one {one person} other {# people}}. A task left untouched for {time} goes back to the queue.',
    { overlap, time: describeMinutes(leaseMinutes) },
  );
  const amend =
    amendMinutes === 0
      ? say('A submitted judgment cannot be changed.')
      : say('A submitted judgment may be changed for {time}.', { time: describeMinutes(amendMinutes) });
  return `${judged} ${amend}`;
}

/** 90 → "1 hour 30 minutes". */
export function describeMinutes(minutes: number): string {
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const rest = minutes % 60;
  const words = [
    days > 0 && say('{days, plural, one {# day} other {# days}}', { days }),
    hours > 0 && say('{hours, plural, one {# hour} other {# hours}}', { hours }),
    (rest > 0 || minutes === 0) &&
      say('{minutes, plural, one {# minute} other {# minutes}}', { minutes: rest }),
  ];
  return words.filter((word) => word !== false).join(' ');
}
