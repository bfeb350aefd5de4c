import { type JsonSchema, resolve } from './contract-schemas.ts';

/**
 * Small valid values that together show every field and every alternative of a schema: the first has all fields with
 * their first alternative, each further one differs from it in one place.
 */
export function examplesOf(given: JsonSchema): unknown[] {
  const schema = resolve(given);
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) return alternatives.flatMap(examplesOf);
  if (schema.const !== undefined) return [schema.const];
  if (schema.enum) return [schema.enum[0]];
  switch (schema.type) {
    case 'object':
      return objectExamples(schema);
    case 'array':
      return schema.items ? examplesOf(schema.items).map((item) => [item]) : [[]];
    case 'string':
      return [stringExample(schema)];
    case 'integer':
    case 'number':
      return [Math.max(schema.minimum ?? 1, 1)];
    case 'boolean':
      return [true];
    case 'null':
      return [null];
    default:
      return ['anything'];
  }
}

function objectExamples(schema: JsonSchema): unknown[] {
  const fields = Object.entries(schema.properties ?? {}).map(
    ([name, field]) => [name, examplesOf(field)] as const,
  );
  const extra = schema.additionalProperties;
  if (typeof extra === 'object') fields.push(['key', examplesOf(extra)]);
  const first = Object.fromEntries(fields.map(([name, values]) => [name, values[0]]));
  const others = fields.flatMap(([name, values]) =>
    values.slice(1).map((value) => ({ ...first, [name]: value })),
  );
  return [first, ...others];
}

function stringExample({ format, minLength = 0, maxLength = 20 }: JsonSchema): string {
  if (format === 'uuid') return '01a209e2-0000-7000-8000-000000000000';
  if (format === 'date-time') return '2026-01-01T00:00:00Z';
  if (format === 'email') return 'someone@test.example';
  return 'canary text of some length'
    .padEnd(minLength, '.')
    .slice(0, Math.max(minLength, Math.min(10, maxLength)));
}

export interface Poisoned {
  /** Where the poison is, such as "rubric.criteria.0.label". */
  readonly path: string;
  readonly value: unknown;
}

/** The same value with the last character of one text at a time replaced: of each string and each name of a field, so that no text grows too long. */
export function poisonEachText(value: unknown, poison: string, path = ''): Poisoned[] {
  const below = (key: string | number) => (path === '' ? String(key) : `${path}.${key}`);
  if (typeof value === 'string') return [{ path, value: value.slice(0, -1) + poison }];
  if (Array.isArray(value))
    return value.flatMap((item, index) =>
      poisonEachText(item, poison, below(index)).map((poisoned) => ({
        path: poisoned.path,
        value: value.with(index, poisoned.value),
      })),
    );
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    { path: below(`name of ${key}`), value: { ...without(value, key), [key.slice(0, -1) + poison]: inner } },
    ...poisonEachText(inner, poison, below(key)).map((poisoned) => ({
      path: poisoned.path,
      value: { ...value, [key]: poisoned.value },
    })),
  ]);
}

function without(value: object, key: string): object {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
}
