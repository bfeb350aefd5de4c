import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { FeedbackInbox } from '#web/features/judging/live/feedback-inbox.ts';
import { FeedbackPanel } from './feedback-panel.tsx';

const rubric: Rubric = {
  criteria: [
    {
      key: 'better',
      label: 'Better',
      help: '',
      target: 'pair',
      scale: { kind: 'preference', steps: 3, tie: true, bothBad: false, anchors: [] },
      required: true,
    },
  ],
  overallKey: 'better',
  justification: { ask: 'off', minCharacters: 0 },
  confidence: 'off',
};
const answer = (responseId: string) => ({
  pair: { better: { verdict: 'prefers', responseId, strength: 2 } },
  response: {},
  task: {},
});
const feedback = {
  passed: false,
  promptPreview: 'Which mountain is higher?',
  rubricVersion: 1,
  // The person saw r2 as A.
  shownOrder: ['r2', 'r1'],
  expected: answer('r1'),
  given: answer('r2'),
  criteria: [
    {
      criterionKey: 'better',
      outcome: 'failed',
      explanation: 'The other one names the wrong height.',
      tolerance: { kind: 'side' },
    },
  ],
};

let status = 200;
beforeEach(() => {
  status = 200;
  vi.stubGlobal('fetch', async () =>
    Response.json(status === 200 ? feedback : { code: 'not_found', detail: 'None.', status: 404 }, {
      status,
    }),
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show(onRead: () => void) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <QueryClientProvider client={client}>
      <FeedbackPanel
        projectId="019a0000-0000-7000-8000-000000000001"
        assignmentId="019a0000-0000-7000-8000-000000000002"
        versions={{ rubric: async () => rubric }}
        onRead={onRead}
      />
    </QueryClientProvider>,
  );
}

it('says what was expected and why, under the letters that the person saw', async () => {
  show(() => {});
  expect(await screen.findByText('Training: not as expected')).toBeTruthy();
  expect(screen.getByText(/^Expected: B/)).toBeTruthy();
  expect(screen.getByText(/^Yours: A/)).toBeTruthy();
  expect(screen.getByText('The other one names the wrong height.')).toBeTruthy();
});

it('is put away by its button, or by Alt U from anywhere, and by no other key', async () => {
  let read = 0;
  show(() => {
    read += 1;
  });
  fireEvent.click(await screen.findByRole('button', { name: /Understood/ }));
  expect(read).toBe(1);
  fireEvent.keyDown(window, { code: 'KeyU', altKey: true });
  expect(read).toBe(2);
  fireEvent.keyDown(window, { code: 'KeyU' });
  fireEvent.keyDown(window, { code: 'Enter', altKey: true });
  expect(read).toBe(2);
});

it('several wait for each other, each once', () => {
  const inbox = new FeedbackInbox();
  for (const id of ['one', 'two', 'one']) inbox.add(id);
  expect(inbox.waiting.get()).toEqual(['one', 'two']);
  inbox.remove('one');
  expect(inbox.waiting.get()).toEqual(['two']);
});
