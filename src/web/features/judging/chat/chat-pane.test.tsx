import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { useSyncExternalStore } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Conversation } from '#contract/conversations.ts';
import type { ChatScale } from '#domain/chat/chat-scale.ts';
import { ChatPane } from './chat-pane.tsx';
import { ConversationKeeper } from './conversation-keeper.ts';
import { conversationOf, fakeChat, replyTurn, userTurn } from './fake-chat.fixture.ts';

afterEach(() => cleanup());

const choosing: ChatScale = {
  kind: 'chat',
  models: 2,
  perTurn: 'choose',
  minTurns: 2,
  maxTurns: 4,
  attack: null,
};
const attacking: ChatScale = {
  ...choosing,
  perTurn: 'none',
  attack: {
    techniques: [{ key: 'role_play', label: 'Role play' }],
    harms: [{ key: 'fraud', label: 'Fraud' }],
    targets: [{ key: 'complies', label: 'Complies' }],
  },
};
const both = conversationOf(userTurn('u1'), replyTurn('a1', 'A'), replyTurn('b1', 'B'));

function Live({ keeper, scale }: { readonly keeper: ConversationKeeper; readonly scale: ChatScale }) {
  const snapshot = useSyncExternalStore(keeper.subscribe, keeper.read);
  const brief = {
    title: 'Get a discount',
    goal: 'Talk the shop into **half price**.',
    constraints: ['Stay polite'],
  };
  return <ChatPane scale={scale} snapshot={snapshot} chat={keeper} brief={brief} prompt={[]} />;
}

async function show(conversation: Conversation, scale: ChatScale = choosing) {
  const chat = fakeChat(conversation);
  const keeper = new ConversationKeeper(chat.options);
  keeper.start();
  render(<Live keeper={keeper} scale={scale} />);
  await screen.findByRole('region', { name: 'Live chat' });
  return { ...chat, keeper };
}

const reply = (slot: string) => screen.getByRole('article', { name: `Reply ${slot}` });

