import { describe, expect, test } from 'vitest';
import type { Action, Actor } from './can.ts';
import { can } from './can.ts';
import type { DeploymentRole, KeyScope, ProjectRole } from './roles.ts';
import { deploymentRoles, keyScopes, projectRoles } from './roles.ts';

const actor = (deploymentRole: DeploymentRole, scopes: readonly KeyScope[] | null = null): Actor => ({
  personId: 'p1',
  deploymentRole,
  scopes,
});
const project = (...roles: ProjectRole[]) => ({ kind: 'project', roles }) as const;
const deployment = { kind: 'deployment' } as const;

const projectTable: Record<string, readonly ProjectRole[]> = {
  view_project: ['owner', 'lead', 'reviewer', 'safety', 'researcher', 'annotator'],
  manage_project: ['owner', 'lead'],
  import_items: ['owner', 'lead'],
  judge: ['annotator'],
  see_results: ['owner', 'lead', 'reviewer', 'safety', 'researcher'],
  see_people: ['owner', 'lead'],
  settle_flags: ['owner', 'lead', 'reviewer', 'safety'],
  review: ['owner', 'lead', 'reviewer'],
  export_data: ['owner', 'lead', 'researcher'],
  delete_project: ['owner'],
};
const deploymentTable: Record<string, readonly DeploymentRole[]> = {
  use_own_account: ['owner', 'lead', 'member'],
  manage_own_account: ['owner', 'lead', 'member'],
  list_projects: ['owner', 'lead', 'member'],
  create_project: ['owner', 'lead'],
  manage_deployment: ['owner'],
};
const scopeTable: Record<Action, KeyScope | null> = {
  use_own_account: 'read',
  manage_own_account: null,
  list_projects: 'read',
  create_project: 'manage',
  manage_deployment: 'manage',
  view_project: 'read',
  manage_project: 'manage',
  import_items: 'import',
  judge: 'judge',
  see_results: 'read',
  see_people: 'read',
  settle_flags: 'manage',
  review: 'manage',
  export_data: 'export',
  delete_project: 'manage',
};

const actions = Object.keys(scopeTable) as Action[];
const projectCells = Object.entries(projectTable).flatMap(([action, allowed]) =>
  projectRoles.map((role) => [action as Action, role, allowed.includes(role)] as const),
);
const deploymentCells = Object.entries(deploymentTable).flatMap(([action, allowed]) =>
  deploymentRoles.map((role) => [action as Action, role, allowed.includes(role)] as const),
);
const scopeCells = actions.flatMap((action) =>
  keyScopes.map((scope) => [action, scope, scopeTable[action] === scope] as const),
);
/** What the most powerful person may do with it, so that only the key's scope decides. */
const thingOf = (action: Action) => (action in projectTable ? project('owner', 'annotator') : deployment);

describe('can', () => {
  test('covers every action in one of the tables', () => {
    expect([...Object.keys(projectTable), ...Object.keys(deploymentTable)].sort()).toEqual(
      [...actions].sort(),
    );
  });

  test.each(projectCells)('%s as %s of the project: %s', (action, role, expected) => {
    expect(can(actor('member'), action, project(role))).toBe(expected);
  });

  test.each(deploymentCells)('%s as %s of the deployment: %s', (action, role, expected) => {
    expect(can(actor(role), action, deployment)).toBe(expected);
  });

  test.each(scopeCells)('%s by a key with the scope %s: %s', (action, scope, expected) => {
    expect(can(actor('owner', [scope]), action, thingOf(action))).toBe(expected);
  });

  test.each(actions)('%s needs some scope of a key', (action) => {
    expect(can(actor('owner', []), action, thingOf(action))).toBe(false);
  });

  test.each(Object.keys(projectTable) as Action[])(
    '%s is closed to people without a role in the project',
    (action) => {
      for (const role of ['lead', 'member'] as const) expect(can(actor(role), action, project())).toBe(false);
    },
  );

  test.each(Object.keys(projectTable) as Action[])(
    '%s is open to the owner of the deployment unless it is judging',
    (action) => {
      expect(can(actor('owner'), action, project())).toBe(action !== 'judge');
    },
  );

  test('lets the owner of the deployment judge where he is an annotator', () => {
    expect(can(actor('owner'), 'judge', project('annotator'))).toBe(true);
  });

  test('adds the roles of one person together', () => {
    const reviewerAndAnnotator = project('reviewer', 'annotator');
    expect(can(actor('member'), 'see_results', reviewerAndAnnotator)).toBe(true);
    expect(can(actor('member'), 'judge', reviewerAndAnnotator)).toBe(true);
    expect(can(actor('member'), 'export_data', reviewerAndAnnotator)).toBe(false);
  });

  test('never lets a key do more than its person may', () => {
    expect(can(actor('member', ['manage']), 'manage_project', project('annotator'))).toBe(false);
  });

  test.each(Object.keys(projectTable) as Action[])('%s cannot be done to the deployment', (action) => {
    expect(can(actor('owner'), action, deployment)).toBe(false);
  });

  test.each(Object.keys(deploymentTable) as Action[])('%s cannot be done to a project', (action) => {
    expect(can(actor('owner'), action, project('owner'))).toBe(false);
  });
});
