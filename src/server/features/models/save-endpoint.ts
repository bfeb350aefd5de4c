import type { HttpRefusal } from '#contract/refusals.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import { transact } from '#server/database/transact.ts';
import { sealKey } from '#server/services/model-client/sealed-key.ts';
import { judgeAddress } from '#server/services/outbound/judge-address.ts';
import type { Services } from '#server/services/services.ts';
import { noteModels } from '#server/store/model-change-store.ts';
import {
  changeEndpoint,
  type EndpointParameters,
  findEndpoint,
  insertEndpoint,
  type StoredEndpoint,
} from '#server/store/model-endpoint-store.ts';

export interface NewEndpoint {
  readonly projectId: string;
  readonly personId: string;
  readonly name: string;
  readonly baseUrl: string;
  readonly model: string;
  readonly key: string | null;
  readonly parameters: EndpointParameters;
}

/** Keeps a new endpoint; its id. */
export async function addEndpoint(services: Services, input: NewEndpoint): Promise<string | HttpRefusal> {
  const refusal = refuseAddress(services, input.baseUrl);
  if (refusal) return refusal;
  const id = services.newId();
  const { key, personId, ...endpoint } = input;
  const sealedKey =
    key === null ? null : await sealKey(services, { endpointId: id, baseUrl: input.baseUrl, key });
  const row = { ...endpoint, id, sealedKey, createdBy: personId, createdAt: services.now() };
  try {
    await transact(services.database.kysely, async (transaction) => {
      await insertEndpoint(transaction, row);
      const { projectId, name, createdAt: at } = row;
      await noteModels(transaction, { projectId, names: [name], version: 1, at });
    });
  } catch (error) {
    return nameTaken(error, input.name);
  }
  return id;
}

export interface EndpointEdit {
  readonly projectId: string;
  readonly endpointId: string;
  readonly revision: number;
  readonly name?: string | undefined;
  readonly baseUrl?: string | undefined;
  readonly model?: string | undefined;
  readonly key?: string | null | undefined;
  readonly parameters?: EndpointParameters | undefined;
  readonly state?: 'on' | 'off' | undefined;
}

/** Changes an endpoint; says whether it must be tried anew. A key never follows to another host. */
export async function editEndpoint(
  services: Services,
  edit: EndpointEdit,
): Promise<{ mustProbe: boolean } | HttpRefusal> {
  if (edit.baseUrl !== undefined) {
    const refusal = refuseAddress(services, edit.baseUrl);
    if (refusal) return refusal;
  }
  try {
    return await transact(services.database.kysely, async (transaction) => {
      const endpoint = await findEndpoint(transaction, { ...edit, lock: true });
      if (!endpoint) return noSuchEndpoint();
      if (endpoint.revision !== edit.revision) {
        return refuse('stale_revision', 'Somebody else changed this model meanwhile: look at theirs first.', {
          details: { revision: endpoint.revision },
        });
      }
      const baseUrl = edit.baseUrl ?? endpoint.baseUrl;
      const sealedKey = await sealAnew(services, { endpoint, baseUrl, key: edit.key });
      if (sealedKey === 'needed') return keyNeeded();
      const isExchanged =
        baseUrl !== endpoint.baseUrl ||
        (edit.model ?? endpoint.model) !== endpoint.model ||
        edit.parameters !== undefined;
      const mustProbe = isExchanged || edit.key !== undefined;
      const [name, version] = [edit.name ?? endpoint.name, endpoint.revision + 1];
      if (isExchanged) {
        const { projectId } = endpoint;
        await noteModels(transaction, { projectId, names: [name], version, at: services.now() });
      }
      await changeEndpoint(transaction, {
        endpointId: endpoint.id,
        revision: version,
        name,
        baseUrl,
        model: edit.model ?? endpoint.model,
        sealedKey,
        parameters: edit.parameters ?? endpoint.parameters,
        state: edit.state ?? (endpoint.state === 'off' ? 'off' : 'on'),
        forgetProbe: mustProbe,
      });
      return { mustProbe };
    });
  } catch (error) {
    return nameTaken(error, edit.name ?? '');
  }
}

async function sealAnew(
  services: Services,
  change: { endpoint: StoredEndpoint; baseUrl: string; key: string | null | undefined },
): Promise<Buffer | null | 'needed'> {
  const { endpoint, baseUrl, key } = change;
  if (key === null) return null;
  if (key !== undefined) return sealKey(services, { endpointId: endpoint.id, baseUrl, key });
  if (endpoint.sealedKey === null) return null;
  return new URL(baseUrl).origin === new URL(endpoint.baseUrl).origin ? endpoint.sealedKey : 'needed';
}

function keyNeeded(): HttpRefusal {
  const message =
    'The address is another host now, and a key is never sent to a host that it was not entered for: enter the key again.';
  return refuse('key_needed', message, { places: [{ path: 'body.key', message: 'must be entered again' }] });
}

function refuseAddress(services: Services, baseUrl: string): HttpRefusal | undefined {
  const target = judgeAddress(baseUrl, services.config.models.privateHosts);
  if (typeof target !== 'string') return undefined;
  return refuse('model_address_refused', target, { places: [{ path: 'body.baseUrl', message: target }] });
}

function nameTaken(error: unknown, name: string): HttpRefusal {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code !== '23505' || constraint !== 'model_endpoints_name') throw error;
  return refuse(
    'name_taken',
    `There is a model called "${name}" in this project already: choose another name.`,
    {
      places: [{ path: 'body.name', message: 'is taken' }],
    },
  );
}

export function noSuchEndpoint(): HttpRefusal {
  return refuse('not_found', 'There is no such model in this project.');
}
