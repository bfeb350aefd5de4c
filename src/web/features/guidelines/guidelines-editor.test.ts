import { describe, expect, it } from 'vitest';
import { type GuidelinesEditor, reduceGuidelines, unpackEdits } from './guidelines-editor.ts';

const edited: GuidelinesEditor = { markdown: '# Mine', basedOn: 1, aside: null };

describe('the guidelines editor', () => {
  it('keeps edits aside when a newer version is loaded over them, and brings them back', () => {
    const loaded = reduceGuidelines(edited, { kind: 'load', markdown: '# Theirs', version: 2 });
    expect(loaded).toEqual({ markdown: '# Theirs', basedOn: 2, aside: '# Mine' });
    expect(reduceGuidelines(loaded, { kind: 'bring_back' })).toEqual({ ...edited, basedOn: 2 });
  });

  it('goes on with its own edits on top of a newer version', () => {
    expect(reduceGuidelines(edited, { kind: 'rebase', version: 2 })).toEqual({ ...edited, basedOn: 2 });
  });

  it('stands on its own version once that is published', () => {
    expect(reduceGuidelines(edited, { kind: 'published', version: 2 })).toEqual({ ...edited, basedOn: 2 });
  });
});

describe('edits kept in the browser', () => {
  it.each([
    ['whole ones', { markdown: 'x', basedOn: 2 }, { markdown: 'x', basedOn: 2 }],
    ['nothing', undefined, undefined],
    ['half of it', { markdown: 'x' }, undefined],
    ['something else', 'x', undefined],
  ])('are read from %s', (_, stored, expected) => {
    expect(unpackEdits(stored)).toEqual(expected);
  });
});
