import { describe, expect, test } from 'vitest';
import { diffSections } from './diff-sections.ts';
import { parseSections } from './sections.ts';

const before = '# Aim\n\nJudge.\n\n# Ties\n\nSay tie.\n\n# End\n\nThanks.';

function summarise(after: string) {
  return diffSections(parseSections(before), parseSections(after)).map(
    (change) => `${change.kind} ${change.after?.heading ?? change.before?.heading}`,
  );
}

describe('diffSections', () => {
  test.each([
    ['nothing', before, ['unchanged Aim', 'unchanged Ties', 'unchanged End']],
    [
      'blank lines only',
      before.replaceAll('\n\n', '\n\n\n'),
      ['unchanged Aim', 'unchanged Ties', 'unchanged End'],
    ],
    ['new words', before.replace('Say tie', 'Say so'), ['unchanged Aim', 'changed Ties', 'unchanged End']],
    [
      'another level',
      before.replace('# Ties', '## Ties'),
      ['unchanged Aim', 'changed Ties', 'unchanged End'],
    ],
    [
      'a new heading',
      before.replace('Ties', 'No winner'),
      ['unchanged Aim', 'renamed No winner', 'unchanged End'],
    ],
    [
      'the same heading in capitals',
      before.replace('Ties', 'TIES'),
      ['unchanged Aim', 'renamed TIES', 'unchanged End'],
    ],
    [
      'a section more',
      `# New\n\nHi.\n\n${before}`,
      ['added New', 'unchanged Aim', 'unchanged Ties', 'unchanged End'],
    ],
    [
      'a section less',
      before.replace('# Ties\n\nSay tie.\n\n', ''),
      ['unchanged Aim', 'removed Ties', 'unchanged End'],
    ],
    [
      'the first section gone',
      before.replace('# Aim\n\nJudge.\n\n', ''),
      ['removed Aim', 'unchanged Ties', 'unchanged End'],
    ],
    ['everything gone', '', ['removed Aim', 'removed Ties', 'removed End']],
  ])('tells of %s', (_name, after, expected) => {
    expect(summarise(after)).toEqual(expected);
  });
});
