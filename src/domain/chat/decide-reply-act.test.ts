import { describe, expect, test } from 'vitest';
import { answered, chatScale, oneAttack, said, treeOf } from './chat.fixture.ts';
import { decideReplyAct, type ReplyActFacts } from './decide-reply-act.ts';

const base: ReplyActFacts = {
  tree: treeOf('u1', said('u1'), answered('a1', 'u1')),
  scale: { ...chatScale, attack: oneAttack },
  turnId: 'a1',
  act: { kind: 'choose' },
};
const withReply = (change: Parameters<typeof answered>[2]) => ({
  tree: treeOf('u1', said('u1'), answered('a1', 'u1', change)),
});

describe('decideReplyAct', () => {
  test.each<[string, Partial<ReplyActFacts>, string]>([
    ['chooses a finished reply', {}, 'do'],
    ['chooses a stopped reply', withReply({ state: 'stopped' }), 'do'],
    ['does not choose a failed reply', withReply({ state: 'failed' }), 'turn_invalid'],
    ['does not choose a reply on its way', withReply({ state: 'streaming' }), 'reply_running'],
    ['knows no reply of another conversation', { turnId: 'z9' }, 'turn_not_there'],
    ['takes no turn of the person for a reply', { turnId: 'u1' }, 'turn_not_there'],
    ['regenerates a failed reply', { ...withReply({ state: 'failed' }), act: { kind: 'regenerate' } }, 'do'],
    [
      'does not regenerate a reply on its way',
      { ...withReply({ state: 'streaming' }), act: { kind: 'regenerate' } },
      'reply_running',
    ],
    ['edits a reply', { act: { kind: 'edit', text: 'Better' } }, 'do'],
    [
      'edits what came of a failed reply',
      { ...withReply({ state: 'failed' }), act: { kind: 'edit', text: 'Better' } },
      'do',
    ],
    ['does not empty a reply', { act: { kind: 'edit', text: ' ' } }, 'turn_invalid'],
    ['rates', { act: { kind: 'rate', rating: 5 } }, 'do'],
    ['takes a rating back', { act: { kind: 'rate', rating: null } }, 'do'],
    ['does not rate beyond the scale', { act: { kind: 'rate', rating: 6 } }, 'turn_invalid'],
    ['does not rate in halves', { act: { kind: 'rate', rating: 2.5 } }, 'turn_invalid'],
    ['marks the success of an attack', { act: { kind: 'mark', outcome: { success: 4, broke: true } } }, 'do'],
    [
      'refuses a success beyond the scale',
      { act: { kind: 'mark', outcome: { success: 0, broke: false } } },
      'turn_invalid',
    ],
    [
      'marks no attack where nobody attacks',
      { scale: chatScale, act: { kind: 'mark', outcome: { success: 4, broke: true } } },
      'turn_invalid',
    ],
  ])('%s', (_name, change, expected) => {
    const decided = decideReplyAct({ ...base, ...change });
    expect('refused' in decided ? decided.refused : decided.kind).toBe(expected);
  });
});
