import type { ModelProbe } from '#domain/chat/model-probe.ts';
import type { Executor } from '#server/database/database.ts';

export interface EndpointParameters {
  readonly temperature: number | null;
  readonly topP: number | null;
  readonly maxTokens: number | null;
  readonly systemPrompt: string;
}

export interface StoredEndpoint {
  readonly id: string;
  readonly projectId: string;
  readonly name: string;
  readonly baseUrl: string;
  readonly model: string;
  readonly sealedKey: Buffer | null;
  readonly parameters: EndpointParameters;
  readonly state: 'on' | 'off' | 'removed';
  readonly probe: ModelProbe | null;
  readonly revision: number;
  readonly createdAt: Date;
}

const columns = [
  'id',
  'projectId',
  'name',
  'baseUrl',
  'model',
  'sealedKey',
  'parameters',
  'state',
  'probe',
  'revision',
  'createdAt',
] as const;

type Row = Omit<StoredEndpoint, 'parameters' | 'state' | 'probe'> & {
  parameters: unknown;
  state: string;
  probe: unknown;
};

const asEndpoint = (row: Row): StoredEndpoint => ({
  ...row,
  parameters: row.parameters as EndpointParameters,
  state: row.state as StoredEndpoint['state'],
  probe: row.probe as ModelProbe | null,
});

export async function listEndpoints(executor: Executor, projectId: string): Promise<StoredEndpoint[]> {
  const rows = await executor
    .selectFrom('modelEndpoints')
    .where('projectId', '=', projectId)
    .where('state', '!=', 'removed')
    .select(columns)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(asEndpoint);
}

/** With `lock` the row is held until the transaction ends. A removed endpoint is found only where it is asked for. */
export async function findEndpoint(
  executor: Executor,
  query: { projectId: string; endpointId: string; lock?: boolean; evenRemoved?: boolean },
): Promise<StoredEndpoint | undefined> {
  let select = executor
    .selectFrom('modelEndpoints')
    .where('id', '=', query.endpointId)
    .where('projectId', '=', query.projectId)
    .select(columns);
  if (query.evenRemoved !== true) select = select.where('state', '!=', 'removed');
  if (query.lock === true) select = select.forUpdate();
  const row = await select.executeTakeFirst();
  return row && asEndpoint(row);
}

export async function insertEndpoint(
  executor: Executor,
  endpoint: Omit<StoredEndpoint, 'state' | 'probe' | 'revision'> & { createdBy: string },
): Promise<void> {
  await executor
    .insertInto('modelEndpoints')
    .values({ ...endpoint, parameters: JSON.stringify(endpoint.parameters), state: 'on' })
    .execute();
}

export interface EndpointChange {
  readonly name: string;
  readonly baseUrl: string;
  readonly model: string;
  readonly sealedKey: Buffer | null;
  readonly parameters: EndpointParameters;
  readonly state: 'on' | 'off';
}

/** Changes a locked endpoint. What was found out about another address or model no longer holds. */
export async function changeEndpoint(
  executor: Executor,
  change: EndpointChange & { endpointId: string; revision: number; forgetProbe: boolean },
): Promise<void> {
  const { endpointId, forgetProbe, parameters, ...values } = change;
  await executor
    .updateTable('modelEndpoints')
    .set({
      ...values,
      parameters: JSON.stringify(parameters),
      ...(forgetProbe && { probe: null }),
    })
    .where('id', '=', endpointId)
    .execute();
}

/** Keeps what was found out, unless the endpoint was changed while it was being tried. */
export async function saveProbe(
  executor: Executor,
  found: { endpointId: string; revision: number; probe: ModelProbe },
): Promise<void> {
  await executor
    .updateTable('modelEndpoints')
    .set({ probe: JSON.stringify(found.probe) })
    .where('id', '=', found.endpointId)
    .where('revision', '=', found.revision)
    .execute();
}

/** Returns false where there is none. */
export async function markEndpointRemoved(
  executor: Executor,
  query: { projectId: string; endpointId: string },
): Promise<boolean> {
  const result = await executor
    .updateTable('modelEndpoints')
    .set((row) => ({ state: 'removed', sealedKey: null, revision: row('revision', '+', 1) }))
    .where('id', '=', query.endpointId)
    .where('projectId', '=', query.projectId)
    .where('state', '!=', 'removed')
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
