import type { JsonSchema, OpenApiDocument } from './open-api-document.ts';

export interface Parameter {
  readonly name: string;
  readonly place: 'path' | 'query';
  readonly isRequired: boolean;
  readonly schema: JsonSchema;
}

export interface Payload {
  readonly mediaType: string;
  readonly schema: JsonSchema;
}

/** One act of the API as the page shows it. */
export interface Operation {
  readonly id: string;
  readonly feature: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string | undefined;
  /** The permission that is needed; "public" needs nobody signed in. */
  readonly access: string;
  readonly parameters: readonly Parameter[];
  readonly body: Payload | undefined;
  readonly responses: readonly { readonly status: string; readonly payload: Payload | undefined }[];
}

/** Every operation in the order of the document. */
export function readOperations(document: OpenApiDocument): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]): Operation => ({
        id: operation.operationId,
        feature: operation.tags?.[0] ?? 'other',
        method: method.toUpperCase(),
        path,
        summary: operation.summary ?? operation.operationId,
        description: operation.description,
        access: operation['x-access'] ?? 'public',
        parameters: (operation.parameters ?? []).map((parameter) => ({
          name: parameter.name,
          place: parameter.in === 'query' ? 'query' : 'path',
          isRequired: parameter.required ?? false,
          schema: parameter.schema ?? {},
        })),
        body: firstPayload(operation.requestBody?.content),
        responses: Object.entries(operation.responses ?? {}).map(([status, response]) => ({
          status,
          payload: firstPayload(response.content),
        })),
      }),
    ),
  );
}

function firstPayload(content: Readonly<Record<string, { schema?: JsonSchema }>> = {}): Payload | undefined {
  const [first] = Object.entries(content);
  return first && { mediaType: first[0], schema: first[1].schema ?? {} };
}

export interface OperationGroup {
  readonly feature: string;
  readonly operations: readonly Operation[];
}

/** The operations that hold every word of the search, by feature, in the document's order. */
export function groupOperations(operations: readonly Operation[], search = ''): OperationGroup[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = operations.filter((operation) => {
    const text = `${operation.id} ${operation.method} ${operation.path} ${operation.summary} ${operation.feature}`;
    return words.every((word) => text.toLowerCase().includes(word));
  });
  return [...new Set(found.map(({ feature }) => feature))].map((feature) => ({
    feature,
    operations: found.filter((operation) => operation.feature === feature),
  }));
}

const accessWords: Readonly<Record<string, string>> = {
  public: 'Needs nobody signed in.',
  use_own_account: 'Anybody signed in. Keys need the scope read.',
  manage_own_account: 'Anybody signed in by browser; never by key.',
  list_projects: 'Anybody signed in. Keys need the scope read.',
  create_project: 'Leads and owners of the deployment. Keys need the scope manage.',
  manage_deployment: 'Owners of the deployment. Keys need the scope manage.',
  view_project: 'Every member of the project. Keys need the scope read.',
  manage_project: 'Leads and owners of the project. Keys need the scope manage.',
  import_items: 'Leads and owners of the project. Keys need the scope import.',
  judge: 'Annotators of the project. Keys need the scope judge.',
  see_results: 'Every member of the project but annotators. Keys need the scope read.',
  see_people: 'Leads and owners of the project. Keys need the scope read.',
  review: 'Reviewers, leads and owners of the project. Keys need the scope manage.',
  settle_flags: 'Reviewers, safety reviewers, leads and owners of the project. Keys need the scope manage.',
  export_data: 'Researchers, leads and owners of the project. Keys need the scope export.',
  delete_project: 'Owners of the project. Keys need the scope manage.',
};

/** Who may do it, in words. */
export function describeAccess(access: string): string {
  return accessWords[access] ?? access;
}
