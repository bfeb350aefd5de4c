import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { RepeatState } from '#contract/repeats.ts';
import { closePage, openAsLead } from '#web/open-as-lead.fixture.tsx';

afterEach(() => closePage());

const off: RepeatState = {
  settings: { sharePercent: 0, leastTasks: 30, leastHours: 0 },
  ...{ isPossible: true, given: 0, answered: 0, skipped: 0 },
};

/** The settings page, with what the server has. */
function open(state: RepeatState) {
  let kept = state;
  const opened = openAsLead('/projects/:id/settings', {
    'GET /projects/:id/repeats': () => kept,
    'PUT /projects/:id/repeats': (sent: unknown) => {
      kept = { ...kept, settings: sent as RepeatState['settings'] };
      return kept;
    },
  });
  return opened;
}
const part = async () => within(await screen.findByRole('region', { name: 'Second looks' }));
const turnOn = async () => fireEvent.click(await (await part()).findByRole('switch'));

test('a lead lets two in a hundred tasks come a second time, with fields for how far apart', async () => {
  const { sent } = open(off);
  await turnOn();
  fireEvent.change((await part()).getByLabelText('Hours in between, at least'), { target: { value: '24' } });
  fireEvent.click((await part()).getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(sent.map(({ body }) => body)).toEqual([{ sharePercent: 2, leastTasks: 30, leastHours: 24 }]),
  );
});

test('what came of it is told, and turning it off keeps the distance', async () => {
  const { sent } = open({
    ...off,
    settings: { sharePercent: 5, leastTasks: 50, leastHours: 8 },
    ...{ given: 12, answered: 11, skipped: 1 },
  });
  expect(
    await (await part()).findByText('12 second looks given out so far: 11 answered, 1 skipped.'),
  ).toBeDefined();
  await turnOn();
  await waitFor(() =>
    expect(sent.map(({ body }) => body)).toEqual([{ sharePercent: 0, leastTasks: 50, leastHours: 8 }]),
  );
});

test('where the rubric asks nothing that a second look would measure, it cannot be turned on', async () => {
  open({ ...off, isPossible: false });
  const control = await (await part()).findByRole<HTMLInputElement>('switch');
  expect(control.disabled).toBe(true);
});
