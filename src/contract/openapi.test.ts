import { describe, expect, test } from 'vitest';
import { openApi } from '#test/support/contract-schemas.ts';
import { refusalStatus } from './refusals.ts';
import { allRoutes } from './routes.ts';

const operations = Object.entries(openApi.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

function refsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : refsIn(inner),
  );
}

describe('the OpenAPI document', () => {
  test('says which version it follows, and holds nothing that JSON cannot', () => {
    expect(openApi.openapi).toBe('3.1.0');
    expect(openApi.info.title).not.toBe('');
    expect(openApi.info.version).not.toBe('');
    expect(JSON.stringify(openApi)).not.toMatch(/"undefined"|\$defs|"\$schema"/);
  });

  test('describes every route once, under its own name', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect([...ids].sort()).toEqual(allRoutes.map(({ id }) => id).sort());
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('every reference leads to a schema', () => {
    const names = new Set(Object.keys(openApi.components.schemas));
    const dead = refsIn(openApi).filter((ref) => !names.has(ref.replace('#/components/schemas/', '')));
    expect(refsIn(openApi).length).toBeGreaterThan(50);
    expect(dead).toEqual([]);
  });

  test('every named schema is used', () => {
    const used = new Set(refsIn(openApi).map((ref) => ref.replace('#/components/schemas/', '')));
    expect(Object.keys(openApi.components.schemas).filter((name) => !used.has(name))).toEqual([]);
  });

  test('names the things that clients handle', () => {
    const things = [
      'Person',
      'Project',
      'Rubric',
      'HeldAssignment',
      'Answers',
      'Receipt',
      'Import',
      'Export',
      'Problem',
    ];
    expect(Object.keys(openApi.components.schemas)).toEqual(expect.arrayContaining(things));
  });

  test.each(Object.keys(refusalStatus))('tells clients of the refusal %s', (code) => {
    expect(openApi.info.description).toContain(`\`${code}\``);
  });
});

describe.each(operations.map((each) => [each.operation.operationId, each] as const))(
  '%s',
  (_id, { path, operation }) => {
    test('declares each parameter of its path once, as required, and no other', () => {
      const inPath = [...path.matchAll(/\{([A-Za-z]+)\}/g)].map(([, name]) => name);
      const declared = operation.parameters.filter((parameter) => parameter.in === 'path');
      expect(declared.map(({ name }) => name).sort()).toEqual(inPath.sort());
      expect(declared.every(({ required }) => required)).toBe(true);
      expect(path).not.toContain(':');
    });

    test('gives every parameter a schema, and each name once', () => {
      const names = operation.parameters.map((parameter) => `${parameter.in} ${parameter.name}`);
      expect(new Set(names).size).toBe(names.length);
      for (const { schema } of operation.parameters) expect(Object.keys(schema).length).toBeGreaterThan(0);
    });

    test('has one success and a problem for everything else', () => {
      expect(Object.keys(operation.responses)).toEqual([expect.stringMatching(/^20[0-4]$/), 'default']);
      expect(operation.responses['default']).toMatchObject({
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      });
    });
  },
);
