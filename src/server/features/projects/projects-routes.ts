import * as overlap from '#contract/overlap.ts';
import type { Project } from '#contract/projects.ts';
import * as contract from '#contract/projects.ts';
import type { HttpRefusal } from '#contract/refusals.ts';
import * as repeats from '#contract/repeats.ts';
import type { ResponseOf } from '#contract/route.ts';
import type { Actor } from '#domain/access/can.ts';
import type { ProjectRole } from '#domain/access/roles.ts';
import { isRefusal, refuse } from '#domain/outcomes/refusal.ts';
import { rubricTemplates } from '#domain/rubrics/templates.ts';
import type { RouteRequest, Serve } from '#server/http/serve-route.ts';
import type { Services } from '#server/services/services.ts';
import {
  findInvitation,
  listOpenInvitations,
  revokeInvitationRow,
  type StoredInvitation,
} from '#server/store/invitation-store.ts';
import { findProjectRoles, listMembers } from '#server/store/member-store.ts';
import { findProject, listProjectsFor, type StoredProject } from '#server/store/project-store.ts';
import { readOverlap, setOverlap } from './adaptive-overlap.ts';
import { createProject } from './create-project.ts';
import { createInvitation, setRoles } from './members.ts';
import { readCounts } from './project-counts.ts';
import { readRepeats, setRepeats } from './repeats.ts';
import { deleteProject, updateProject } from './update-project.ts';

/** Projects, their settings, members and invitation links. */
export function registerProjects(serve: Serve, services: Services): void {
  registerSettings(serve, services);
  serve(overlap.readOverlap, async ({ params }) => readOverlap(services, params.projectId));
  serve(overlap.setOverlap, async ({ params, body }) => setOverlap(services, { ...params, ...body }));
  serve(repeats.readRepeats, async ({ params }) => readRepeats(services, params.projectId));
  serve(repeats.setRepeats, async ({ params, body }) => setRepeats(services, { ...params, settings: body }));
  registerMembers(serve, services);
  registerInvitations(serve, services);
}

async function present(services: Services, project: StoredProject, roles: ProjectRole[]): Promise<Project> {
  return {
    ...project,
    createdAt: project.createdAt.toISOString(),
    roles,
    ...(await readCounts(services, project.id)),
  };
}

async function readOne(
  services: Services,
  query: { projectId: string; actor: Actor },
): Promise<Project | HttpRefusal> {
  const project = await findProject(services.database.kysely, query);
  if (!project) return refuse('not_found', 'There is no such project.');
  const own = await findProjectRoles(services.database.kysely, {
    projectId: query.projectId,
    personId: query.actor.personId,
  });
  return present(services, project, own?.roles ?? []);
}

function registerSettings(serve: Serve, services: Services): void {
  serve(contract.listTemplates, async () => ({
    templates: rubricTemplates as unknown as ResponseOf<typeof contract.listTemplates>['templates'],
  }));
  serve(contract.listProjects, async ({ actor }) => {
    const rows = await listProjectsFor(services.database.kysely, {
      personId: actor.personId,
      all: actor.deploymentRole === 'owner',
    });
    return { projects: await Promise.all(rows.map((row) => present(services, row, row.roles))) };
  });
  serve(contract.createProject, async ({ actor, body }) => {
    const projectId = await createProject(services, { ...body, personId: actor.personId });
    return isRefusal(projectId) ? projectId : readOne(services, { projectId, actor });
  });
  serve(contract.readProject, async ({ params, actor }) => readOne(services, { ...params, actor }));
  serve(contract.updateProject, async ({ params, body, actor }) => {
    const { revision, ...change } = body;
    const outcome = await updateProject(services, { projectId: params.projectId, revision, change });
    if (isRefusal(outcome)) return outcome;
    services.projectEvents.publish({ kind: 'progress', projectId: params.projectId });
    return readOne(services, { ...params, actor });
  });
  serve(contract.deleteProject, async ({ params }) => deleteProject(services, params.projectId));
}

const mayAppointOwners = (
  request: Pick<RouteRequest<typeof contract.setMemberRoles>, 'actor' | 'roles'>,
): boolean => request.actor.deploymentRole === 'owner' || request.roles.includes('owner');

function registerMembers(serve: Serve, services: Services): void {
  const list = async (projectId: string) => ({
    members: (await listMembers(services.database.kysely, projectId)).map((member) => ({
      ...member,
      addedAt: member.addedAt.toISOString(),
    })),
  });
  serve(contract.listMembers, async ({ params }) => list(params.projectId));
  serve(contract.setMemberRoles, async (request) => {
    const outcome = await setRoles(services, {
      ...request.params,
      roles: request.body.roles,
      mayAppointOwners: mayAppointOwners(request),
    });
    return isRefusal(outcome) ? outcome : list(request.params.projectId);
  });
  serve(contract.removeMember, async (request) =>
    setRoles(services, { ...request.params, roles: [], mayAppointOwners: mayAppointOwners(request) }),
  );
}

function presentInvitation(invitation: StoredInvitation) {
  const { revokedAt: _revokedAt, ...rest } = invitation;
  return {
    ...rest,
    expiresAt: invitation.expiresAt.toISOString(),
    createdAt: invitation.createdAt.toISOString(),
  };
}

function registerInvitations(serve: Serve, services: Services): void {
  const { kysely } = services.database;
  serve(contract.listInvitations, async ({ params }) => ({
    invitations: (await listOpenInvitations(kysely, { ...params, now: services.now() })).map(
      presentInvitation,
    ),
  }));
  serve(contract.createInvitation, async (request) => {
    if (request.body.roles.includes('owner') && !mayAppointOwners(request))
      return refuse('not_allowed', 'Only an owner of the project can invite owners.');
    const { token, tokenHash } = await createInvitation(services, {
      ...request.params,
      ...request.body,
      personId: request.actor.personId,
    });
    const invitation = await findInvitation(kysely, { tokenHash, lock: false });
    return invitation
      ? { invitation: presentInvitation(invitation), token, path: `/join/${token}` }
      : refuse('not_found', 'The project was deleted meanwhile.');
  });
  serve(contract.revokeInvitation, async ({ params }) => {
    const revoked = await revokeInvitationRow(kysely, {
      id: params.invitationId,
      projectId: params.projectId,
      now: services.now(),
    });
    return revoked ? {} : refuse('not_found', 'There is no such invitation.');
  });
}
