import fc from 'fast-check';
import { type JsonSchema, resolve } from './contract-schemas.ts';

/** Texts that have broken something somewhere before. */
const nasty = fc.constantFrom(
  '',
  ' ',
  '__proto__',
  'constructor',
  'toString',
  "'; drop table people; --",
  '%_\\',
  '$1 {{x}} $(y)',
  '<script>alert(1)</script>',
  '../../etc/passwd',
  'e\u0301\u200b\u202e\ufeff\ufffe',
  '👩‍👩‍👧',
  'x'.repeat(5_000),
  '(a+)+$',
  '9007199254740993',
);

/** Values that exist, by the name of the field that takes them. */
export type Pools = Readonly<Record<string, readonly unknown[]>>;

/** Values for a named field: mostly ones that exist, if any are known, or else whatever fits the schema. */
export function fieldOf(name: string, schema: JsonSchema, pools: Pools): fc.Arbitrary<unknown> {
  const fitting = sampleOf(schema, pools);
  const pool = pools[name] ?? [];
  if (pool.length === 0) return fitting;
  return fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...pool) }, { weight: 1, arbitrary: fitting });
}

/** Values that fit a schema. */
export function sampleOf(given: JsonSchema, pools: Pools): fc.Arbitrary<unknown> {
  const schema = resolve(given);
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) return fc.oneof(...alternatives.map((each) => sampleOf(each, pools)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'object':
      return objectOf(schema, pools);
    case 'array':
      return fc.array(schema.items ? sampleOf(schema.items, pools) : fc.jsonValue(), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 4, 4),
      });
    case 'string':
      return textOf(schema);
    case 'integer':
      return wholeNumberOf(schema);
    case 'number':
      return fc.double({ min: schema.minimum ?? -1e308, max: schema.maximum ?? 1e308, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue();
  }
}

function objectOf(schema: JsonSchema, pools: Pools): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, field]) => [name, fieldOf(name, field, pools)]),
  );
  const fixed = fc.record(fields, { requiredKeys: [...(schema.required ?? [])] });
  const extra = schema.additionalProperties;
  if (typeof extra !== 'object') return fixed;
  const more = fc.dictionary(fc.string({ maxLength: 10 }), sampleOf(extra, pools), { maxKeys: 3 });
  return fc.tuple(fixed, more).map(([own, others]) => ({ ...others, ...own }));
}

function textOf(schema: JsonSchema): fc.Arbitrary<string> {
  const { format, minLength = 0, maxLength = 100_000 } = schema;
  if (format === 'uuid') return fc.uuid({ version: 7 });
  if (format === 'date-time')
    return fc
      .date({
        noInvalidDate: true,
        min: new Date('0000-01-01T00:00:00Z'),
        max: new Date('9999-12-31T23:59:59Z'),
      })
      .map((date) => date.toISOString());
  if (format === 'email') return fc.uuid().map((id) => `${id}@test.example`);
  const fits = (text: string) => text.length >= minLength && text.length <= maxLength;
  const plain = fc.string({ unit: 'binary', minLength, maxLength: Math.min(maxLength, minLength + 20) });
  return fc.oneof({ weight: 3, arbitrary: plain }, { weight: 1, arbitrary: nasty }).filter(fits);
}

function wholeNumberOf({ minimum, maximum }: JsonSchema): fc.Arbitrary<number> {
  const min = Math.max(minimum ?? Number.MIN_SAFE_INTEGER, Number.MIN_SAFE_INTEGER);
  const max = Math.min(maximum ?? Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  const inside = (value: number) => Math.min(max, Math.max(min, value));
  return fc.oneof(
    fc.maxSafeInteger().map(inside),
    fc.integer({ min: 0, max: 5 }).map(inside),
    fc.constantFrom(min, max, 2_147_483_647, 2_147_483_648).map(inside),
  );
}

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))];
}

/** `undefined` takes the place away. */
function replaceAt(value: unknown, path: Path, by: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return by;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value)
    ? [...value]
    : { ...(value as object) };
  const fields = copy as Record<string | number, unknown>;
  const inner = replaceAt(fields[key], rest, by);
  if (inner === undefined) delete fields[key];
  else fields[key] = inner;
  return copy;
}

const wrong: fc.Arbitrary<unknown> = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom<unknown>(
    null,
    -1,
    0.5,
    1e300,
    '',
    'x'.repeat(200_001),
    [],
    {},
    [[]],
    true,
    'NaN',
    '\ud800',
    '\u0000',
  ),
  fc.jsonValue({ maxDepth: 3 }),
  nasty,
  fc.record({ surprise: fc.jsonValue({ maxDepth: 1 }) }),
);

/** A value with one or two of its parts replaced by something that hardly belongs there. */
export function damaged(sound: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const damage = fc.tuple(fc.nat(), wrong);
  return fc.tuple(sound, fc.array(damage, { minLength: 1, maxLength: 2 })).map(([value, damages]) =>
    damages.reduce<unknown>((whole, [at, by]) => {
      const paths = pathsOf(whole);
      return replaceAt(whole, paths[at % paths.length] ?? [], by);
    }, value),
  );
}
