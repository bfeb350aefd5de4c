import { say } from '#web/messages/say.ts';

/** Something that people's work may have changed with. */
export interface NamedChange {
  readonly kind: 'guideline' | 'rubric' | 'model';
  readonly version: number;
  /** Of models that came together. */
  readonly names: readonly string[];
}

const mostNames = 2;

/** What changed, in few words. */
export function nameChange({ kind, version, names }: NamedChange): string {
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
