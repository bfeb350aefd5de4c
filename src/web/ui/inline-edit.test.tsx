import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { InlineNumber, InlineSelect } from './inline-edit.tsx';

afterEach(cleanup);

it('takes whole numbers within bounds and puts the rest back when it is left', () => {
  const change = vi.fn();
  render(<InlineNumber label="Judgments" value={3} min={1} max={50} onChange={change} />);
  const input = screen.getByLabelText('Judgments');
  for (const value of ['', '0', '51', '1.5', '12']) fireEvent.change(input, { target: { value } });
  expect(change.mock.calls).toEqual([[12]]);
  fireEvent.change(input, { target: { value: '99' } });
  fireEvent.blur(input);
  expect(input).toHaveProperty('value', '3');
});

it('shows the chosen word in the sentence and tells another choice', () => {
  const change = vi.fn();
  const options = [
    { value: 'drop', label: 'left out' },
    { value: 'separate', label: 'kept apart' },
  ] as const;
  render(<InlineSelect label="Ties" options={options} value="drop" onChange={change} />);
  fireEvent.change(screen.getByLabelText('Ties'), { target: { value: 'separate' } });
  expect(change.mock.calls).toEqual([['separate']]);
});
