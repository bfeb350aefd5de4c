import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import type { KeyOverrides } from '#web/features/judging/keys/key-bindings.ts';
import { KeysDialog } from './keys-dialog.tsx';

afterEach(cleanup);

function show() {
  const onChange = vi.fn();
  function Place() {
    const [keys, setKeys] = useState<KeyOverrides>({});
    const change = (next: KeyOverrides) => {
      onChange(next);
      setKeys(next);
    };
    return <KeysDialog overrides={keys} onChange={change} onClose={() => {}} />;
  }
  render(<Place />);
  return onChange;
}

function remap(name: RegExp, key: string) {
  const button = screen.getByRole('button', { name });
  fireEvent.click(button);
  fireEvent.keyDown(button, { key });
}

it('gives an act another key', () => {
  const onChange = show();
  remap(/^Skip this task/, 'y');
  expect(onChange).toHaveBeenCalledWith({ skip: 'Y' });
  expect(screen.getByRole('button', { name: /^Skip this task: Y/ })).not.toBeNull();
});

it('refuses a key that is taken, in words', () => {
  const onChange = show();
  remap(/^Skip this task/, 'f');
  expect(onChange).not.toHaveBeenCalled();
  expect(screen.getByText(/“F” is already the key of “Flag for help”/)).not.toBeNull();
});

it('puts all keys back', () => {
  const onChange = show();
  remap(/^Skip this task/, 'y');
  fireEvent.click(screen.getByRole('button', { name: 'Default keys for all' }));
  expect(onChange).toHaveBeenLastCalledWith({});
});
