import type { ProjectRole } from '#domain/access/roles.ts';
import { byLocale } from '#web/messages/by-locale.ts';
import { type Message, message, say } from '#web/messages/say.ts';

const names: Readonly<Record<ProjectRole, Message>> = {
  annotator: message('Annotator'),
  reviewer: message('Reviewer'),
  safety: message('Safety'),
  researcher: message('Researcher'),
  lead: message('Lead'),
  owner: message('Owner'),
};

/** As they stand inside a sentence. */
const namesInText: Readonly<Record<ProjectRole, Message>> = {
  annotator: message('annotator'),
  reviewer: message('reviewer'),
  safety: message('safety'),
  researcher: message('researcher'),
  lead: message('lead'),
  owner: message('owner'),
};

const lists = byLocale((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));

/** From those who judge to those who own. */
export const rolesInOrder = [
  'annotator',
  'reviewer',
  'safety',
  'researcher',
  'lead',
  'owner',
] as const satisfies ProjectRole[];

/** "Annotator", as a label. */
export function nameRole(role: ProjectRole): string {
  return say(names[role]);
}

/** "annotator and reviewer", inside a sentence. */
export function listRoles(roles: readonly ProjectRole[]): string {
  return lists().format(
    rolesInOrder.filter((role) => roles.includes(role)).map((role) => say(namesInText[role])),
  );
}
