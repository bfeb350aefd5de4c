import { followReference, type JsonSchema, type Schemas } from './open-api-document.ts';

const deepest = 9;
const exampleId = '0190b6d2-7c1e-7a3f-9b52-4f6a1c2d3e4f';

/** Values that say more than "string" for names that the API uses. */
const byName: Readonly<Record<string, unknown>> = {
  email: 'mara@example.org',
  name: 'Harmless base',
  label: 'Helpfulness',
  key: 'helpfulness',
  help: 'Which response does more of what the person needs?',
  markdown: '# What this project is about\n\nYou compare two responses.',
  note: 'Say what a refusal is',
  overallKey: 'overall',
  responseId: 'r1',
  templateKey: 'pairwise_7_point',
  token: '3q2-7w…',
};

/** A value that the schema would accept, made of telling defaults; for reading and for copying. */
export function exampleOf(schema: JsonSchema, schemas: Schemas, name = '', depth = 0): unknown {
  if (depth > deepest) return null;
  const followed = followReference(schema, schemas) ?? {};
  if (followed.const !== undefined) return followed.const;
  if (followed.default !== undefined) return followed.default;
  if (followed.enum) return followed.enum[0];
  const variant = (followed.anyOf ?? followed.oneOf)?.find((one) => one.type !== 'null');
  if (variant) return exampleOf(variant, schemas, name, depth + 1);
  if (followed.items) return [exampleOf(followed.items, schemas, name, depth + 1)];
  if (followed.properties) {
    const told = Object.entries(followed.properties).filter(
      ([key, property]) => followed.required?.includes(key) || isPlain(property, schemas),
    );
    return Object.fromEntries(
      told.map(([key, property]) => [key, exampleOf(property, schemas, key, depth + 1)]),
    );
  }
  if (typeof followed.additionalProperties === 'object') {
    return {
      [name === 'keys' ? 'submit' : 'overall']: exampleOf(
        followed.additionalProperties,
        schemas,
        '',
        depth + 1,
      ),
    };
  }
  return plainExample(followed, name);
}

/** Whole objects that may be left out would bury what must be there. */
function isPlain(schema: JsonSchema, schemas: Schemas): boolean {
  const followed = followReference(schema, schemas) ?? {};
  return followed.properties === undefined && followed.items === undefined && followed.anyOf === undefined;
}

function plainExample(schema: JsonSchema, name: string): unknown {
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.find((one) => one !== 'null');
  if (type === 'boolean') return true;
  if (type === 'integer' || type === 'number') return numberExample(schema, name);
  if (type === 'null') return null;
  if (type === 'object') return {};
  if (schema.format === 'uuid') return exampleId;
  if (schema.format === 'date-time') return '2026-11-23T09:30:00Z';
  return byName[name] ?? 'text';
}

function numberExample({ minimum, maximum }: JsonSchema, name: string): number {
  if (name === 'steps') return 3;
  if (name === 'leaseMs') return 1_800_000;
  const lowest = minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER ? minimum : 1;
  return maximum !== undefined && maximum < lowest ? maximum : lowest;
}
