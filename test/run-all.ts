/**
 * Every check of the project, one after another: `npm test`. Ends with "N passed, N failed" over all of them.
 * A check that cannot be counted (formatting, types, build) counts as one.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const reports = mkdtempSync(join(tmpdir(), 'plumbline-reports-'));

interface Outcome {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
}

function timed(name: string, run: () => Omit<Outcome, 'name' | 'seconds'>): Outcome {
  console.log(`\n=== ${name}`);
  const startedAt = performance.now();
  const counts = run();
  return { name, ...counts, seconds: Math.round((performance.now() - startedAt) / 1000) };
}

/** Runs a tool of ours on the Node that the project brings. */
function runTool(script: string, args: readonly string[]): number {
  const run = spawnSync(process.execPath, [join(root, script), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return run.status ?? 1;
}

function check(name: string, script: string, args: readonly string[]): Outcome {
  return timed(name, () =>
    runTool(script, args) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 },
  );
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly numTotalTests: number;
}

function tests(project: string): Outcome {
  return timed(`tests: ${project}`, () => {
    const file = join(reports, `${project}.json`);
    const status = runTool('node_modules/vitest/vitest.mjs', [
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ]);
    try {
      const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
      const failed = report.numFailedTests > 0 ? report.numFailedTests : status === 0 ? 0 : 1;
      return { passed: report.numPassedTests, failed: report.numTotalTests === 0 ? failed + 1 : failed };
    } catch {
      // The runner died before it could report.
      return { passed: 0, failed: 1 };
    }
  });
}

const outcomes = [
  check('formatting and lint', 'node_modules/@biomejs/biome/bin/biome', [
    'check',
    '--error-on-warnings',
    '.',
  ]),
  check('types', 'node_modules/typescript/bin/tsc', ['--noEmit']),
  check('web build', 'node_modules/vite/bin/vite.js', ['build', '--logLevel', 'warn']),
  tests('unit'),
  tests('web'),
  tests('db'),
  tests('browser'),
  tests('faults'),
];
rmSync(reports, { recursive: true, force: true });

console.log('');
for (const outcome of outcomes)
  console.log(
    `${outcome.name.padEnd(22)} ${String(outcome.passed).padStart(5)} passed ${String(outcome.failed).padStart(4)} failed ${String(outcome.seconds).padStart(5)} s`,
  );
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
console.log(`\n${outcomes.reduce((sum, outcome) => sum + outcome.passed, 0)} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
