import { followReference, type JsonSchema, referenceName, type Schemas } from './open-api-document.ts';

/** One field of a body, flattened; `depth` says how far it stands inside others. */
export interface SchemaRow {
  /** Unique in its table, such as "rubric.criteria[].key". */
  readonly path: string;
  readonly name: string;
  readonly depth: number;
  readonly type: string;
  readonly isRequired: boolean;
  readonly limits: string;
}

const deepest = 5;

/** The fields of a schema, outermost first. Recursion ends after some levels. */
export function schemaRows(schema: JsonSchema, schemas: Schemas): SchemaRow[] {
  return rowsOf(schema, { schemas, path: '', depth: 0 });
}

interface Spot {
  readonly schemas: Schemas;
  readonly path: string;
  readonly depth: number;
}

function rowsOf(schema: JsonSchema, spot: Spot): SchemaRow[] {
  if (spot.depth > deepest) return [];
  const followed = followReference(schema, spot.schemas) ?? {};
  const variants = variantsOf(followed).filter((variant) => variant.type !== 'null');
  if (variants.length > 0) return variantRows(variants, spot);
  if (followed.items) return rowsOf(followed.items, { ...spot, path: `${spot.path}[]` });
  if (typeof followed.additionalProperties === 'object') {
    return rowsOf(followed.additionalProperties, { ...spot, path: `${spot.path}{}` });
  }
  return Object.entries(followed.properties ?? {}).flatMap(([name, property]) => {
    const path = spot.path === '' ? name : `${spot.path}.${name}`;
    const row: SchemaRow = {
      path,
      name,
      depth: spot.depth,
      type: typeName(property, spot.schemas),
      isRequired: followed.required?.includes(name) ?? false,
      limits: describeLimits(property, spot.schemas),
    };
    return [row, ...rowsOf(property, { ...spot, path, depth: spot.depth + 1 })];
  });
}

/** Variants share one table: a field that several have stands once. */
function variantRows(variants: readonly JsonSchema[], spot: Spot): SchemaRow[] {
  const rows = new Map<string, SchemaRow>();
  for (const variant of variants) {
    for (const row of rowsOf(variant, spot)) {
      const seen = rows.get(row.path);
      const type = seen === undefined || seen.type === row.type ? row.type : `${seen.type} | ${row.type}`;
      rows.set(row.path, { ...row, type });
    }
  }
  return [...rows.values()];
}

function variantsOf(schema: JsonSchema): readonly JsonSchema[] {
  return schema.anyOf ?? schema.oneOf ?? [];
}

/** A type in a word or two: "string (uuid)", "list of Criterion", "3 | 5". */
export function typeName(schema: JsonSchema, schemas: Schemas): string {
  const name = referenceName(schema);
  if (name !== undefined) return name.replace(/Input$/, '');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const variants = variantsOf(schema);
  if (variants.length > 0)
    return [...new Set(variants.map((variant) => typeName(variant, schemas)))].join(' | ');
  if (schema.items) return `list of ${typeName(schema.items, schemas)}`;
  if (typeof schema.additionalProperties === 'object') {
    return `record of ${typeName(schema.additionalProperties, schemas)}`;
  }
  const type = typeof schema.type === 'string' ? schema.type : (schema.type?.join(' | ') ?? 'anything');
  return schema.format === undefined ? type : `${type} (${schema.format})`;
}

/** zod writes the ends of what a number can hold; they say nothing. */
const farthest = Number.MAX_SAFE_INTEGER;

function describeLimits(schema: JsonSchema, schemas: Schemas): string {
  const [only] = variantsOf(schema).filter((variant) => variant.type !== 'null');
  const limited = followReference(only ?? schema, schemas) ?? {};
  const words: string[] = [];
  const range = (low: number | undefined, high: number | undefined, unit: string) => {
    const from = low !== undefined && low > -farthest && !(low === 0 && unit !== '') ? low : undefined;
    const to = high !== undefined && high < farthest ? high : undefined;
    if (from !== undefined && to !== undefined)
      words.push(`${from.toLocaleString('en')} to ${to.toLocaleString('en')}${unit}`);
    else if (to !== undefined) words.push(`at most ${to.toLocaleString('en')}${unit}`);
    else if (from !== undefined) words.push(`at least ${from.toLocaleString('en')}${unit}`);
  };
  range(limited.minLength, limited.maxLength, ' characters');
  range(limited.minimum, limited.maximum, '');
  range(limited.minItems, limited.maxItems, ' entries');
  if (schema.default !== undefined) words.push(`default ${JSON.stringify(schema.default)}`);
  return words.join(', ');
}

/** What stands beside a parameter. */
export function parameterRow(
  name: string,
  schema: JsonSchema,
  schemas: Schemas,
): Pick<SchemaRow, 'name' | 'type' | 'limits'> {
  return { name, type: typeName(schema, schemas), limits: describeLimits(schema, schemas) };
}
