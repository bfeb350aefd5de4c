import type { Project } from '#contract/projects.ts';
import { say } from '#web/messages/say.ts';
import { checkProjectForm, type TimingField } from './new-project-form.ts';

/** The settings as a form: times in minutes. */
export interface SettingsForm extends Readonly<Record<TimingField, number>> {
  readonly name: string;
  readonly description: string;
  readonly instructions: string;
  /** Judgments asked of each annotator a day; 0 asks for none. */
  readonly targetPerDay: number;
}

const minuteMs = 60_000;
const mostPerDay = 10_000;
type SettingsProblems = ReturnType<typeof checkProjectForm> & { targetPerDay?: string };

export function settingsOf(project: Project): SettingsForm {
  const { name, description, instructions, overlap, leaseMs, amendWindowMs, targetPerDay } = project;
  return {
    name,
    description,
    instructions,
    overlap,
    leaseMinutes: Math.round(leaseMs / minuteMs),
    amendMinutes: Math.round(amendWindowMs / minuteMs),
    targetPerDay: targetPerDay ?? 0,
  };
}

const requestField = {
  name: (form: SettingsForm) => ({ name: form.name.trim() }),
  description: (form: SettingsForm) => ({ description: form.description }),
  instructions: (form: SettingsForm) => ({ instructions: form.instructions }),
  overlap: (form: SettingsForm) => ({ overlap: form.overlap }),
  leaseMinutes: (form: SettingsForm) => ({ leaseMs: form.leaseMinutes * minuteMs }),
  amendMinutes: (form: SettingsForm) => ({ amendWindowMs: form.amendMinutes * minuteMs }),
  targetPerDay: (form: SettingsForm) => ({
    targetPerDay: form.targetPerDay === 0 ? null : form.targetPerDay,
  }),
} as const;
type SettingsField = keyof typeof requestField;

/** The fields that differ from what the form started with. */
export function changedFields(start: SettingsForm, form: SettingsForm): SettingsField[] {
  return (Object.keys(requestField) as SettingsField[]).filter((field) => start[field] !== form[field]);
}

/** Only what was changed is sent, so that nobody's other change is undone. */
export function settingsRequest(start: SettingsForm, form: SettingsForm) {
  return Object.assign(
    {},
    ...changedFields(start, form).map((field) => requestField[field](form)),
  ) as Partial<
    Pick<
      Project,
      'name' | 'description' | 'instructions' | 'overlap' | 'leaseMs' | 'amendWindowMs' | 'targetPerDay'
    >
  >;
}

/** Own changes laid over what the project is now; untouched fields follow it. */
export function rebaseSettings(start: SettingsForm, form: SettingsForm, now: SettingsForm): SettingsForm {
  const own = Object.fromEntries(changedFields(start, form).map((field) => [field, form[field]]));
  return { ...now, ...own };
}

/** What another number of judgments an item does to items that are there. */
export function describeOverlapChange(from: number, to: number): string | undefined {
  if (to > from) return say('Finished items come back to the queue until they have this many.');
  if (to < from) return say('Items that have this many count as done. No judgment is lost.');
  return undefined;
}

/** What is wrong with the form, in words at its fields. */
export function checkSettings(form: SettingsForm): SettingsProblems {
  const problems: SettingsProblems = checkProjectForm(form);
  const { targetPerDay } = form;
  const isWithin = Number.isInteger(targetPerDay) && targetPerDay >= 0 && targetPerDay <= mostPerDay;
  return isWithin
    ? problems
    : { ...problems, targetPerDay: say('Between 0 and {most, number}.', { most: mostPerDay }) };
}
