import { readdirSync, readFileSync } from 'node:fs';
import type { DemoPrompt } from './demo-prompt.ts';
import type { DemoTask } from './tasks/demo-task.ts';

const content = new URL('./content/', import.meta.url);

/** The prompts of the demo, in the order of their files. */
export function readPrompts(): DemoPrompt[] {
  return readdirSync(content)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => JSON.parse(readFileSync(new URL(name, content), 'utf8')) as DemoPrompt[]);
}

/** The items of one of the demo's smaller projects, with what is true of them. */
export function readTasks(name: string): DemoTask[] {
  return JSON.parse(readFileSync(new URL(`tasks/${name}.json`, content), 'utf8')) as DemoTask[];
}

/** One of the guideline documents of the demo, as Markdown. */
export function readGuidelines(name: 'guidelines' | 'guidelines-helpsteer'): string {
  return readFileSync(new URL(`${name}.md`, content), 'utf8');
}
