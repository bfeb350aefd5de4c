import { readdirSync, readFileSync } from 'node:fs';
import type { DemoPrompt } from './demo-prompt.ts';

const content = new URL('./content/', import.meta.url);

/** The prompts of the demo, in the order of their files. */
export function readPrompts(): DemoPrompt[] {
  return readdirSync(content)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => JSON.parse(readFileSync(new URL(name, content), 'utf8')) as DemoPrompt[]);
}

/** One of the guideline documents of the demo, as Markdown. */
export function readGuidelines(name: 'guidelines' | 'guidelines-helpsteer'): string {
  return readFileSync(new URL(`${name}.md`, content), 'utf8');
}
