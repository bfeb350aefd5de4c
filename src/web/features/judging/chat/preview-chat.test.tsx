import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { ChatScale } from '#domain/chat/chat-scale.ts';
import { rubricTemplates } from '#domain/rubrics/templates.ts';
import { JudgingPreview } from '#web/features/judging/judging-preview.tsx';
import { createPreviewChat } from './preview-chat.ts';

afterEach(cleanup);

const scale: ChatScale = {
  kind: 'chat',
  models: 2,
  perTurn: 'choose',
  minTurns: 1,
  maxTurns: 3,
  attack: null,
};
const saying = (clientId: string, text = 'Hello') => ({ clientId, text, plan: null, editOf: null });

describe('a chat in the preview', () => {
  it('is held by keyboard as the template asks, and can be submitted', async () => {
    const { rubric, example } =
      rubricTemplates.find(({ key }) => key === 'live_chat') ?? expect.unreachable('no such template');
    render(<JudgingPreview rubric={rubric} {...example} />);
    const composer = await screen.findByRole('textbox', { name: 'Your next turn' });
    expect(document.activeElement).toBe(document.body);
    for (const [index, text] of ['Ghent', 'Three days', 'And food?'].entries()) {
      fireEvent.change(composer, { target: { value: text } });
      fireEvent.keyDown(composer, { key: 'Enter' });
      const turn = await screen.findByRole('article', { name: `Your turn ${index + 1}` });
      expect(turn.textContent).toContain(text);
      const thread = turn.closest('[data-thread]') ?? expect.unreachable('no thread');
      expect(thread.querySelectorAll('[data-reply]')).toHaveLength(2 * (index + 1));
      fireEvent.keyDown(thread, { key: '2' });
      await within(thread as HTMLElement).findAllByRole('button', { name: 'Go on from B', pressed: true });
    }
    const goal = screen.getByRole('radiogroup', { name: /Did you get what you wanted/ });
    fireEvent.click(within(goal).getByRole('radio', { name: /^4/ }));
    fireEvent.click(screen.getByRole('button', { name: /^Submit/ }));
    await screen.findByText('Submitted, as an annotator would. Nothing was stored.');
  });

  it('asks for a choice before the next turn, as the server would', async () => {
    const chat = createPreviewChat(scale);
    await chat.send('preview', saying('u1'));
    await expect(chat.send('preview', saying('u2'))).rejects.toThrow('Choose the reply to go on from first.');
  });

  it('keeps branches: replies asked for again and edited, turns said otherwise', async () => {
    const chat = createPreviewChat(scale);
    await chat.send('preview', saying('u1'));
    await chat.regenerate('preview', 'u1.A', 'again');
    const edited = await chat.edit('preview', { turnId: 'u1.B', clientId: 'edited', text: 'Better so' });
    expect(edited.turns.filter(({ kind }) => kind === 'model')).toMatchObject([
      { turnId: 'u1.A', chosen: false },
      { turnId: 'u1.B', chosen: false },
      { turnId: 'again', slot: 'A' },
      { turnId: 'edited', slot: 'B', chosen: true, editedFrom: 'u1.B', text: 'Better so' },
    ]);
    await chat.send('preview', saying('u2', 'More'));
    const branched = await chat.send('preview', { ...saying('u3', 'Other'), editOf: 'u2' });
    expect(branched.headId).toBe('u3');
    expect(branched.turns.find(({ turnId }) => turnId === 'u3')?.parentId).toBe('edited');
    expect((await chat.goTo('preview', 'u2')).headId).toBe('u2');
  });

  it('lets a model break at one turn only', async () => {
    const chat = createPreviewChat({ ...scale, models: 1, perTurn: 'rate' });
    await chat.send('preview', saying('u1'));
    await chat.rate('preview', 'u1.A', 2);
    await chat.mark('preview', 'u1.A', { success: 4, broke: true });
    await chat.send('preview', saying('u2'));
    const { turns } = await chat.mark('preview', 'u2.A', { success: 5, broke: true });
    expect(turns.filter(({ kind }) => kind === 'model')).toMatchObject([
      { rating: 2, outcome: { success: 4, broke: false } },
      { outcome: { success: 5, broke: true } },
    ]);
  });
});
