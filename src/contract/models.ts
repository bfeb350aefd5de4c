import { z } from 'zod';
import { route } from './route.ts';
import { empty, filledText, id, instant, projectParams, text } from './wire.ts';

const parameters = z
  .strictObject({
    /** Null leaves it to the endpoint. */
    temperature: z.number().min(0).max(2).nullable(),
    topP: z.number().min(0).max(1).nullable(),
    maxTokens: z.number().int().min(1).max(1_000_000).nullable(),
    systemPrompt: text({ max: 32_000 }),
  })
  .meta({ id: 'ModelParameters' });

export const modelProbe = z
  .object({
    at: instant,
    /** True where a short completion came back whole. */
    works: z.boolean(),
    /** What is wrong and what to do; null where it works. */
    problem: z.string().nullable(),
    /** Names that the endpoint lists; null where it lists none. */
    models: z.array(z.string()).nullable(),
    streams: z.boolean(),
    systemRole: z.boolean(),
    /** Whether it counts tokens. */
    usage: z.boolean(),
    latencyMs: z.number().int().nullable(),
    firstTokenMs: z.number().int().nullable(),
  })
  .meta({ id: 'ModelProbe' });

export const modelEndpoint = z
  .object({
    endpointId: id,
    name: z.string(),
    baseUrl: z.string(),
    model: z.string(),
    /** Whether a key is kept; the key itself is never told. */
    hasKey: z.boolean(),
    parameters,
    state: z.enum(['on', 'off']),
    /** Null until it was tried. */
    probe: modelProbe.nullable(),
    revision: z.number().int(),
    createdAt: instant,
  })
  .meta({ id: 'ModelEndpoint' });
export type ModelEndpoint = z.infer<typeof modelEndpoint>;

const settings = {
  name: filledText({ max: 80 }),
  /** Where the OpenAI-compatible API begins, such as https://api.example.com/v1. */
  baseUrl: filledText({ max: 500 }),
  model: filledText({ max: 200 }),
  /** Sent as a bearer token; kept sealed and never given back. Printable ASCII. */
  key: z
    .string()
    .min(1)
    .max(2_000)
    .regex(/^[\x21-\x7e]+$/, { error: 'holds characters that cannot stand in a key; paste it again' }),
  parameters,
};

const feature = 'models';
const access = 'manage_project';
const params = z.strictObject({ projectId: id, endpointId: id });

export const listModelEndpoints = route({
  id: 'listModelEndpoints',
  feature,
  method: 'GET',
  path: '/projects/:projectId/models',
  access,
  summary: 'The project’s endpoints of models',
  params: projectParams,
  response: z.object({ endpoints: z.array(modelEndpoint) }),
});
export const addModelEndpoint = route({
  id: 'addModelEndpoint',
  feature,
  method: 'POST',
  path: '/projects/:projectId/models',
  access,
  summary: 'Add an OpenAI-compatible endpoint; it is tried at once',
  status: 201,
  params: projectParams,
  body: z.strictObject({
    name: settings.name,
    baseUrl: settings.baseUrl,
    model: settings.model,
    key: settings.key.nullable().default(null),
    parameters: settings.parameters.default({
      temperature: null,
      topP: null,
      maxTokens: null,
      systemPrompt: '',
    }),
  }),
  response: modelEndpoint,
});
export const changeModelEndpoint = route({
  id: 'changeModelEndpoint',
  feature,
  method: 'PATCH',
  path: '/projects/:projectId/models/:endpointId',
  access,
  summary: 'Change an endpoint; with another host the key must be given again',
  params,
  body: z.strictObject({
    revision: z.number().int(),
    name: settings.name.optional(),
    baseUrl: settings.baseUrl.optional(),
    model: settings.model.optional(),
    /** Null forgets the key. */ key: settings.key.nullable().optional(),
    parameters: settings.parameters.optional(),
    state: z.enum(['on', 'off']).optional(),
  }),
  response: modelEndpoint,
});
export const removeModelEndpoint = route({
  id: 'removeModelEndpoint',
  feature,
  method: 'DELETE',
  path: '/projects/:projectId/models/:endpointId',
  access,
  summary: 'Remove an endpoint and forget its key; what it answered is kept',
  params,
  response: empty,
});
export const probeModelEndpoint = route({
  id: 'probeModelEndpoint',
  feature,
  method: 'POST',
  path: '/projects/:projectId/models/:endpointId/probe',
  access,
  summary: 'Try an endpoint again: lists its models and asks for one short completion',
  params,
  response: modelEndpoint,
});
export const testModelEndpoint = route({
  id: 'testModelEndpoint',
  feature,
  method: 'POST',
  path: '/projects/:projectId/models/:endpointId/test',
  access,
  summary: 'Send one message to a model and see what it answers; nothing is kept',
  params,
  body: z.strictObject({ text: filledText({ max: 8_000 }) }),
  response: z.object({
    text: z.string(),
    /** What went wrong; null where the reply is whole. */
    problem: z.string().nullable(),
    latencyMs: z.number().int(),
    firstTokenMs: z.number().int().nullable(),
    promptTokens: z.number().int().nullable(),
    completionTokens: z.number().int().nullable(),
  }),
});

export const modelRoutes = [
  listModelEndpoints,
  addModelEndpoint,
  changeModelEndpoint,
  removeModelEndpoint,
  probeModelEndpoint,
  testModelEndpoint,
] as const;
