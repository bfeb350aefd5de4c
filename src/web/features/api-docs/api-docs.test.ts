import { describe, expect, it } from 'vitest';
import { buildOpenApi } from '#contract/openapi.ts';
import { createInvitation, createProject } from '#contract/projects.ts';
import { allRoutes } from '#contract/routes.ts';
import { publishRubric } from '#contract/rubrics.ts';
import { curlOf } from './curl-of.ts';
import { exampleOf } from './example-of.ts';
import type { OpenApiDocument } from './open-api-document.ts';
import { describeAccess, groupOperations, type Operation, readOperations } from './read-operations.ts';
import { schemaRows, typeName } from './schema-rows.ts';

const document = JSON.parse(JSON.stringify(buildOpenApi(allRoutes))) as OpenApiDocument;
const schemas = document.components?.schemas ?? {};
const operations = readOperations(document);

function operation(id: string): Operation {
  const found = operations.find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no operation ${id}`);
  return found;
}

describe('the operations of the API', () => {
  it('are all there', () => {
    expect(operations.map(({ id }) => id).sort()).toEqual(allRoutes.map(({ id }) => id).sort());
  });

  it('are found by every word of a search, whatever its case', () => {
    const ids = groupOperations(operations, 'POST publish RUBRIC').flatMap((group) =>
      group.operations.map(({ id }) => id),
    );
    expect(ids).toEqual(['publishRubric']);
  });

  it('each say who may do them', () => {
    const unsaid = operations.filter(({ access }) => describeAccess(access) === access);
    expect(unsaid.map(({ id }) => id)).toEqual([]);
  });
});

describe('the example of a body', () => {
  it.each([createProject, createInvitation, publishRubric])('of $id is accepted by the contract', (route) => {
    const body = operation(route.id).body;
    expect(route.body.safeParse(exampleOf(body?.schema ?? {}, schemas)).error).toBeUndefined();
  });
});

describe('the fields of a body', () => {
  it('are listed with what they hold, also inside lists and variants', () => {
    const rows = schemaRows(operation('publishRubric').body?.schema ?? {}, schemas);
    const row = (path: string) => rows.find((one) => one.path === path);
    expect(row('note')).toMatchObject({ isRequired: false, limits: 'at most 500 characters, default ""' });
    expect(row('rubric')).toMatchObject({ type: 'Rubric', isRequired: true });
    expect(row('rubric.criteria[].target')?.type).toMatch(/^"task" \| "pair" \| "ranking"/);
    expect(row('rubric.criteria[].scale.kind')?.type).toMatch(/^"preference" \| "ranking" \| "rating"/);
  });

  it('end where a schema holds itself', () => {
    const tree = { Tree: { type: 'object', properties: { child: { $ref: '#/components/schemas/Tree' } } } };
    expect(schemaRows({ $ref: '#/components/schemas/Tree' }, tree)).toHaveLength(6);
  });

  it.each([
    [{ type: 'string', format: 'uuid' }, 'string (uuid)'],
    [{ type: 'array', items: { $ref: '#/components/schemas/CriterionInput' } }, 'list of Criterion'],
    [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, 'string | null'],
    [{}, 'anything'],
  ])('name their type', (schema, name) => {
    expect(typeName(schema, schemas)).toBe(name);
  });
});

describe('the curl command', () => {
  it.each([
    ['listProjects', ['curl "http://x/api/v1/projects"', 'Bearer $PLUMBLINE_KEY']],
    ['createProject', ['-X POST', "-H 'Content-Type: application/json'"]],
    ['deleteProject', ['-X DELETE "http://x/api/v1/projects/$PROJECT_ID"']],
  ])('of %s can be pasted', (id, parts) => {
    const command = curlOf(operation(id), 'http://x', schemas);
    for (const part of parts) expect(command).toContain(part);
  });

  it('of a public operation sends no key', () => {
    expect(curlOf(operation('signIn'), 'http://x', schemas)).not.toContain('PLUMBLINE_KEY');
  });
});
