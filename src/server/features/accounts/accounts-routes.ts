import * as contract from '#contract/accounts.ts';
import type { HttpRefusal } from '#contract/refusals.ts';
import { isRefusal, refuse } from '#domain/outcomes/refusal.ts';
import { hashToken, isSecure, sessionCookieName } from '#server/http/actor.ts';
import type { RouteRequest, Serve } from '#server/http/serve-route.ts';
import type { Services } from '#server/services/services.ts';
import { insertKey, listKeysOf, revokeKey, type StoredApiKey } from '#server/store/api-key-store.ts';
import { findInvitation } from '#server/store/invitation-store.ts';
import { findPersonByEmail, listPeople, updatePersonRow } from '#server/store/person-store.ts';
import { deleteSession } from '#server/store/session-store.ts';
import { acceptInvitation, whyNotUsable } from './accept-invitation.ts';
import { demoPeople } from './demo-people.ts';
import { changePassword, updatePerson } from './people.ts';
import { presentInvitation, presentPerson, presentSession, type SessionBody } from './present-account.ts';
import { type Began, setUpOwner, signIn } from './sign-in.ts';
import { SignInThrottle } from './sign-in-throttle.ts';
import { clearSessionCookie, setSessionCookie, startSession } from './start-session.ts';

/** Sign-in, own account, API keys, people and invitations. */
export function registerAccounts(serve: Serve, services: Services): void {
  registerSessions(serve, services);
  registerOwnAccount(serve, services);
  registerPeople(serve, services);
}

type AnyRequest = Pick<RouteRequest<typeof contract.signIn>, 'raw' | 'reply'>;

function ownTokenHash(services: Services, { raw }: Pick<AnyRequest, 'raw'>): Buffer | null {
  const token = raw.cookies[sessionCookieName(isSecure(services))];
  return token ? hashToken(token) : null;
}

function registerSessions(serve: Serve, services: Services): void {
  const throttle = new SignInThrottle();
  const begin = async (
    { reply }: AnyRequest,
    began: Began | HttpRefusal,
  ): Promise<SessionBody | HttpRefusal> => {
    if (isRefusal(began)) return began;
    setSessionCookie(services, reply, began.token);
    return presentSession(services, began.personId);
  };
  serve(contract.readSession, async ({ actor }) => presentSession(services, actor?.personId ?? null));
  serve(contract.signIn, async (request) =>
    begin(request, await signIn(services, { ...request.body, throttle })),
  );
  serve(contract.setUp, async (request) => begin(request, await setUpOwner(services, request.body)));
  serve(contract.signOut, async (request) => {
    const tokenHash = ownTokenHash(services, request);
    if (tokenHash) await deleteSession(services.database.kysely, tokenHash);
    clearSessionCookie(services, request.reply);
    return {};
  });
  serve(contract.listDemoPeople, async () => ({
    people: services.config.demo
      ? demoPeople.map(({ key, name, role, summary }) => ({ key, name, role, summary }))
      : [],
  }));
  serve(contract.signInDemo, async (request) => {
    const known = services.config.demo
      ? demoPeople.find((person) => person.key === request.body.key)
      : undefined;
    const person = known && (await findPersonByEmail(services.database.kysely, known.email));
    if (!person) return refuse('not_found', 'There is no such demo role here.');
    return begin(request, {
      personId: person.id,
      token: await startSession(services, services.database.kysely, person.id),
    });
  });
}

function registerOwnAccount(serve: Serve, services: Services): void {
  const { kysely } = services.database;
  serve(contract.updateMe, async ({ actor, body }) => {
    await updatePersonRow(kysely, { id: actor.personId, name: body.name, preferences: body.preferences });
    return presentSession(services, actor.personId);
  });
  serve(contract.changePassword, async (request) =>
    changePassword(services, {
      personId: request.actor.personId,
      ...request.body,
      keepTokenHash: ownTokenHash(services, request),
    }),
  );
  serve(contract.listApiKeys, async ({ actor }) => ({
    keys: (await listKeysOf(kysely, actor.personId)).map(presentKey),
  }));
  serve(contract.createApiKey, async ({ actor, body }) => {
    const secret = `plb_${services.randomBytes(32).toString('base64url')}`;
    const now = services.now();
    const expiresAt =
      body.expiresInDays === null ? null : new Date(now.getTime() + body.expiresInDays * 86_400_000);
    const key = {
      id: services.newId(),
      name: body.name,
      prefix: secret.slice(0, 10),
      scopes: body.scopes,
      createdAt: now,
      lastUsedAt: null,
      expiresAt,
    };
    await insertKey(kysely, { ...key, personId: actor.personId, tokenHash: hashToken(secret) });
    return { key: presentKey(key), secret };
  });
  serve(contract.revokeApiKey, async ({ actor, params }) => {
    const revoked = await revokeKey(kysely, {
      keyId: params.keyId,
      personId: actor.personId,
      now: services.now(),
    });
    return revoked ? {} : refuse('not_found', 'You have no such API key.');
  });
}

function presentKey(key: StoredApiKey) {
  return {
    id: key.id,
    name: key.name,
    prefix: key.prefix,
    scopes: key.scopes,
    createdAt: key.createdAt.toISOString(),
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
    expiresAt: key.expiresAt?.toISOString() ?? null,
  };
}

function registerPeople(serve: Serve, services: Services): void {
  const { kysely } = services.database;
  serve(contract.listPeople, async () => ({ people: (await listPeople(kysely)).map(presentPerson) }));
  serve(contract.updatePerson, async ({ params, body }) => {
    const outcome = await updatePerson(services, { personId: params.personId, ...body });
    return isRefusal(outcome) ? outcome : presentPerson(outcome);
  });
  serve(contract.readInvitation, async ({ params }) => {
    const invitation = await findInvitation(kysely, { tokenHash: hashToken(params.token), lock: false });
    const problem = whyNotUsable(invitation, services.now());
    return (
      problem ??
      (invitation ? presentInvitation(invitation) : refuse('not_found', 'This invitation does not exist.'))
    );
  });
  serve(contract.acceptInvitation, async ({ params, body, actor, reply }) => {
    const outcome = await acceptInvitation(services, {
      token: params.token,
      // A key is lent for some acts; joining a project is not one of them.
      personId: actor?.scopes === null ? actor.personId : null,
      newPerson: body.newPerson,
    });
    if (isRefusal(outcome)) return outcome;
    if (outcome.sessionToken) setSessionCookie(services, reply, outcome.sessionToken);
    return presentSession(services, outcome.personId);
  });
}
