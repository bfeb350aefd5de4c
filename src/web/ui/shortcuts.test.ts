// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { isShortcut } from './shortcuts.ts';

function press(init: KeyboardEventInit, on: keyof HTMLElementTagNameMap = 'div'): KeyboardEvent {
  const element = document.createElement(on);
  document.body.append(element);
  const event = new KeyboardEvent('keydown', { ...init, bubbles: true });
  element.dispatchEvent(event);
  return event;
}

describe('a key press', () => {
  it.each([
    ['Ctrl K', press({ key: 'k', ctrlKey: true }), 'Mod+K', true],
    ['⌘ K', press({ key: 'k', metaKey: true }), 'Mod+K', true],
    ['Ctrl K while typing', press({ key: 'k', ctrlKey: true }, 'input'), 'Mod+K', true],
    ['K alone', press({ key: 'k' }), 'Mod+K', false],
    ['a question mark, which needs Shift', press({ key: '?', shiftKey: true }), '?', true],
    ['a question mark while typing', press({ key: '?', shiftKey: true }, 'textarea'), '?', false],
    ['Ctrl G', press({ key: 'g', ctrlKey: true }), 'G', false],
    ['another key', press({ key: 'h' }), 'G', false],
  ])('of %s is told from others', (_, event, keys, expected) => {
    expect(isShortcut(event, keys)).toBe(expected);
  });
});
