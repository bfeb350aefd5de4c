import { extractCode } from '#domain/items/extract-code.ts';
import type { CodeSetup, ItemResponse } from '#domain/items/item.ts';
import type { CodeRun } from '#domain/judging/code-run.ts';
import type { Viewer } from './blur-value.ts';
import type { IdealRun } from './demo-task.ts';

/** What the product kept when a simulated person ran a response's code: the code is real, and so is what came of it. */
export function repeatRun(
  { random }: Viewer,
  run: { readonly response: ItemResponse; readonly ideal: IdealRun; readonly setup: CodeSetup | undefined },
): CodeRun[] {
  const { response, ideal, setup } = run;
  const [block] = extractCode(response.text, setup?.language);
  if (!block) throw new Error('A response of the demo holds no code that can be run.');
  const tests = (setup?.tests ?? []).map(({ name }) => ({ name, passed: !ideal.failing.includes(name) }));
  const { language, code } = block;
  const { status, stdout } = ideal;
  const durationMs = 40 + random.below(400);
  const shown = { stdin: '', stdout, stderr: '', isOutputCut: false };
  return [{ language, source: 'original', code, status, durationMs, tests, ...shown }];
}
