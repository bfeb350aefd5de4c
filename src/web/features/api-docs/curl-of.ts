import { exampleOf } from './example-of.ts';
import type { Schemas } from './open-api-document.ts';
import type { Operation } from './read-operations.ts';

/** Text in single quotes of a shell. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** A command that does the operation, with the key and the ids as variables. */
export function curlOf(operation: Operation, origin: string, schemas: Schemas): string {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_match, name: string) => `$${shellName(name)}`);
  const needed = operation.parameters.filter(({ place, isRequired }) => place === 'query' && isRequired);
  const query = needed.map(
    ({ name, schema }) => `${name}=${encodeURIComponent(String(exampleOf(schema, schemas, name)))}`,
  );
  const address = `${origin}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`;
  const lines = [`curl ${operation.method === 'GET' ? '' : `-X ${operation.method} `}"${address}"`];
  if (operation.access !== 'public') lines.push('-H "Authorization: Bearer $PLUMBLINE_KEY"');
  if (operation.body?.mediaType === 'application/octet-stream') {
    lines.push("-H 'Content-Type: application/octet-stream'", '--data-binary @FILE');
  } else if (operation.body !== undefined) {
    lines.push("-H 'Content-Type: application/json'");
    lines.push(`-d ${quote(JSON.stringify(exampleOf(operation.body.schema, schemas), null, 2))}`);
  }
  return lines.join(' \\\n  ');
}

/** projectId → PROJECT_ID */
function shellName(name: string): string {
  return name.replaceAll(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();
}
