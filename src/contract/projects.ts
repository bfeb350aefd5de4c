import { z } from 'zod';
import { projectRoles } from '#domain/access/roles.ts';
import { annotatorViews } from '#domain/people-quality/own-view.ts';
import { flagKinds, projectStates } from '#domain/queue/assignment.ts';
import { templatePurposes } from '#domain/rubrics/rubric-template.ts';
import { invitation } from './accounts.ts';
import { itemTexts } from './judging.ts';
import { route } from './route.ts';
import { rubric } from './rubrics.ts';
import { email, empty, filledText, id, instant, projectParams, text } from './wire.ts';

const settings = {
  name: filledText({ max: 120 }),
  description: text({ max: 2_000 }),
  /** Short text shown above the first task. */
  instructions: text({ max: 8_000 }),
  /** Judgments wanted for each item. Raising it reopens finished items. */
  overlap: z.number().int().min(1).max(50),
  leaseMs: z.number().int().min(60_000).max(86_400_000),
  /** How long a submitted judgment may be amended. */
  amendWindowMs: z
    .number()
    .int()
    .min(0)
    .max(7 * 86_400_000),
  /** Judgments that each annotator is asked for a day; null asks for none. */
  targetPerDay: z.number().int().min(1).max(10_000).nullable(),
  /** What annotators see of the report on their own work. */
  annotatorSees: z.enum(annotatorViews),
  /** Which kinds of flags take their item out of the queue until somebody releases it. */
  flagPolicy: z.strictObject({ hold: z.array(z.enum(flagKinds)).max(flagKinds.length).readonly() }),
};

export const project = z
  .object({
    id,
    ...settings,
    state: z.enum(projectStates),
    templateKey: z.string().nullable(),
    rubricVersion: z.number().int(),
    guidelineVersion: z.number().int(),
    /** The roles that the asking person holds here. */
    roles: z.array(z.enum(projectRoles)),
    itemsTotal: z.number().int(),
    itemsDone: z.number().int(),
    judgmentsTotal: z.number().int(),
    /** Rises by one at each change of the settings; send it back to change them. */
    revision: z.number().int(),
    createdAt: instant,
  })
  .meta({ id: 'Project' });
export type Project = z.infer<typeof project>;

export const template = z
  .object({
    key: z.string(),
    purpose: z.enum(templatePurposes),
    name: z.string(),
    summary: z.string(),
    rubric,
    guidelines: z.string(),
    /** A made-up task to try the rubric on. */
    example: z.object(itemTexts),
  })
  .meta({ id: 'Template' });

export const member = z
  .object({
    personId: id,
    name: z.string(),
    email: z.string(),
    roles: z.array(z.enum(projectRoles)),
    addedAt: instant,
    judgments: z.number().int(),
  })
  .meta({ id: 'Member' });

const feature = 'projects';
const roles = z.array(z.enum(projectRoles)).min(1).max(6);

