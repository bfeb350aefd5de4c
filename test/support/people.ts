import { type Client, createClient } from '#client/call.ts';
import type { DeploymentRole, ProjectRole } from '#domain/access/roles.ts';
import { hashToken } from '#server/http/actor.ts';
import { addRoles } from '#server/store/member-store.ts';
import { insertPerson } from '#server/store/person-store.ts';
import { insertSession } from '#server/store/session-store.ts';
import type { TestServer } from './test-server.ts';

export interface TestPerson {
  readonly id: string;
  readonly name: string;
  /** Signed in by session cookie; every answer is held against the contract. */
  readonly client: Client;
  readonly cookie: string;
}

/** A client that nobody is signed in with. */
export function anonymousClient(server: Pick<TestServer, 'address'>): Client {
  return createClient({
    baseUrl: `${server.address}/api/v1`,
    headers: { origin: server.address },
    validate: true,
  });
}

/** Adds a person with a live session, and with roles in projects if wanted. */
export async function addPerson(
  server: TestServer,
  person: {
    name?: string;
    deploymentRole?: DeploymentRole;
    projectId?: string;
    roles?: readonly ProjectRole[];
  } = {},
): Promise<TestPerson> {
  const { services } = server;
  const { kysely } = services.database;
  const id = services.newId();
  const name = person.name ?? `Person ${id.slice(-4)}`;
  const token = services.randomBytes(32).toString('base64url');
  const now = new Date();
  await insertPerson(kysely, {
    id,
    email: `${id}@test.example`,
    name,
    passwordHash: null,
    deploymentRole: person.deploymentRole ?? 'member',
    now,
  });
  await insertSession(kysely, {
    tokenHash: hashToken(token),
    personId: id,
    now,
    expiresAt: new Date(now.getTime() + 86_400_000_000),
  });
  if (person.projectId)
    await addRoles(kysely, {
      projectId: person.projectId,
      personId: id,
      roles: person.roles ?? ['annotator'],
      now,
    });
  const cookie = `plumbline_session=${token}`;
  return {
    id,
    name,
    cookie,
    client: createClient({
      baseUrl: `${server.address}/api/v1`,
      headers: { cookie, origin: server.address },
      validate: true,
    }),
  };
}
