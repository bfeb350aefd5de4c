import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient } from '#client/call.ts';
import * as accounts from '#contract/accounts.ts';
import * as projects from '#contract/projects.ts';
import { addPerson, anonymousClient, type TestPerson } from '#test/support/people.ts';
import { addProject, type TestProject } from '#test/support/projects.ts';
import { countEach, refusalOf } from '#test/support/refusals.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
let project: TestProject;
beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
  project = await addProject(server);
});
afterAll(() => server.stop());

async function invite(
  body: Partial<{
    roles: ('annotator' | 'reviewer')[];
    email: string;
    uses: number;
    expiresInDays: number;
  }> = {},
) {
  return project.lead.client.call(projects.createInvitation, {
    params: { projectId: project.id },
    body: { roles: ['annotator'], email: null, uses: 1, expiresInDays: 14, ...body },
  });
}

let count = 0;
const somebody = () => {
  count += 1;
  return { name: `New ${count}`, email: `new${count}@test.example`, password: 'a long enough password' };
};
const join = (token: string, newPerson = somebody()) =>
  anonymousClient(server).call(accounts.acceptInvitation, { params: { token }, body: { newPerson } });
const joinAs = (person: TestPerson, token: string) =>
  person.client.call(accounts.acceptInvitation, { params: { token }, body: {} });
const members = async () =>
  (await project.lead.client.call(projects.listMembers, { params: { projectId: project.id } })).members;

describe('an invitation', () => {
  test('says what it offers, and brings a new person onto the project with the roles it names', async () => {
    const { token, path } = await invite({ roles: ['annotator', 'reviewer'] });
    expect(path).toBe(`/join/${token}`);
    const offer = await anonymousClient(server).call(accounts.readInvitation, { params: { token } });
    expect(offer).toMatchObject({ projectId: project.id, roles: ['annotator', 'reviewer'], usesLeft: 1 });
    const person = somebody();
    const { person: joined } = await join(token, person);
    expect(joined).toMatchObject({ email: person.email, name: person.name, deploymentRole: 'member' });
    expect((await members()).find(({ personId }) => personId === joined?.id)?.roles).toEqual([
      'annotator',
      'reviewer',
    ]);
  });

  test('with one use is used once by ten people at once, and nobody else gets an account', async () => {
    const { token } = await invite();
    const people = Array.from({ length: 10 }, somebody);
    const outcomes = await Promise.all(people.map((person) => refusalOf(join(token, person))));
    expect(countEach(outcomes)).toEqual({ accepted: 1, invitation_used: 9 });
    const { rows } = await server.services.database.pool.query(
      'select email from people where email = any($1)',
      [people.map(({ email }) => email)],
    );
    expect(rows).toHaveLength(1);
  });

  test('with three uses lets three of ten in', async () => {
    const { token } = await invite({ uses: 3 });
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => refusalOf(join(token))));
    expect(countEach(outcomes)).toEqual({ accepted: 3, invitation_used: 7 });
  });

  test('ends with its time', async () => {
    const { token } = await invite({ expiresInDays: 1 });
    server.setNow(new Date(Date.now() + 86_400_001));
    const read = anonymousClient(server).call(accounts.readInvitation, { params: { token } });
    expect([await refusalOf(read), await refusalOf(join(token))]).toEqual([
      'invitation_over',
      'invitation_over',
    ]);
    server.setNow(null);
  });

  test('ends when it is withdrawn, and is then no longer listed', async () => {
    const { token, invitation } = await invite();
    const params = { projectId: project.id };
    await project.lead.client.call(projects.revokeInvitation, {
      params: { ...params, invitationId: invitation.id },
    });
    expect(await refusalOf(join(token))).toBe('invitation_over');
    const open = await project.lead.client.call(projects.listInvitations, { params });
    expect(open.invitations.map(({ id }) => id)).not.toContain(invitation.id);
  });

  test('cannot be withdrawn through another project', async () => {
    const other = await addProject(server);
    const { invitation, token } = await invite();
    const act = other.lead.client.call(projects.revokeInvitation, {
      params: { projectId: other.id, invitationId: invitation.id },
    });
    expect([await refusalOf(act), await refusalOf(join(token))]).toEqual(['not_found', 'accepted']);
  });

  test('for one address is for no other, whoever is signed in', async () => {
    const person = somebody();
    const { token } = await invite({ email: person.email.toUpperCase() });
    expect(await refusalOf(join(token))).toBe('invitation_for_another');
    expect(await refusalOf(joinAs(await addPerson(server), token))).toBe('invitation_for_another');
    expect(await refusalOf(join(token, person))).toBe('accepted');
  });

  test('asks a person who has an account to sign in, and keeps its use for that', async () => {
    const person = await addPerson(server);
    const { token } = await invite();
    const newPerson = { ...somebody(), email: `${person.id}@TEST.example` };
    expect(await refusalOf(join(token, newPerson))).toBe('email_taken');
    expect(await refusalOf(joinAs(person, token))).toBe('accepted');
  });

  test('adds its roles to those that a member holds already', async () => {
    const person = await addPerson(server, { projectId: project.id, roles: ['researcher'] });
    await joinAs(person, (await invite({ roles: ['annotator'] })).token);
    expect((await members()).find(({ personId }) => personId === person.id)?.roles).toEqual([
      'annotator',
      'researcher',
    ]);
  });

  test('needs a person: nobody signed in and nobody new joins nothing', async () => {
    const { token } = await invite();
    const act = anonymousClient(server).call(accounts.acceptInvitation, { params: { token }, body: {} });
    expect([await refusalOf(act), await refusalOf(join(token))]).toEqual(['not_signed_in', 'accepted']);
  });

  test('cannot be accepted with an API key, whatever its scopes', async () => {
    const person = await addPerson(server);
    const { secret } = await person.client.call(accounts.createApiKey, {
      body: { name: 'Key', scopes: ['read', 'manage'], expiresInDays: null },
    });
    const headers = { origin: server.address };
    const client = createClient({ baseUrl: `${server.address}/api/v1`, apiKey: secret, headers });
    const { token } = await invite();
    const act = client.call(accounts.acceptInvitation, { params: { token }, body: {} });
    expect(await refusalOf(act)).toBe('not_signed_in');
  });

  test('that does not exist reads like nothing at all', async () => {
    const token = 'x'.repeat(32);
    const read = anonymousClient(server).call(accounts.readInvitation, { params: { token } });
    expect([await refusalOf(read), await refusalOf(join(token))]).toEqual(['not_found', 'not_found']);
  });

  test('is stored as a hash, and its token is not in the list of open ones', async () => {
    const { token } = await invite();
    const { rows } = await server.services.database.pool.query(
      'select invitations::text as row from invitations',
    );
    const params = { projectId: project.id };
    const listed = await project.lead.client.call(projects.listInvitations, { params });
    expect(JSON.stringify([rows, listed])).not.toContain(token);
  });
});