export const listTemplates = route({
  id: 'listTemplates',
  feature,
  method: 'GET',
  path: '/templates',
  access: 'list_projects',
  summary: 'Templates for new projects',
  response: z.object({ templates: z.array(template) }),
});
export const listProjects = route({
  id: 'listProjects',
  feature,
  method: 'GET',
  path: '/projects',
  access: 'list_projects',
  summary: 'Projects that the person may see',
  response: z.object({ projects: z.array(project) }),
});
export const createProject = route({
  id: 'createProject',
  feature,
  method: 'POST',
  path: '/projects',
  access: 'create_project',
  summary: 'Create a project from a template or a rubric',
  status: 201,
  body: z.strictObject({
    name: settings.name,
    description: settings.description.default(''),
    templateKey: text({ max: 80 }).optional(),
    rubric: rubric.optional(),
    guidelines: text({ max: 400_000 }).optional(),
    overlap: settings.overlap.default(2),
    leaseMs: settings.leaseMs.default(1_800_000),
    amendWindowMs: settings.amendWindowMs.default(3_600_000),
    instructions: settings.instructions.default(''),
    targetPerDay: settings.targetPerDay.default(null),
  }),
  response: project,
});
export const readProject = route({
  id: 'readProject',
  feature,
  method: 'GET',
  path: '/projects/:projectId',
  access: 'view_project',
  summary: 'One project',
  params: projectParams,
  response: project,
});
export const updateProject = route({
  id: 'updateProject',
  feature,
  method: 'PATCH',
  path: '/projects/:projectId',
  access: 'manage_project',
  summary: 'Change settings or state (draft, open, paused, closed)',
  params: projectParams,
  body: z.strictObject({
    revision: z.number().int(),
    name: settings.name.optional(),
    description: settings.description.optional(),
    instructions: settings.instructions.optional(),
    overlap: settings.overlap.optional(),
    leaseMs: settings.leaseMs.optional(),
    amendWindowMs: settings.amendWindowMs.optional(),
    targetPerDay: settings.targetPerDay.optional(),
    flagPolicy: settings.flagPolicy.optional(),
    annotatorSees: settings.annotatorSees.optional(),
    state: z.enum(projectStates).optional(),
  }),
  response: project,
});
export const deleteProject = route({
  id: 'deleteProject',
  feature,
  method: 'DELETE',
  path: '/projects/:projectId',
  access: 'delete_project',
  summary: 'Delete a project that holds no judgments',
  params: projectParams,
  response: empty,
});

export const listMembers = route({
  id: 'listMembers',
  feature,
  method: 'GET',
  path: '/projects/:projectId/members',
  access: 'manage_project',
  summary: 'Who works on the project',
  params: projectParams,
  response: z.object({ members: z.array(member) }),
});
const memberParams = z.strictObject({ projectId: id, personId: id });
export const setMemberRoles = route({
  id: 'setMemberRoles',
  feature,
  method: 'PUT',
  path: '/projects/:projectId/members/:personId',
  access: 'manage_project',
  summary: 'Set the roles of a member; adds a person of the deployment',
  params: memberParams,
  body: z.strictObject({ roles }),
  response: z.object({ members: z.array(member) }),
});
export const removeMember = route({
  id: 'removeMember',
  feature,
  method: 'DELETE',
  path: '/projects/:projectId/members/:personId',
  access: 'manage_project',
  summary: 'Take a person off the project; their judgments stay, their leases return to the queue',
  params: memberParams,
  response: empty,
});
export const listInvitations = route({
  id: 'listInvitations',
  feature,
  method: 'GET',
  path: '/projects/:projectId/invitations',
  access: 'manage_project',
  summary: 'Open invitation links',
  params: projectParams,
  response: z.object({ invitations: z.array(invitation) }),
});
export const createInvitation = route({
  id: 'createInvitation',
  feature,
  method: 'POST',
  path: '/projects/:projectId/invitations',
  access: 'manage_project',
  summary: 'Make an invitation link; it is shown once',
  status: 201,
  params: projectParams,
  body: z.strictObject({
    roles,
    email: email.nullable().default(null),
    uses: z.number().int().min(1).max(500).default(1),
    expiresInDays: z.number().int().min(1).max(90).default(14),
  }),
  response: z.object({ invitation, token: z.string(), path: z.string() }),
});
export const revokeInvitation = route({
  id: 'revokeInvitation',
  feature,
  method: 'DELETE',
  path: '/projects/:projectId/invitations/:invitationId',
  access: 'manage_project',
  summary: 'Revoke an invitation link',
  params: z.strictObject({ projectId: id, invitationId: id }),
  response: empty,
});

export const projectRoutes = [
  listTemplates,
  listProjects,
  createProject,
  readProject,
  updateProject,
  deleteProject,
  listMembers,
  setMemberRoles,
  removeMember,
  listInvitations,
  createInvitation,
  revokeInvitation,
] as const;
