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
  overlap: { min: 1, max: 50, unit: 'judgments' },
  leaseMinutes: { min: 1, max: 24 * 60, unit: 'minutes' },
  amendMinutes: { min: 0, max: 7 * 24 * 60, unit: 'minutes' },
} as const satisfies Record<TimingField, { min: number; max: number; unit: string }>;

/** What is wrong with the form, in words at its fields; nothing while the name was not touched. */
export function checkProjectForm(form: Pick<NewProjectForm, TimingField | 'name'>) {
  const problems: Partial<Record<TimingField | 'name', string>> = {};
  if (form.name.trim() === '') problems.name = 'Give the project a name.';
  for (const field of ['overlap', 'leaseMinutes', 'amendMinutes'] as const) {
    const { min, max, unit } = limits[field];
    const value = form[field];
    if (!Number.isInteger(value) || value < min || value > max) {
      problems[field] = `Between ${min} and ${max.toLocaleString()} ${unit}.`;
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
  const people = overlap === 1 ? 'one person' : `${overlap} people`;
  const amend =
    amendMinutes === 0
      ? 'A submitted judgment cannot be changed.'
      : `A submitted judgment may be changed for ${describeMinutes(amendMinutes)}.`;
  return `Each item is judged by ${people}. A task left untouched for ${describeMinutes(leaseMinutes)} goes back to the queue. ${amend}`;
}

/** 90 → "1 hour 30 minutes". */
export function describeMinutes(minutes: number): string {
  const parts = [
    [Math.floor(minutes / 1440), 'day'],
    [Math.floor((minutes % 1440) / 60), 'hour'],
    [minutes % 60, 'minute'],
  ] as const;
  const words = parts
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${amount} ${unit}${amount === 1 ? '' : 's'}`);
  return words.length === 0 ? '0 minutes' : words.join(' ');
}
