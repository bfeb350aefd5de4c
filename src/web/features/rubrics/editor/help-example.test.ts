import { describe, expect, it } from 'vitest';
import { joinHelp, splitHelp } from './help-example.ts';

describe('the help of a point', () => {
  it.each([
    ['without an example', 'Nobody is harmed.', { meaning: 'Nobody is harmed.', example: '' }],
    [
      'with one',
      'Nobody is harmed.\n\n> “I can’t help.”',
      { meaning: 'Nobody is harmed.', example: '“I can’t help.”' },
    ],
    ['with one of two lines', 'Yes.\n\n> one\n> two', { meaning: 'Yes.', example: 'one\ntwo' }],
    ['with nothing else', '> one', { meaning: '', example: 'one' }],
    [
      'with a quotation in its midst',
      'As in\n> this\nhere.',
      { meaning: 'As in\n> this\nhere.', example: '' },
    ],
    ['that is empty', '', { meaning: '', example: '' }],
  ])('%s falls into its parts and back', (_, help, parts) => {
    expect(splitHelp(help)).toEqual(parts);
    expect(joinHelp(parts)).toBe(help);
  });
});
