import type { DeploymentRole, KeyScope, ProjectRole } from './roles.ts';

/** Who is asking. `scopes` is null for a browser session, a list for an API key. */
export interface Actor {
  readonly personId: string;
  readonly deploymentRole: DeploymentRole;
  readonly scopes: readonly KeyScope[] | null;
}

export type Action =
  | 'use_own_account'
  | 'manage_own_account'
  | 'list_projects'
  | 'create_project'
  | 'manage_deployment'
  | 'view_project'
  | 'manage_project'
  | 'import_items'
  | 'judge'
  | 'see_results'
  | 'see_people'
  | 'settle_flags'
  | 'review'
  | 'export_data'
  | 'delete_project';

/** What is asked about. `roles` are the actor's own in that project. */
export type Thing =
  | { readonly kind: 'deployment' }
  | { readonly kind: 'project'; readonly roles: readonly ProjectRole[] };

const everyRole: readonly ProjectRole[] = ['owner', 'lead', 'reviewer', 'safety', 'researcher', 'annotator'];

const projectActions: Partial<Record<Action, readonly ProjectRole[]>> = {
  view_project: everyRole,
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

const deploymentActions: Partial<Record<Action, readonly DeploymentRole[]>> = {
  use_own_account: ['owner', 'lead', 'member'],
  manage_own_account: ['owner', 'lead', 'member'],
  list_projects: ['owner', 'lead', 'member'],
  create_project: ['owner', 'lead'],
  manage_deployment: ['owner'],
};

/** Which scope a key needs for an action; null = never by key. */
const scopeOf: Record<Action, KeyScope | null> = {
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

/** Which scope an API key needs for an action; null where no key may do it. */
export function scopeFor(action: Action): KeyScope | null {
  return scopeOf[action];
}

/** Whether the scopes of a key allow an action; a browser session has no limits of this kind. */
export function coversAction({ scopes }: Pick<Actor, 'scopes'>, action: Action): boolean {
  const scope = scopeOf[action];
  return scopes === null || (scope !== null && scopes.includes(scope));
}

/**
 * Decides whether an actor may do an action. The only place where roles and scopes are weighed.
 * The deployment's owner may do everything in every project except judge, which needs the annotator role:
 * a judgment must come from somebody who was put on the project as an annotator.
 */
export function can(actor: Actor, action: Action, thing: Thing): boolean {
  if (!coversAction(actor, action)) return false;
  if (thing.kind === 'deployment') return deploymentActions[action]?.includes(actor.deploymentRole) ?? false;
  const allowed = projectActions[action];
  if (allowed === undefined) return false;
  if (actor.deploymentRole === 'owner' && action !== 'judge') return true;
  return thing.roles.some((role) => allowed.includes(role));
}
