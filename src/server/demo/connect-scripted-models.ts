import { scriptedModels } from '#seeds/demo/scripted-replies.ts';
import { type DemoTaskProject, demoTaskProjects } from '#seeds/demo/tasks/task-projects.ts';
import type { Config } from '#server/config.ts';
import { demoPeople } from '#server/features/accounts/demo-people.ts';
import { probeEndpoint } from '#server/features/models/probe-endpoint.ts';
import { addEndpoint, editEndpoint } from '#server/features/models/save-endpoint.ts';
import type { Services } from '#server/services/services.ts';
import {
  findEndpoint,
  listEndpoints,
  type StoredEndpoint,
  saveProbe,
} from '#server/store/model-endpoint-store.ts';
import { findPersonByEmail } from '#server/store/person-store.ts';
import { listProjectsFor } from '#server/store/project-store.ts';
import { granted } from './granted.ts';

/** The settings of a server that may call the demo's own models. */
export function allowScriptedModels(config: Config, { host }: { readonly host: string }): Config {
  const { models } = config;
  return { ...config, models: { ...models, privateHosts: [...models.privateHosts, host] } };
}

const parameters = { temperature: null, topP: null, maxTokens: null, systemPrompt: '' };

/**
 * Registers the scripts in the demo's chat when it is new. They listen on another port at every start, so later starts
 * bring their addresses up to date; one that a lead has removed stays away.
 */
export async function connectScriptedModels(
  services: Services,
  { baseUrl, isNew }: { readonly baseUrl: string; readonly isNew: boolean },
): Promise<void> {
  const { kysely } = services.database;
  const lead = await findPersonByEmail(kysely, demoPeople.find(({ key }) => key === 'lead')?.email ?? '');
  if (!lead) return;
  const projects = await listProjectsFor(kysely, { personId: lead.id, all: false });
  const project = projects.find(({ name }) => demoTaskProjects.some((each) => isChat(each, name)));
  if (!project) return;
  const projectId = project.id;
  for (const script of isNew ? scriptedModels : []) {
    const endpoint = { ...script, projectId, personId: lead.id, baseUrl, key: null, parameters };
    granted(await addEndpoint(services, endpoint));
  }
  for (const endpoint of await listEndpoints(kysely, projectId))
    if (isScript(endpoint)) await bringUpToDate(services, { endpoint, baseUrl });
}

function isChat({ name, talksWithScripts }: DemoTaskProject, given: string): boolean {
  return talksWithScripts === true && name === given;
}

function isScript({ model, baseUrl }: StoredEndpoint): boolean {
  return baseUrl.startsWith('http://127.0.0.1:') && scriptedModels.some((script) => script.model === model);
}

async function bringUpToDate(
  services: Services,
  { endpoint, baseUrl }: { endpoint: StoredEndpoint; baseUrl: string },
): Promise<void> {
  const { id: endpointId, projectId, revision } = endpoint;
  if (endpoint.baseUrl !== baseUrl)
    granted(await editEndpoint(services, { projectId, endpointId, revision, baseUrl }));
  const changed = await findEndpoint(services.database.kysely, { projectId, endpointId });
  if (!changed) return;
  const probe = await probeEndpoint(services, changed);
  await saveProbe(services.database.kysely, { endpointId, revision: changed.revision, probe });
}
