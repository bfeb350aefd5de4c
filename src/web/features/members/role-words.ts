import type { ProjectRole } from '#domain/access/roles.ts';

/** What each role may do in a project, in one line. */
export const roleWords: Readonly<Record<ProjectRole, { readonly name: string; readonly text: string }>> = {
  annotator: { name: 'Annotator', text: 'Is given tasks and judges them.' },
  reviewer: { name: 'Reviewer', text: 'Sees results and every judgment, and settles flags.' },
  safety: { name: 'Safety', text: 'Sees results and settles flags.' },
  researcher: { name: 'Researcher', text: 'Sees results and exports data.' },
  lead: { name: 'Lead', text: 'Sets the project up: rubric, guidelines, items, people.' },
  owner: { name: 'Owner', text: 'Does all of that, appoints owners and deletes the project.' },
};

/** From those who judge to those who own. */
export const rolesInOrder = [
  'annotator',
  'reviewer',
  'safety',
  'researcher',
  'lead',
  'owner',
] as const satisfies ProjectRole[];

/** "Annotator and reviewer". */
export function listRoles(roles: readonly ProjectRole[]): string {
  const names = rolesInOrder
    .filter((role) => roles.includes(role))
    .map((role) => roleWords[role].name.toLowerCase());
  const text = new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The roles after one was switched; never none, since that would take the person off the project. */
export function switchRole(roles: readonly ProjectRole[], role: ProjectRole): readonly ProjectRole[] {
  const next = roles.includes(role) ? roles.filter((one) => one !== role) : [...roles, role];
  return next.length === 0 ? roles : rolesInOrder.filter((one) => next.includes(one));
}
