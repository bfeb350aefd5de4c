import { describe, expect, it } from 'vitest';
import { designerCommand } from './designer-keys.ts';

const press = (key: string, more: object = {}) => ({
  key,
  ctrlKey: true,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe('a key press in the designer', () => {
  it.each([
    ['Ctrl Z undoes', press('z'), 'undo'],
    ['⌘ Z undoes', press('z', { ctrlKey: false, metaKey: true }), 'undo'],
    ['Ctrl Shift Z redoes', press('Z', { shiftKey: true }), 'redo'],
    ['Ctrl Y redoes', press('y'), 'redo'],
    ['Ctrl S publishes', press('s'), 'publish'],
    ['Ctrl D duplicates', press('d'), 'duplicate'],
    ['Alt Enter adds', press('Enter', { ctrlKey: false, altKey: true }), 'add'],
    ['Enter alone writes', press('Enter', { ctrlKey: false }), undefined],
    ['Z alone writes', press('z', { ctrlKey: false }), undefined],
    ['AltGr Z writes', press('z', { altKey: true }), undefined],
  ])('%s', (_, event, command) => {
    expect(designerCommand(event)).toBe(command);
  });
});
