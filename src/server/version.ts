import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const manifest = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8');

/** The version of this Plumbline, as package.json says it: the one place where it stands. */
export const appVersion: string = (JSON.parse(manifest) as { version: string }).version;
