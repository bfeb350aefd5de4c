import { z } from 'zod';
import { deploymentRoles, keyScopes, projectRoles } from '#domain/access/roles.ts';
import { route } from './route.ts';
import { email, empty, filledText, id, instant, password, personName, text } from './wire.ts';

export const person = z
  .object({
    id,
    email: z.string(),
    name: z.string(),
    deploymentRole: z.enum(deploymentRoles),
    disabledAt: instant.nullable(),
    createdAt: instant,
  })
  .meta({ id: 'Person' });
export type Person = z.infer<typeof person>;

/** What a person has set for themselves; unknown fields are refused so that typing errors show. */
export const preferences = z
  .strictObject({
    theme: z.enum(['system', 'light', 'dark']).default('system'),
    /** Of the interface; `auto` is the browser's. */
    language: z.enum(['auto', 'en', 'de', 'ar']).default('auto'),
    fontSizePx: z.number().int().min(13).max(24).default(17),
    measureCharacters: z.number().int().min(48).max(110).default(72),
    layout: z.enum(['side_by_side', 'stacked']).default('side_by_side'),
    /** Act id → key, such as { submit: "Enter" }; only what differs from the default. */
    keys: z.record(text({ max: 60 }), text({ max: 40 })).default({}),
  })
  .meta({ id: 'Preferences' });
export type Preferences = z.infer<typeof preferences>;

export const session = z
  .object({
    person: person.nullable(),
    preferences,
    /** True until the first owner exists: the web app then shows the first-run page. */
    setupRequired: z.boolean(),
    demo: z.boolean(),
    version: z.string(),
  })
  .meta({ id: 'Session' });

export const demoPerson = z.object({
  key: z.string(),
  name: z.string(),
  role: z.string(),
  summary: z.string(),
});

export const apiKey = z
  .object({
    id,
    name: z.string(),
    /** The first characters of the key, to recognise it; the key itself is shown once. */
    prefix: z.string(),
    scopes: z.array(z.enum(keyScopes)),
    createdAt: instant,
    lastUsedAt: instant.nullable(),
    expiresAt: instant.nullable(),
  })
  .meta({ id: 'ApiKey' });

export const invitation = z
  .object({
    id,
    projectId: id.nullable(),
    projectName: z.string().nullable(),
    roles: z.array(z.enum(projectRoles)),
    email: z.string().nullable(),
    usesLeft: z.number().int(),
    expiresAt: instant,
    createdAt: instant,
    createdByName: z.string(),
  })
  .meta({ id: 'Invitation' });

const feature = 'accounts';

export const readSession = route({
  id: 'readSession',
  feature,
  method: 'GET',
  path: '/session',
  access: 'public',
  summary: 'Who is signed in',
  response: session,
});
export const signIn = route({
  id: 'signIn',
  feature,
  method: 'POST',
  path: '/session',
  access: 'public',
  summary: 'Sign in with e-mail and password',
  body: z.strictObject({ email, password: text({ max: 200 }) }),
  response: session,
});
export const signOut = route({
  id: 'signOut',
  feature,
  method: 'DELETE',
  path: '/session',
  access: 'public',
  summary: 'Sign out',
  response: empty,
});
export const setUp = route({
  id: 'setUp',
  feature,
  method: 'POST',
  path: '/setup',
  access: 'public',
  summary: 'Create the first owner of a new deployment',
  status: 201,
  body: z.strictObject({ name: personName, email, password }),
  response: session,
});
export const listDemoPeople = route({
  id: 'listDemoPeople',
  feature,
  method: 'GET',
  path: '/demo/people',
  access: 'public',
  summary: 'Roles that the demo offers',
  response: z.object({ people: z.array(demoPerson) }),
});
export const signInDemo = route({
  id: 'signInDemo',
  feature,
  method: 'POST',
  path: '/demo/session',
  access: 'public',
  summary: 'Sign in as a demo role (demo deployments only)',
  body: z.strictObject({ key: text({ max: 40 }) }),
  response: session,
});

export const updateMe = route({
  id: 'updateMe',
  feature,
  method: 'PATCH',
  path: '/me',
  access: 'manage_own_account',
  summary: 'Change own name or preferences',
  body: z.strictObject({ name: personName.optional(), preferences: preferences.optional() }),
  response: session,
});
export const changePassword = route({
  id: 'changePassword',
  feature,
  method: 'POST',
  path: '/me/password',
  access: 'manage_own_account',
  summary: 'Change own password; every other session ends',
  body: z.strictObject({ current: text({ max: 200 }), next: password }),
  response: empty,
});
export const listApiKeys = route({
  id: 'listApiKeys',
  feature,
  method: 'GET',
  path: '/me/api-keys',
  access: 'manage_own_account',
  summary: 'Own API keys',
  response: z.object({ keys: z.array(apiKey) }),
});
export const createApiKey = route({
  id: 'createApiKey',
  feature,
  method: 'POST',
  path: '/me/api-keys',
  access: 'manage_own_account',
  summary: 'Make an API key; it is shown once',
  status: 201,
  body: z.strictObject({
    name: filledText({ max: 80 }),
    scopes: z.array(z.enum(keyScopes)).min(1).max(keyScopes.length),
    expiresInDays: z.number().int().min(1).max(730).nullable().default(null),
  }),
  response: z.object({ key: apiKey, secret: z.string() }),
});
export const revokeApiKey = route({
  id: 'revokeApiKey',
  feature,
  method: 'DELETE',
  path: '/me/api-keys/:keyId',
  access: 'manage_own_account',
  summary: 'Revoke an API key at once',
  params: z.strictObject({ keyId: id }),
  response: empty,
});

export const listPeople = route({
  id: 'listPeople',
  feature,
  method: 'GET',
  path: '/people',
  access: 'manage_deployment',
  summary: 'Everybody in the deployment',
  response: z.object({ people: z.array(person) }),
});
export const updatePerson = route({
  id: 'updatePerson',
  feature,
  method: 'PATCH',
  path: '/people/:personId',
  access: 'manage_deployment',
  summary: 'Change a deployment role, or disable or enable a person',
  params: z.strictObject({ personId: id }),
  body: z.strictObject({
    deploymentRole: z.enum(deploymentRoles).optional(),
    disabled: z.boolean().optional(),
  }),
  response: person,
});

const tokenParams = z.strictObject({ token: text({ min: 20, max: 100 }) });
export const readInvitation = route({
  id: 'readInvitation',
  feature,
  method: 'GET',
  path: '/invitations/:token',
  access: 'public',
  summary: 'What an invitation link offers',
  params: tokenParams,
  response: invitation,
});
export const acceptInvitation = route({
  id: 'acceptInvitation',
  feature,
  method: 'POST',
  path: '/invitations/:token/acceptance',
  access: 'public',
  summary: 'Join by an invitation link: as the person signed in, or as a new one',
  params: tokenParams,
  body: z.strictObject({ newPerson: z.strictObject({ name: personName, email, password }).optional() }),
  response: session,
});

export const accountRoutes = [
  readSession,
  signIn,
  signOut,
  setUp,
  listDemoPeople,
  signInDemo,
  updateMe,
  changePassword,
  listApiKeys,
  createApiKey,
  revokeApiKey,
  listPeople,
  updatePerson,
  readInvitation,
  acceptInvitation,
] as const;
