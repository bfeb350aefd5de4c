import { sql } from 'kysely';
import type { ProjectRole } from '#domain/access/roles.ts';
import type { Executor } from '#server/database/database.ts';

/** The person's roles in a project; undefined where the project does not exist. */
export async function findProjectRoles(
  executor: Executor,
  query: { projectId: string; personId: string },
): Promise<{ roles: ProjectRole[] } | undefined> {
  return executor
    .selectFrom('projects')
    .where('projects.id', '=', query.projectId)
    .select(
      sql<
        ProjectRole[]
      >`array(select role from project_members m where m.project_id = projects.id and m.person_id = ${query.personId})`.as(
        'roles',
      ),
    )
    .executeTakeFirst();
}

export interface StoredMember {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: ProjectRole[];
  readonly addedAt: Date;
  readonly judgments: number;
}

export async function listMembers(executor: Executor, projectId: string): Promise<StoredMember[]> {
  return executor
    .selectFrom('projectMembers')
    .innerJoin('people', 'people.id', 'projectMembers.personId')
    .where('projectId', '=', projectId)
    .groupBy(['people.id', 'people.name', 'people.email'])
    .select([
      'people.id as personId',
      'people.name',
      'people.email',
      sql<ProjectRole[]>`array_agg(role order by role)`.as('roles'),
      sql<Date>`min(added_at)`.as('addedAt'),
      sql<number>`(select count(*)::int from assignments a where a.project_id = ${projectId} and a.annotator_id = people.id and a.state = 'submitted' and a.takes_place)`.as(
        'judgments',
      ),
    ])
    .orderBy('people.name')
    .execute();
}

/** Gives exactly these roles, adding and removing as needed. */
export async function replaceRoles(
  executor: Executor,
  member: { projectId: string; personId: string; roles: readonly ProjectRole[]; now: Date },
): Promise<void> {
  await executor
    .deleteFrom('projectMembers')
    .where('projectId', '=', member.projectId)
    .where('personId', '=', member.personId)
    .where('role', 'not in', member.roles.length > 0 ? [...member.roles] : [''])
    .execute();
  await addRoles(executor, member);
}

/** Adds roles and keeps those already held. */
export async function addRoles(
  executor: Executor,
  member: { projectId: string; personId: string; roles: readonly ProjectRole[]; now: Date },
): Promise<void> {
  if (member.roles.length === 0) return;
  await executor
    .insertInto('projectMembers')
    .values(
      member.roles.map((role) => ({
        projectId: member.projectId,
        personId: member.personId,
        role,
        addedAt: member.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** How many owners a project has; taken under the project's row lock before one is removed. */
export async function countOwners(executor: Executor, projectId: string): Promise<number> {
  const row = await executor
    .selectFrom('projectMembers')
    .where('projectId', '=', projectId)
    .where('role', '=', 'owner')
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}
