import { z } from 'zod';
import { refusalStatus } from './refusals.ts';
import type { Route } from './route.ts';
import { problem } from './wire.ts';

type Json = Record<string, unknown>;

/** Makes the OpenAPI 3.1 document of the API from its routes. */
export function buildOpenApi(routes: readonly Route[]): Json {
  const components: Json = {};
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = `/api/v1${route.path.replaceAll(/:([A-Za-z]+)/g, '{$1}')}`;
    const entry = paths[path] ?? {};
    paths[path] = entry;
    entry[route.method.toLowerCase()] = describe(route, components);
  }
  schemaOf(problem, components, 'output');
  return {
    openapi: '3.1.0',
    info: {
      title: 'Plumbline API',
      version: '1',
      description: `Everything the web app does. Refusals are problem+json with a stable \`code\`: ${Object.keys(
        refusalStatus,
      )
        .map((code) => `\`${code}\``)
        .join(', ')}.`,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    tags: [...new Set(routes.map((route) => route.feature))].map((name) => ({ name })),
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'plumbline_session' },
      },
    },
  };
}

function describe(route: Route, components: Json): Json {
  return {
    operationId: route.id,
    tags: [route.feature],
    summary: route.summary,
    ...(route.description ? { description: route.description } : {}),
    'x-access': route.access,
    security: route.access === 'public' ? [] : [{ apiKey: [] }, { session: [] }],
    parameters: [
      ...parametersOf(route.params, 'path', components),
      ...parametersOf(route.query, 'query', components),
    ],
    ...bodyOf(route, components),
    responses: {
      [route.status]: responseOf(route, components),
      default: {
        description: 'Refused',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function bodyOf(route: Route, components: Json): Json {
  if (route.transport === 'bytes_in')
    return {
      requestBody: {
        required: true,
        content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
      },
    };
  const schema: z.ZodType | undefined = route.body;
  return schema
    ? {
        requestBody: {
          required: true,
          content: { 'application/json': { schema: schemaOf(schema, components, 'input') } },
        },
      }
    : {};
}

function responseOf(route: Route, components: Json): Json {
  if (route.transport === 'events')
    return {
      description: 'Server-sent events',
      content: { 'text/event-stream': { schema: { type: 'string' } } },
    };
  if (route.transport === 'bytes_out')
    return {
      description: 'The file',
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    };
  return {
    description: route.summary,
    content: { 'application/json': { schema: schemaOf(route.response, components, 'output') } },
  };
}

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query', components: Json): Json[] {
  if (!schema) return [];
  const object = schemaOf(schema, components, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(object.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || (object.required ?? []).includes(name),
    schema: property,
  }));
}

/** JSON Schema of a zod schema; named ones are put among the components and referred to. */
function schemaOf(schema: z.ZodType, components: Json, io: 'input' | 'output'): Json {
  const made = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
    reused: 'inline',
  }) as Json & { $defs?: Record<string, Json> };
  const { $schema: _dialect, $defs: definitions = {}, id: name, ...rest } = made;
  const suffix = io === 'input' ? 'Input' : '';
  for (const [key, value] of Object.entries(definitions)) {
    const { id: _id, ...definition } = value;
    components[`${key}${suffix}`] = relink(definition, suffix);
  }
  const linked = relink(rest, suffix);
  if (typeof name !== 'string') return linked;
  components[`${name}${suffix}`] = linked;
  return { $ref: `#/components/schemas/${name}${suffix}` };
}

function relink(value: Json, suffix: string): Json {
  const text = JSON.stringify(value).replaceAll(
    /"\$ref":"#\/\$defs\/([^"]+)"/g,
    (_match, name: string) => `"$ref":"#/components/schemas/${name}${suffix}"`,
  );
  return JSON.parse(text) as Json;
}
