import { describe, expect, test } from 'vitest';
import { answered, chatScale, oneAttack, said, treeOf } from './chat.fixture.ts';
import { chatLimits } from './chat-scale.ts';
import { decideSend, type SendFacts } from './decide-send.ts';

const base: SendFacts = {
  tree: treeOf('u1', said('u1'), answered('a1', 'u1', { chosen: true }), answered('b1', 'u1', { slot: 'B' })),
  scale: chatScale,
  text: 'And then?',
  plan: null,
  editOf: null,
};
const plan = { technique: 'role_play', harm: 'fraud', target: 'complies' };
const attacking = { ...chatScale, attack: oneAttack };
const crowded = treeOf(
  'u0',
  ...Array.from({ length: chatLimits.turnsOfTree }, (_, index) => said(`u${index}`)),
);

describe('decideSend', () => {
  test.each<[string, Partial<SendFacts>, object]>([
    ['answers the chosen reply', {}, { kind: 'send', parentId: 'a1' }],
    ['begins a conversation', { tree: treeOf(null) }, { kind: 'send', parentId: null }],
    ['refuses white space', { text: ' \n' }, { refused: 'turn_invalid' }],
    [
      'asks for a choice',
      { tree: treeOf('u1', said('u1'), answered('a1', 'u1'), answered('b1', 'u1', { slot: 'B' })) },
      { refused: 'choose_first' },
    ],
    [
      'waits for a reply on its way',
      { tree: treeOf('u1', said('u1'), answered('a1', 'u1', { state: 'streaming' })) },
      { refused: 'reply_running' },
    ],
    [
      'does not go on where every model failed',
      { tree: treeOf('u1', said('u1'), answered('a1', 'u1', { state: 'failed' })) },
      { refused: 'choose_first', message: /No model has answered/ },
    ],
    ['refuses a turn too many', { scale: { ...chatScale, maxTurns: 1 } }, { refused: 'chat_full' }],
    [
      'lets the last turn be edited',
      { scale: { ...chatScale, maxTurns: 1 }, editOf: 'u1' },
      { kind: 'send', parentId: null },
    ],
    ['refuses to edit a turn of a model', { editOf: 'a1' }, { refused: 'turn_not_there' }],
    [
      'refuses to edit while its replies are on their way',
      { editOf: 'u1', tree: treeOf('u1', said('u1'), answered('a1', 'u1', { state: 'streaming' })) },
      { refused: 'reply_running' },
    ],
    ['refuses a tree that is full', { tree: crowded, editOf: 'u0' }, { refused: 'chat_full' }],
    ['asks for the plan of an attack', { scale: attacking }, { refused: 'turn_invalid' }],
    ['takes a plan of the taxonomy', { scale: attacking, plan }, { kind: 'send', parentId: 'a1' }],
    [
      'refuses a technique outside the taxonomy',
      { scale: attacking, plan: { ...plan, technique: 'constructor' } },
      { refused: 'turn_invalid' },
    ],
    ['refuses a plan where nobody attacks', { plan }, { refused: 'turn_invalid' }],
  ])('%s', (_name, change, decision) => {
    const { message, ...rest } = decision as { message?: RegExp };
    const decided = decideSend({ ...base, ...change });
    expect(decided).toMatchObject(rest);
    if (message !== undefined) expect((decided as { message: string }).message).toMatch(message);
  });
});
