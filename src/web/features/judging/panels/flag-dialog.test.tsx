import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { RenderedText } from '#web/ui/rendered-text/rendered-text.tsx';
import { FlagDialog } from './flag-dialog.tsx';

afterEach(() => {
  document.getSelection()?.removeAllRanges();
  cleanup();
});

function show() {
  const onSubmit = vi.fn();
  const onClose = vi.fn();
  render(<FlagDialog onClose={onClose} onSubmit={onSubmit} />);
  const press = (...keys: string[]) => {
    for (const key of keys) {
      const active = document.activeElement ?? document.body;
      fireEvent.keyDown(active, { key });
    }
  };
  return { onSubmit, onClose, press };
}

const plain = { note: '', quote: '', unitId: null, violationType: null };

describe('flagging by keyboard', () => {
  it('takes a digit for the kind and Enter to send', async () => {
    const { onSubmit, onClose, press } = show();
    press('5', 'Enter');
    expect(onSubmit).toHaveBeenCalledWith({ ...plain, kind: 'broken' });
    await waitFor(() => expect(onClose).toHaveBeenCalled());
  });

  it.each([
    ['3', 'self_harm'],
    ['0', 'other'],
  ])('asks which rule a violation breaks: %s is %s', (key, violationType) => {
    const { onSubmit, press } = show();
    press('1', key, 'Enter');
    expect(onSubmit).toHaveBeenCalledWith({ ...plain, kind: 'policy_violation', violationType });
  });

  it('goes back from the rules to the kinds', () => {
    const { onSubmit, press } = show();
    press('1', '2', 'Backspace', '3', 'Enter');
    expect(onSubmit).toHaveBeenCalledWith({ ...plain, kind: 'illegal' });
  });

  it.each([
    ['the kind', [], 'Choose what it is about, by its digit.'],
    ['the rule', ['1'], 'Choose which rule it breaks, by its digit.'],
  ])('says in words that %s is missing', async (_, keys, words) => {
    const { onSubmit, press } = show();
    press(...keys, 'Enter');
    expect((await screen.findByRole('alert')).textContent).toBe(words);
    expect(onSubmit).not.toHaveBeenCalled();
  });
});

describe('the passage concerned', () => {
  function select() {
    render(
      <article data-unit="r2">
        <RenderedText text="Mix **both** of them." />
      </article>,
    );
    const word = screen.getByText('both');
    const range = document.createRange();
    range.selectNodeContents(word);
    document.getSelection()?.addRange(range);
  }

  it('is what was selected, from the source', () => {
    select();
    const { onSubmit, press } = show();
    press('6', 'Enter');
    expect(onSubmit).toHaveBeenCalledWith({ ...plain, kind: 'other', quote: 'both', unitId: 'r2' });
  });

  it('can be left out', () => {
    select();
    const { onSubmit, press } = show();
    fireEvent.click(screen.getByRole('button', { name: 'Leave out' }));
    press('6');
    fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Enter', ctrlKey: true });
    expect(onSubmit).toHaveBeenCalledWith({ ...plain, kind: 'other' });
  });
});
