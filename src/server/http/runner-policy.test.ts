import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runnerPolicy } from './runner-policy.ts';

const page = readFileSync(join(import.meta.dirname, '../../web/public/runner.html'), 'utf8');

describe('the policy of the page that runs code', () => {
  test('allows the script of the page by its hash and names no address', () => {
    expect(runnerPolicy('<script>1</script>')).toContain(
      "script-src 'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s=' 'wasm-unsafe-eval'",
    );
    expect(runnerPolicy(page)).not.toMatch(/'self'(?!$)|https?:|\*|'unsafe-(?:inline|eval)'/);
  });

  test('takes the origin away', () => {
    expect(runnerPolicy(page)).toMatch(/^sandbox allow-scripts; default-src 'none'; /);
  });

  test('follows the script of the page', () => {
    expect(runnerPolicy('<script>1</script>')).not.toBe(runnerPolicy('<script>2</script>'));
  });
});