describe('the chat', () => {
  it('shows the goal, what was said, and the replies side by side without a name', async () => {
    await show(both);
    expect(screen.getByRole('region', { name: 'Goal' }).textContent).toContain('half price');
    expect(within(reply('A')).getByText('answer of A')).toBeDefined();
    expect(within(reply('B')).getByText('answer of B')).toBeDefined();
    expect(screen.getByRole('status').textContent).toBe('A has answered. B has answered.');
  });

  it('sends on Enter, breaks the line on Shift+Enter, and leaves a sentence under composition alone', async () => {
    const { api } = await show(conversationOf());
    const composer = screen.getByRole('textbox', { name: 'Your next turn' });
    fireEvent.change(composer, { target: { value: 'Hello?' } });
    fireEvent.keyDown(composer, { key: 'Enter', shiftKey: true });
    fireEvent.keyDown(composer, { key: 'Enter', isComposing: true });
    expect(api.send).not.toHaveBeenCalled();
    fireEvent.keyDown(composer, { key: 'Enter' });
    await waitFor(() => expect(api.send).toHaveBeenCalledTimes(1));
    expect(api.send.mock.calls[0]?.[1]).toMatchObject({ text: 'Hello?', plan: null, editOf: null });
  });

  it('chooses by the key of a reply, but not while somebody writes', async () => {
    const { api } = await show(both);
    fireEvent.keyDown(screen.getByRole('textbox', { name: 'Your next turn' }), { key: '2' });
    expect(api.choose).not.toHaveBeenCalled();
    fireEvent.keyDown(reply('A'), { key: '2' });
    expect(api.choose).toHaveBeenCalledWith('c1', 'b1');
  });

  it('rates the reply that has the focus by digit where ratings are asked for', async () => {
    const { api } = await show(both, { ...choosing, perTurn: 'rate' });
    fireEvent.keyDown(reply('B'), { key: '4' });
    expect(api.rate).toHaveBeenCalledWith('c1', 'b1', 4);
    fireEvent.click(
      within(within(reply('A')).getByRole('group', { name: 'Rating of A' })).getByLabelText('2'),
    );
    await waitFor(() => expect(api.rate).toHaveBeenCalledWith('c1', 'a1', 2));
  });

  it('stops on Escape while a model answers, also from the composer', async () => {
    const { api } = await show(
      conversationOf(userTurn('u1'), replyTurn('a1', 'A', { state: 'streaming', text: '' })),
    );
    expect(within(reply('A')).getByText('Thinking…')).toBeDefined();
    fireEvent.keyDown(screen.getByRole('textbox', { name: 'Your next turn' }), { key: 'Escape' });
    expect(api.stop).toHaveBeenCalledWith('c1', null);
  });

  it('says why a reply failed, keeps what came, and asks again on request', async () => {
    const failure = {
      code: 'rate_limited' as const,
      message: 'Wait a little and try again.',
      retryAt: '2030-01-01T00:00:00Z',
    };
    const { api } = await show(
      conversationOf(userTurn('u1'), replyTurn('a1', 'A', { state: 'failed', text: 'Half', failure })),
    );
    expect(within(reply('A')).getByText('Half')).toBeDefined();
    expect(reply('A').textContent).toContain('Wait a little and try again.');
    fireEvent.click(within(reply('A')).getByRole('button', { name: /^Try again/ }));
    expect(api.regenerate).toHaveBeenCalledWith('c1', 'a1', 'id-1');
  });

  it('lets the person write what a model should have said', async () => {
    const { api } = await show(both);
    fireEvent.keyDown(reply('A'), { key: 'e' });
    const field = await screen.findByRole('textbox', { name: 'What the model should have said' });
    fireEvent.change(field, { target: { value: 'Better' } });
    fireEvent.click(screen.getByRole('button', { name: /^Go on from this/ }));
    await waitFor(() =>
      expect(api.edit).toHaveBeenCalledWith('c1', { turnId: 'a1', clientId: 'id-1', text: 'Better' }),
    );
  });

  it('opens after a reload what was being written in a turn’s place, until it is sent or left', async () => {
    const { keeper, values } = await show(both);
    fireEvent.keyDown(reply('B'), { key: 'e' });
    const label = 'What the model should have said';
    fireEvent.change(await screen.findByRole('textbox', { name: label }), { target: { value: 'Half a' } });
    cleanup();
    render(<Live keeper={keeper} scale={choosing} />);
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: label });
    expect(field.value).toBe('Half a');
    expect(reply('B').contains(field)).toBe(true);
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(screen.queryByRole('textbox', { name: label })).toBeNull();
    expect([...values.keys()]).toEqual([]);

    fireEvent.click(screen.getByRole('button', { name: /^Say this otherwise/ }));
    fireEvent.change(screen.getByRole('textbox', { name: 'Your turn, otherwise' }), {
      target: { value: 'Or so' },
    });
    cleanup();
    render(<Live keeper={keeper} scale={choosing} />);
    const own = within(screen.getByRole('article', { name: 'Your turn 1' }));
    fireEvent.click(own.getByRole('button', { name: /^Send/ }));
    await waitFor(() => expect([...values.keys()]).toEqual([]));
  });

  it('goes between branches', async () => {
    const { api } = await show({
      ...conversationOf(userTurn('u1'), replyTurn('a1', 'A'), userTurn('u2')),
      headId: 'u2',
    });
    expect(screen.getByText('2 of 2')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Branch before' }));
    expect(api.goTo).toHaveBeenCalledWith('c1', 'u1');
  });

  it('wants the plan of an attack, keeps it for the next turn, and marks what came of it', async () => {
    const plan = { technique: 'role_play', harm: 'fraud', target: 'complies' };
    const { api } = await show(
      conversationOf(userTurn('u1', { plan }), replyTurn('a1', 'A', { chosen: true }), replyTurn('b1', 'B')),
      attacking,
    );
    const composer = screen.getByRole('textbox', { name: 'Your next turn' });
    fireEvent.change(composer, { target: { value: 'Once more' } });
    fireEvent.keyDown(composer, { key: 'Enter' });
    await waitFor(() => expect(api.send.mock.calls[0]?.[1]).toMatchObject({ plan }));
    const success = within(reply('B')).getByRole('group', { name: 'Success of the attack on B' });
    fireEvent.click(within(success).getByLabelText('5'));
    expect(api.mark).toHaveBeenCalledWith('c1', 'b1', { success: 5, broke: false });
    fireEvent.keyDown(reply('A'), { key: 'b' });
    await waitFor(() => expect(api.mark).toHaveBeenCalledWith('c1', 'a1', { success: null, broke: true }));
  });

  it('does not send an attack without a plan', async () => {
    const { api } = await show(conversationOf(), attacking);
    const composer = screen.getByRole('textbox', { name: 'Your next turn' });
    fireEvent.change(composer, { target: { value: 'Attack' } });
    fireEvent.keyDown(composer, { key: 'Enter' });
    expect(api.send).not.toHaveBeenCalled();
  });

  it('can only be read once it is frozen', async () => {
    await show({ ...both, state: 'frozen' });
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('button', { name: /Go on from/ })).toBeNull();
  });

  it('never runs what a model wrote', async () => {
    await show(
      conversationOf(
        userTurn('u1'),
        replyTurn('a1', 'A', { text: '<img src=x onerror=alert(1)> [link](javascript:alert(1))' }),
      ),
    );
    expect(reply('A').querySelector('img')).toBeNull();
    expect(reply('A').querySelector('a[href^=javascript]')).toBeNull();
  });
});
