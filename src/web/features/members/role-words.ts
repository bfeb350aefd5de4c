import type { ProjectRole } from '#domain/access/roles.ts';
import { type Message, message } from '#web/messages/say.ts';
import { rolesInOrder } from '#web/session/role-names.ts';

/** What each role may do in a project, in one line. */
export const roleWords: Readonly<Record<ProjectRole, Message>> = {
  annotator: message('Is given tasks and judges them.'),
  reviewer: message('Sees results and every judgment, and settles flags.'),
  safety: message('Sees results and settles flags.'),
  researcher: message('Sees results and exports data.'),
  lead: message('Sets the project up: rubric, guidelines, items, people.'),
  owner: message('Does all of that, appoints owners and deletes the project.'),
};

/** The roles after one was switched; never none, since that would take the person off the project. */
export function switchRole(roles: readonly ProjectRole[], role: ProjectRole): readonly ProjectRole[] {
  const next = roles.includes(role) ? roles.filter((one) => one !== role) : [...roles, role];
  return next.length === 0 ? roles : rolesInOrder.filter((one) => next.includes(one));
}
