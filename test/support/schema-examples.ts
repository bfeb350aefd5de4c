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
  /** The poisoned text with the plain values beside it: what tells one alternative of a schema from another at that place. */
  readonly beside: unknown;
}

/** The same value with the last character of one text at a time replaced: of each string and each name of a field, so that no text grows too long. */
export function poisonEachText(value: unknown, poison: string, path = ''): Poisoned[] {
  const below = (key: string | number) => (path === '' ? String(key) : `${path}.${key}`);
  if (typeof value === 'string') return [{ path, value: value.slice(0, -1) + poison, beside: null }];
  if (Array.isArray(value))
    return value.flatMap((item, index) =>
      poisonEachText(item, poison, below(index)).map((inner) => hold(inner, value.with(index, inner.value))),
    );
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const renamed = { ...without(value, key), [key.slice(0, -1) + poison]: item };
    return [
      { path: below(`name of ${key}`), value: renamed, beside: plainValues(renamed) },
      ...poisonEachText(item, poison, below(key)).map((inner) =>
        hold(inner, { ...value, [key]: inner.value }),
      ),
    ];
  });
}

function hold({ path, beside }: Poisoned, value: object): Poisoned {
  return { path, value, beside: beside ?? plainValues(value) };
}

function plainValues(value: object): object {
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, typeof item === 'object' ? null : item]),
  );
}

function without(value: object, key: string): object {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
}
