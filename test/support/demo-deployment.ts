import type { BrowserContext } from 'playwright-core';
import { type Client, createClient } from '#client/call.ts';
import { signInDemo } from '#contract/accounts.ts';
import { listProjects, type Project, updateProject } from '#contract/projects.ts';
import { freePort, makeDataFolder, removeDataFolder, spawnServer } from './spawned-server.ts';

export interface DemoDeployment {
  readonly address: string;
  stop(): Promise<void>;
}

/** The demo as a newcomer starts it: a process of its own with the database that comes along. */
export async function startDemo(environment: Readonly<Record<string, string>> = {}): Promise<DemoDeployment> {
  const folder = makeDataFolder('plumbline-demo-');
  const command = ['serve', '--demo'];
  const server = await spawnServer({ folder, port: await freePort(), command, environment });
  return {
    address: server.address,
    async stop() {
      await server.terminate();
      removeDataFolder(folder);
    },
  };
}

/** Makes the browser that of one of the demo's people, such as "annotator" or "lead". */
export async function becomeDemoPerson(context: BrowserContext, address: string, key: string): Promise<void> {
  const answer = await context.request.post(`${address}/api/v1${signInDemo.path}`, {
    data: { key },
    headers: { origin: address },
  });
  if (!answer.ok()) throw new Error(`Nobody can sign in as "${key}": ${await answer.text()}`);
}

/** A client with the session that the browser has. */
export async function clientOf(context: BrowserContext, address: string): Promise<Client> {
  const cookies = await context.cookies(address);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  return createClient({ baseUrl: `${address}/api/v1`, headers: { cookie, origin: address }, validate: true });
}

/** The demo's project of pairs. */
export async function findDemoProject(client: Client, name = 'Everyday helpfulness'): Promise<Project> {
  const { projects } = await client.call(listProjects);
  const project = projects.find((each) => each.name === name);
  if (project === undefined) throw new Error(`The demo has no project "${name}".`);
  return project;
}

/** Asks for more judgments an item, so that there is more to do. */
export async function raiseOverlap(client: Client, project: Project, overlap: number): Promise<void> {
  const body = { revision: project.revision, overlap };
  await client.call(updateProject, { params: { projectId: project.id }, body });
}
