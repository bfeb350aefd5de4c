import { describe, expect, it } from 'vitest';
import { RefusedError, UnreachableError } from '#client/call-errors.ts';
import { ConversationKeeper } from './conversation-keeper.ts';
import { conversationOf, fakeChat, replyTurn, userTurn } from './fake-chat.fixture.ts';
import { applyDelta, mergeConversation } from './merge-conversation.ts';

const streaming = replyTurn('a1', 'A', { state: 'streaming', text: 'Hel' });
const growing = conversationOf(userTurn('u1'), streaming);

describe('a growing reply', () => {
  it.each([
    ['the next piece', { from: 3, text: 'lo' }, 'Hello'],
    ['a piece that is partly there', { from: 1, text: 'ello' }, 'Hello'],
    ['a piece that is there already', { from: 0, text: 'Hel' }, 'Hel'],
    ['a piece after a gap', { from: 5, text: '!' }, undefined],
    ['a piece of an unknown turn', { from: 0, text: 'x', turnId: 'zz' }, undefined],
  ])('takes %s', (_, delta, text) => {
    expect(applyDelta(growing, { turnId: 'a1', ...delta })?.turns[1]?.text).toBe(text);
  });

  it('is not shortened or begun again by an answer that came late', () => {
    const ended = conversationOf(userTurn('u1'), replyTurn('a1', 'A', { text: 'Hello' }));
    expect(mergeConversation(ended, growing).turns[1]).toMatchObject({ state: 'complete', text: 'Hello' });
    const longer = conversationOf(userTurn('u1'), { ...streaming, text: 'Hello' });
    expect(mergeConversation(longer, growing).turns[1]?.text).toBe('Hello');
  });

  it('is not lost to an answer from before it', () => {
    const merged = mergeConversation(growing, conversationOf());
    expect(merged).toMatchObject({ headId: 'u1', turns: [{ turnId: 'u1' }, { turnId: 'a1' }] });
  });
});

async function started(chat = fakeChat(conversationOf())) {
  const keeper = new ConversationKeeper(chat.options);
  keeper.start();
  await chat.api.open.mock.results[0]?.value;
  await Promise.resolve();
  return { chat, keeper };
}

describe('acts in quick succession', () => {
  const replied = conversationOf(userTurn('u1'), replyTurn('a1', 'A'), replyTurn('b1', 'B'));

  it('reach the server one after the other, so that a turn goes on from what was chosen before it', async () => {
    const { chat, keeper } = await started(fakeChat(replied));
    let choose: (conversation: typeof replied) => void = () => undefined;
    chat.api.choose.mockReturnValueOnce(
      new Promise((resolve) => {
        choose = resolve;
      }),
    );
    const chosen = keeper.choose('b1');
    keeper.type('And then?');
    const sent = keeper.send(null);
    await Promise.resolve();
    expect(chat.api.send).not.toHaveBeenCalled();
    choose(replied);
    expect(await Promise.all([chosen, sent])).toEqual([true, true]);
    expect(chat.api.send).toHaveBeenCalledOnce();
  });

  it('say one thing more of an attack, and keep what was said just before', async () => {
    const { chat, keeper } = await started(fakeChat(replied));
    const outcome = { success: 4, broke: false };
    chat.api.mark.mockResolvedValueOnce(
      conversationOf(userTurn('u1'), replyTurn('a1', 'A', { outcome }), replyTurn('b1', 'B')),
    );
    await Promise.all([keeper.mark('a1', { success: 4 }), keeper.mark('a1', { broke: true })]);
    expect(chat.api.mark).toHaveBeenLastCalledWith('c1', 'a1', { success: 4, broke: true });
  });
});

