// Builds the web app into dist/web unless the last build was made from these very files.
// Plain JavaScript that also runs on Node 20; vite itself runs on the Node that comes with the package.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sources = [
  'src/web',
  'src/client',
  'src/contract',
  'src/domain',
  'src/stats',
  'vite.config.ts',
  'package-lock.json',
];
const target = join(root, 'dist/web');
const stampFile = join(root, 'dist/web-stamp.txt');

/** One line for each source file; a changed, new or removed file changes the digest. */
function digestOfSources() {
  const hash = createHash('sha256');
  const visit = (path) => {
    const facts = statSync(join(root, path), { throwIfNoEntry: false });
    if (facts === undefined) return;
    if (facts.isDirectory()) {
      for (const name of readdirSync(join(root, path)).sort()) visit(`${path}/${name}`);
    } else if (!/\.test\.tsx?$/.test(path)) {
      hash.update(`${path}\0${facts.size}\0${facts.mtimeMs}\n`);
    }
  };
  for (const source of sources) visit(source);
  return hash.digest('hex');
}

function stop(message) {
  console.error(message);
  process.exit(1);
}

function build(digest) {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  if (!existsSync(vite)) stop('The web app is not built and vite is not installed. Run "npm ci" first.');
  const bundled = ['node', 'node.exe']
    .map((name) => join(root, 'node_modules/node/bin', name))
    .find(existsSync);
  // Built beside and then moved, so that a server or a second build never sees half of it.
  const fresh = `${target}-${process.pid}`;
  const old = `${target}-old-${process.pid}`;
  console.error('Building the web app (a few seconds, only when it has changed) …');
  const run = spawnSync(
    bundled ?? process.execPath,
    [vite, 'build', '--logLevel', 'warn', '--emptyOutDir', '--outDir', fresh],
    { cwd: root, stdio: ['ignore', 2, 2] },
  );
  if (run.status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    stop('The web app could not be built; the reason stands above.');
  }
  if (existsSync(target)) renameSync(target, old);
  renameSync(fresh, target);
  rmSync(old, { recursive: true, force: true });
  writeFileSync(stampFile, digest);
}

if (existsSync(join(root, 'src/web/index.html'))) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  const digest = digestOfSources();
  const last = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';
  if (last !== digest || !existsSync(join(target, 'index.html'))) build(digest);
}
