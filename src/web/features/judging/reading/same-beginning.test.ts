import { describe, expect, it } from 'vitest';
import { findSameBeginning } from './same-beginning.ts';

describe('the beginning that responses share', () => {
  it.each([
    ['two paragraphs', ['one\n\ntwo\n\nred', 'one\n\ntwo\n\nblue'], 2, 'one\n\ntwo'],
    ['of three responses, what all share', ['a\n\nb\n\nc', 'a\n\nb\n\nd', 'a\n\ne'], 1, 'a'],
    ['the whole of equal texts', ['one\n\ntwo', 'one\n\ntwo'], 2, 'one\n\ntwo'],
    ['nothing, where the first words differ', ['one\n\ntwo', 'One\n\ntwo'], 0, ''],
    ['nothing, where only half of a paragraph is shared', ['one two', 'one three'], 0, ''],
    ['nothing, where a paragraph goes on', ['one\n\ntwo', 'one two'], 0, ''],
    ['nothing of a single response', ['one\n\ntwo'], 0, ''],
    ['nothing of empty responses', ['', ''], 0, ''],
    ['a list as one', ['- a\n\n- b\n\nred', '- a\n\n- b\n\nblue'], 1, '- a\n\n- b'],
    ['no part of a list', ['- a\n\n- b', '- a\n\n- c'], 0, ''],
    ['code as one', ['```\na\n\nb\n```\n\nred', '```\na\n\nb\n```\n\nblue'], 1, '```\na\n\nb\n```'],
    ['no part of code', ['```\na\n\nb\n```', '```\na\n\nc\n```'], 0, ''],
    ['lines with windows ends', ['one\r\n\r\nred', 'one\r\n\r\nblue'], 1, 'one\r\n'],
  ])('is %s', (_, texts, paragraphs, beginning) => {
    const found = findSameBeginning(texts);
    expect(found.paragraphs).toBe(paragraphs);
    expect(texts[0]?.slice(0, found.end).trim()).toBe(beginning.trim());
  });
});
