import { createHash } from 'node:crypto';

/**
 * The content security policy of the page in which annotators' code runs. It names no address: not even our own can
 * be fetched, imported or opened. The page's one script is allowed by its hash, the worker by being a blob that this
 * script made, and the worker inherits all of it. `sandbox` takes the origin away even when the page is opened by itself.
 */
export function runnerPolicy(page: string): string {
  const script = /<script>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '';
  const hash = createHash('sha256').update(script).digest('base64');
  return [
    'sandbox allow-scripts',
    "default-src 'none'",
    `script-src 'sha256-${hash}' 'wasm-unsafe-eval'`,
    'worker-src blob:',
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
}
