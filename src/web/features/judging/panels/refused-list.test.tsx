import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { emptyAnswers } from '#domain/judging/answers.ts';
import { deskRubric } from '#web/features/judging/desk/desk-rubric.fixture.ts';
import type { OutboxEntry } from '#web/features/judging/live/outbox-entry.ts';
import { Toaster } from '#web/ui/toast.tsx';
import { RefusedList } from './refused-list.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function entry(code: string, details: Readonly<Record<string, unknown>> = {}): OutboxEntry {
  return {
    clientId: 'c1',
    assignmentId: 'a1',
    sequence: 1,
    attempts: 1,
    deed: {
      kind: 'judgment',
      answers: { ...emptyAnswers, justification: 'A is <b>right</b>.' },
      activeMs: 1_000,
    },
    about: { rubricVersion: 1, responseIds: ['r1', 'r2'], excerpt: 'Why is the sky blue?' },
    refusal: { code, message: 'It was not taken.', details },
  };
}

function show(refused: OutboxEntry, problem: string | null = null) {
  const undo = vi.fn();
  const session = {
    discardRefused: vi.fn(() => undo),
    resendRefused: vi.fn(async () => problem),
    versions: { keptRubric: () => deskRubric } as never,
  };
  render(
    <>
      <RefusedList refused={[refused]} session={session} />
      <Toaster />
    </>,
  );
  return { session, undo };
}
const button = (name: string) => screen.queryByRole('button', { name });

describe('what was not accepted', () => {
  it('says why, what was asked and what was answered, as plain text', () => {
    show(entry('project_closed'));
    const list = screen.getByRole('region', { name: 'Not accepted' });
    for (const text of ['It was not taken.', 'Why is the sky blue?', 'A is <b>right</b>.'])
      expect(list.textContent).toContain(text);
  });

  it('says of a flag what was flagged', () => {
    const flag = {
      kind: 'policy_violation',
      violationType: 'privacy',
      note: 'A name.',
      quote: 'Jane',
    } as const;
    show({
      ...entry('not_allowed'),
      deed: { kind: 'flag', flag: { ...flag, unitId: 'r1' }, answers: emptyAnswers },
    });
    const list = screen.getByRole('region', { name: 'Not accepted' });
    expect(list.textContent).toContain('A flag was not accepted');
    for (const text of ['Breaks the policy: Breach of privacy', 'Jane', 'A name.'])
      expect(list.textContent).toContain(text);
    expect(button('Send it again')).not.toBeNull();
  });

  it.each([
    ['already_submitted', {}, 'Replace my earlier judgment'],
    ['lease_lost', { assignmentId: 'a9' }, 'Send it for the newer task'],
    ['lease_lost', {}, 'Send it again'],
    ['project_closed', {}, 'Send it again'],
  ])('offers after %s %j: %s', async (code, details, label) => {
    const { session } = show(entry(code, details));
    fireEvent.click(screen.getByRole('button', { name: label }));
    await waitFor(() => expect(session.resendRefused).toHaveBeenCalledWith('c1'));
  });

  it('offers no sending anew where the server would say no again', () => {
    show(entry('answers_invalid'));
    expect(['Send it again', 'Copy the answers', 'Let it go'].map((name) => button(name) !== null)).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('says why it could not be sent anew', async () => {
    show(entry('project_closed'), 'This needs the network.');
    fireEvent.click(screen.getByRole('button', { name: 'Send it again' }));
    expect(await screen.findByText('This needs the network.')).toBeDefined();
  });

  it('is let go, and brought back', async () => {
    const { session, undo } = show(entry('project_closed'));
    fireEvent.click(screen.getByRole('button', { name: 'Let it go' }));
    expect(session.discardRefused).toHaveBeenCalledWith('c1');
    fireEvent.click(await screen.findByText('Undo'));
    expect(undo).toHaveBeenCalledOnce();
  });

  it('is copied as words', async () => {
    const writeText = vi.fn(async () => {});
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
    show(entry('project_closed'));
    fireEvent.click(screen.getByRole('button', { name: 'Copy the answers' }));
    await waitFor(() => expect(writeText).toHaveBeenCalledWith('Why?: A is <b>right</b>.'));
  });
});
