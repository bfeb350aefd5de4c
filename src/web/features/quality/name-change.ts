import type { z } from 'zod';
import type { changeMark } from '#contract/quality.ts';
import { say } from '#web/messages/say.ts';

export type ChangeMark = z.infer<typeof changeMark>;

const mostNames = 2;

/** What changed, in few words. */
export function nameChange({ kind, version, names }: Pick<ChangeMark, 'kind' | 'version' | 'names'>): string {
  switch (kind) {
    case 'guideline':
      return say('guidelines {version}', { version });
    case 'rubric':
      return say('rubric {version}', { version });
    case 'model':
      return names.length > mostNames
        ? say('{count, number} models', { count: names.length })
        : say('{count, plural, one {model} other {models}} {names}', {
            count: names.length,
            names: names.join(', '),
          });
  }
}
