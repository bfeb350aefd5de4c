import { describe, expect, it } from 'vitest';
import { normaliseMaths } from './normalise-maths.ts';

describe('formulas', () => {
  it.each([
    ['round brackets', 'so \\(x^2\\) is', 'so $x^2$ is'],
    ['square brackets inside a line', 'we get \\[x\\] so', 'we get \n$$\nx\n$$\n so'],
    ['square brackets in a list', '- a\n  \\[x\\]', '- a\n  $$\n  x\n  $$\n  '],
    ['two dollars on one line', '$$x$$', '$$\nx\n$$\n'],
    ['one dollar', 'the $x$ axis', 'the $x$ axis'],
    ['beside money', '$x$ costs $5', '$x$ costs \\$5'],
    ['in a table cell', '| \\[x\\] | y |', '| $x$ | y |'],
  ])('are written with dollar signs: %s', (_, text, expected) => {
    expect(normaliseMaths(text)).toMatchObject({ text: expected, hasMaths: true });
  });

  it.each([
    ['money', 'It is $5 and $10'],
    ['money around prose', 'I have $5 left over here and 10$ more'],
    ['a range', '$5-$10'],
    ['inline code', 'use `\\(x\\)` and `$x$`'],
    ['fenced code', '```\n\\[x\\]\n$x$\n```'],
    ['shell variables', 'echo $HOME and $PATH'],
  ])('are not seen in %s', (_, text) => {
    expect(normaliseMaths(text)).toEqual({ text, hasMaths: false, edits: [] });
  });
});
