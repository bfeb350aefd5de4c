import { describe, expect, it } from 'vitest';
import { judgeCommands } from './judge-commands.ts';
import { checkBindings, defaultBindings, findCommand, rebind, resolveBindings } from './key-bindings.ts';

describe('the default keys', () => {
  it('do not collide', () => {
    expect(checkBindings({})).toEqual([]);
    expect(new Set(Object.values(defaultBindings)).size).toBe(judgeCommands.length);
  });
});

describe('a remapped key', () => {
  it('replaces the default', () => {
    const bindings = resolveBindings({ submit: 'Mod+Enter' });
    expect(findCommand(bindings, 'Mod+Enter')).toBe('submit');
    expect(findCommand(bindings, 'Enter')).toBeUndefined();
  });

  it('is not kept where it is the default again', () => {
    expect(rebind({ skip: 'N' }, 'skip', 'S')).toEqual({ kind: 'changed', overrides: {} });
  });

  it('may take a key that was given up', () => {
    const first = rebind({}, 'skip', 'Y');
    const second = rebind(first.kind === 'changed' ? first.overrides : {}, 'source', 'S');
    expect(second).toEqual({ kind: 'changed', overrides: { skip: 'Y', source: 'S' } });
  });

  it.each([
    ['one that is taken', 'F', '“F” is already the key of “Flag for help”'],
    ['a digit', '5', 'Digits give the value'],
    ['Tab', 'Tab', 'it moves the focus'],
    ['one of the browser', 'Mod+W', 'belongs to the browser'],
    ['none', ' ', 'A key is missing'],
  ])('is refused in words: %s', (_, key, words) => {
    const outcome = rebind({}, 'skip', key);
    expect(outcome.kind === 'refused' ? outcome.message : '').toContain(words);
  });
});

describe('saved keys', () => {
  it('that collide are not used', () => {
    expect(checkBindings({ skip: 'F' })[0]).toContain('already the key of');
    expect(resolveBindings({ skip: 'F' })).toEqual(defaultBindings);
  });

  it('of an act that is gone are named, and ignored', () => {
    expect(checkBindings({ dance: 'D' })).toEqual(['There is no act “dance”.']);
    expect(resolveBindings({ dance: 'D' })).toEqual(defaultBindings);
  });
});
