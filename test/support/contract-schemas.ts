import { buildOpenApi } from '#contract/openapi.ts';
import type { Route } from '#contract/route.ts';
import { allRoutes } from '#contract/routes.ts';

/** The part of JSON Schema that the API's document uses. */
export interface JsonSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly $ref?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly schema: JsonSchema;
}

export interface Operation {
  readonly operationId: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
  readonly responses: Readonly<Record<string, unknown>>;
}

export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

/** The document as clients get it: what generators read here, tools read there. */
export const openApi = JSON.parse(JSON.stringify(buildOpenApi(allRoutes))) as OpenApiDocument;

const operations = new Map(
  Object.values(openApi.paths)
    .flatMap((path) => Object.values(path))
    .map((operation) => [operation.operationId, operation]),
);

export function operationOf(route: Route): Operation {
  const operation = operations.get(route.id);
  if (!operation) throw new Error(`${route.id} is not in the document`);
  return operation;
}

/** The schema of the JSON body; undefined where the route takes none. */
export function bodySchemaOf(route: Route): JsonSchema | undefined {
  return operationOf(route).requestBody?.content['application/json']?.schema;
}

/** Follows a reference to the schema that it names. */
export function resolve(schema: JsonSchema): JsonSchema {
  if (schema.$ref === undefined) return schema;
  const found = openApi.components.schemas[schema.$ref.replace('#/components/schemas/', '')];
  if (!found) throw new Error(`${schema.$ref} leads nowhere`);
  return resolve(found);
}
