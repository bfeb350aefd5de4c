import { describe, expect, it } from 'vitest';
import { interpretKey } from './interpret-key.ts';
import { defaultBindings } from './key-bindings.ts';
import { type KeyPress, nameKey } from './key-name.ts';

function press(change: Partial<KeyPress>): KeyPress {
  return {
    key: 'j',
    code: 'KeyJ',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...change,
  };
}
const context = { bindings: defaultBindings, isTyping: false, isOnButton: false };

describe('a key', () => {
  it.each([
    ['a letter', {}, 'J'],
    ['a letter with Shift', { key: 'J', shiftKey: true }, 'Shift+J'],
    ['a sign that needs Shift', { key: '?', code: 'Slash', shiftKey: true }, '?'],
    ['Control', { key: 'z', code: 'KeyZ', ctrlKey: true }, 'Mod+Z'],
    ['Command', { key: 'z', code: 'KeyZ', metaKey: true }, 'Mod+Z'],
    ['a letter in Cyrillic', { key: 'о' }, 'J'],
    ['a modifier alone', { key: 'Shift', code: 'ShiftLeft', shiftKey: true }, undefined],
  ])('has one name: %s', (_, change, name) => {
    expect(nameKey(press(change))).toBe(name);
  });

  it.each([
    ['submits', { key: 'Enter', code: 'Enter' }, { kind: 'command', id: 'submit' }],
    ['undoes', { key: 'z', code: 'KeyZ', ctrlKey: true }, { kind: 'command', id: 'undo' }],
    ['is a digit', { key: '4', code: 'Digit4' }, { kind: 'digit', digit: 4 }],
    ['is a digit of the number pad', { key: '4', code: 'Numpad4' }, { kind: 'digit', digit: 4 }],
    ['is a digit of a French keyboard', { key: 'é', code: 'Digit2' }, { kind: 'digit', digit: 2 }],
    ['moves down', { key: 'ArrowDown', code: 'ArrowDown' }, { kind: 'command', id: 'next_criterion' }],
    ['means nothing', { key: 'y', code: 'KeyY' }, undefined],
    ['is left to the browser', { key: 'r', code: 'KeyR', ctrlKey: true }, undefined],
  ])('%s', (_, change, act) => {
    expect(interpretKey(press(change), context)).toEqual(act);
  });
});

describe('while typing', () => {
  const typing = { ...context, isTyping: true };
  it('letters and Enter write', () => {
    expect(interpretKey(press({}), typing)).toBeUndefined();
    expect(interpretKey(press({ key: 'Enter', code: 'Enter' }), typing)).toBeUndefined();
    expect(interpretKey(press({ key: 'z', code: 'KeyZ', ctrlKey: true }), typing)).toBeUndefined();
  });

  it('Control Enter submits and Escape leaves the text', () => {
    expect(interpretKey(press({ key: 'Enter', code: 'Enter', ctrlKey: true }), typing)).toEqual({
      kind: 'command',
      id: 'submit',
    });
    expect(interpretKey(press({ key: 'Escape', code: 'Escape' }), typing)).toEqual({ kind: 'leave_text' });
  });
});

it('Enter on a button of its own presses that button', () => {
  expect(
    interpretKey(press({ key: 'Enter', code: 'Enter' }), { ...context, isOnButton: true }),
  ).toBeUndefined();
});