describe('sending', () => {
  it('empties the composer only once the server has the words', async () => {
    const { chat, keeper } = await started();
    keeper.type('Hello?');
    expect(chat.values.get('typed')).toBe('Hello?');
    chat.api.send.mockRejectedValueOnce(new UnreachableError());
    expect(await keeper.send(null)).toBe(false);
    expect(keeper.read()).toMatchObject({
      typed: 'Hello?',
      isSending: false,
      error: expect.any(UnreachableError),
    });
    expect(await keeper.send(null)).toBe(true);
    expect(keeper.read()).toMatchObject({ typed: '', error: null });
    expect(chat.values.has('typed')).toBe(false);
  });

  it('is over once the stream tells of the turn, though the answer to the request is still on its way', async () => {
    const { chat, keeper } = await started();
    chat.api.send.mockReturnValueOnce(new Promise(() => {}));
    keeper.type('Hello?');
    const sent = keeper.send(null);
    chat.tell(conversationOf(userTurn('u0', { text: 'Something else' })));
    expect(keeper.read().isSending).toBe(true);
    chat.tell(conversationOf(userTurn('u1', { text: 'Hello?' }), replyTurn('a1', 'A')));
    expect(await sent).toBe(true);
    expect(keeper.read()).toMatchObject({ typed: '', isSending: false });
  });

  it('sends the same words again under the same id, and other words under another', async () => {
    const { chat, keeper } = await started();
    chat.api.send.mockRejectedValue(new UnreachableError());
    keeper.type('Hello?');
    await keeper.send(null);
    await keeper.send(null);
    keeper.type('Other words');
    await keeper.send(null);
    const ids = chat.api.send.mock.calls.map(([, saying]) => saying.clientId);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it('is another act after a refusal', async () => {
    const { chat, keeper } = await started();
    const refused = {
      code: 'choose_first' as const,
      status: 409,
      detail: 'Choose',
      places: [],
      details: {},
      requestId: '',
    };
    chat.api.send.mockRejectedValueOnce(new RefusedError(refused));
    keeper.type('Hello?');
    await keeper.send(null);
    await keeper.send(null);
    const ids = chat.api.send.mock.calls.map(([, saying]) => saying.clientId);
    expect(new Set(ids).size).toBe(2);
  });

  it('is done once when Enter is pressed twice', async () => {
    const { chat, keeper } = await started();
    keeper.type('Hello?');
    await Promise.all([keeper.send(null), keeper.send(null)]);
    expect(chat.api.send).toHaveBeenCalledTimes(1);
  });

  it('finds after a reload what was typed before', () => {
    const chat = fakeChat();
    chat.values.set('typed', 'Half a sent');
    expect(new ConversationKeeper(chat.options).read().typed).toBe('Half a sent');
  });

  it('finds after a reload what the next turn was to try, also where it was chosen in part', async () => {
    const chat = fakeChat();
    const planned = { technique: 'role_play', harm: '', target: '' };
    new ConversationKeeper(chat.options).plan(planned);
    expect(new ConversationKeeper(chat.options).read().planned).toEqual(planned);
    new ConversationKeeper(chat.options).plan(null);
    expect(new ConversationKeeper(chat.options).read().planned).toBeNull();
  });

  it.each([['words'], [null], [{ technique: 'role_play' }], [{ technique: 1, harm: '', target: '' }]])(
    'takes %j for no plan',
    (stored) => {
      const chat = fakeChat();
      chat.values.set('typed/plan', stored);
      expect(new ConversationKeeper(chat.options).read().planned).toBeNull();
    },
  );

  it('lets a plan go once the server has the turn, and keeps one that was chosen meanwhile', async () => {
    const { chat, keeper } = await started();
    const planned = { technique: 'role_play', harm: 'fraud', target: 'complies' };
    keeper.plan(planned);
    keeper.type('Hello?');
    chat.api.send.mockRejectedValueOnce(new UnreachableError());
    await keeper.send(planned);
    expect(chat.values.get('typed/plan')).toEqual(planned);
    await keeper.send(planned);
    expect([keeper.read().planned, chat.values.has('typed/plan')]).toEqual([null, false]);
    keeper.type('Again');
    const sent = keeper.send(planned);
    keeper.plan({ ...planned, harm: 'privacy' });
    await sent;
    expect(keeper.read().planned).toEqual({ ...planned, harm: 'privacy' });
  });
});

describe('following', () => {
  it('reads the whole anew after a gap', async () => {
    const { chat, keeper } = await started(fakeChat(growing));
    chat.answerWith(conversationOf(userTurn('u1'), replyTurn('a1', 'A', { text: 'Hello, you' })));
    chat.stream()?.onDelta({ turnId: 'a1', from: 9, text: '!' });
    await Promise.resolve();
    await Promise.resolve();
    expect(keeper.read().conversation?.turns[1]?.text).toBe('Hello, you');
  });

  it('opens again when asked to after a refusal', async () => {
    const chat = fakeChat();
    chat.api.open.mockRejectedValueOnce(new UnreachableError());
    const keeper = new ConversationKeeper(chat.options);
    keeper.start();
    await expect.poll(() => keeper.read().error).toBeInstanceOf(UnreachableError);
    keeper.retry();
    await expect.poll(() => keeper.read().conversation?.conversationId).toBe('c1');
  });
});
