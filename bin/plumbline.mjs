#!/usr/bin/env node
// Starts the command line on the Node that the project brings, whatever Node the machine has.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('..', import.meta.url);
const bundled = fileURLToPath(
  new URL(
    process.platform === 'win32' ? 'node_modules/node/bin/node.exe' : 'node_modules/node/bin/node',
    root,
  ),
);
const main = fileURLToPath(new URL('src/cli/main.ts', root));
const node = existsSync(bundled) ? bundled : process.execPath;
const run = spawnSync(node, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(run.status ?? 1);
