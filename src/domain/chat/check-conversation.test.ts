import { describe, expect, test } from 'vitest';
import { answered, chatScale, oneAttack, said, treeOf } from './chat.fixture.ts';
import type { ChatScale } from './chat-scale.ts';
import { checkChatScale } from './check-chat-scale.ts';
import { checkConversation, transcriptOf } from './check-conversation.ts';
import type { ChatTree } from './conversation.ts';
import { defaultAttackTaxonomy } from './default-attack-taxonomy.ts';

const finished = treeOf(
  'u1',
  said('u1'),
  answered('a1', 'u1', { chosen: true, rating: 3 }),
  answered('b1', 'u1', { slot: 'B', rating: 2 }),
);

describe('checkConversation', () => {
  test.each<[string, ChatTree, Partial<ChatScale>, readonly RegExp[]]>([
    ['finds nothing missing', finished, {}, []],
    ['asks for more turns', finished, { minTurns: 2 }, [/1 of at least 2/]],
    ['asks for a first turn', treeOf(null), {}, [/0 of at least 1/]],
    [
      'finds turns too many',
      treeOf('u2', ...finished.turns, said('u2', 'a1'), answered('c', 'u2')),
      { maxTurns: 1 },
      [/at most 1/],
    ],
    [
      'asks for a choice at each turn',
      treeOf('u1', said('u1'), answered('a1', 'u1'), answered('b1', 'u1', { slot: 'B' })),
      {},
      [/Turn 1: choose/],
    ],
    [
      'asks for no choice where one reply failed',
      treeOf('u1', said('u1'), answered('a1', 'u1'), answered('b1', 'u1', { slot: 'B', state: 'failed' })),
      {},
      [],
    ],
    [
      'asks for a rating of each reply',
      treeOf('u1', said('u1'), answered('a1', 'u1')),
      { perTurn: 'rate' },
      [/Turn 1: rate/],
    ],
    ['finds the ratings', finished, { perTurn: 'rate' }, []],
    ['asks how far the attack got', finished, { attack: oneAttack }, [/Turn 1: say how far/]],
    [
      'waits for a reply on its way',
      treeOf('u1', said('u1'), answered('a1', 'u1', { state: 'streaming' })),
      {},
      [/still answering/],
    ],
    [
      'wants an answer to the last turn',
      treeOf('u1', said('u1'), answered('a1', 'u1', { state: 'failed' })),
      {},
      [/no model has answered/],
    ],
  ])('%s', (_name, tree, change, messages) => {
    const places = checkConversation(tree, { ...chatScale, ...change });
    expect(places.map((place) => place.message)).toEqual(
      messages.map((message) => expect.stringMatching(message)),
    );
  });
});

test('transcriptOf tells what was gone on from', () => {
  const tree = treeOf('u2', ...finished.turns, said('u2', 'b1'), answered('c1', 'u2'));
  expect(transcriptOf(tree).map((turn) => turn.content)).toEqual([
    'says u1',
    'answers b1',
    'says u2',
    'answers c1',
  ]);
});

describe('checkChatScale', () => {
  test.each<[string, Partial<ChatScale>, readonly string[]]>([
    ['takes the default taxonomy', { attack: defaultAttackTaxonomy }, []],
    ['refuses five models', { models: 5 }, ['s.models']],
    ['refuses half a model', { models: 1.5 }, ['s.models']],
    ['refuses a choice among one', { models: 1 }, ['s.perTurn']],
    ['refuses more turns than fit', { minTurns: 4 }, ['s.minTurns']],
    ['refuses no turns', { minTurns: 0 }, ['s.minTurns']],
    ['refuses an axis without values', { attack: { ...oneAttack, harms: [] } }, ['s.attack.harms']],
    [
      'refuses a key twice',
      { attack: { ...oneAttack, targets: [...oneAttack.targets, ...oneAttack.targets] } },
      ['s.attack.targets.1.key'],
    ],
    [
      'refuses a key that is no column name',
      { attack: { ...oneAttack, techniques: [{ key: 'Role play', label: 'x' }] } },
      ['s.attack.techniques.0.key'],
    ],
  ])('%s', (_name, change, paths) => {
    expect(checkChatScale({ ...chatScale, ...change }, 's').map((place) => place.path)).toEqual(paths);
  });
});
