import { expect, test } from 'vitest';
import { smallDialogue } from './dialogue.fixture.ts';
import { groupByParent } from './list-forks.ts';
import { inShownOrder } from './shown-dialogue.ts';

const named = smallDialogue.map((turn) => ({ ...turn, model: 'canary' }));
const ids = (assignmentId: string) => inShownOrder(named, assignmentId).map(({ id }) => id);

test('the same assignment always shows the same order', () => {
  expect(ids('a-1')).toEqual(ids('a-1'));
});

test('every turn is shown once, after the one that it answers, and nothing tells its model', () => {
  const shown = inShownOrder(named, 'a-1');
  expect(shown.map(({ id }) => id).toSorted()).toEqual(smallDialogue.map(({ id }) => id).toSorted());
  for (const [index, { parentId }] of shown.entries())
    if (parentId !== null) expect(shown.findIndex(({ id }) => id === parentId)).toBeLessThan(index);
  expect(JSON.stringify(shown)).not.toContain('canary');
});

test('each reply stands first about as often as the others; user turns keep their order', () => {
  const first = new Map<string, number>();
  for (let assignment = 0; assignment < 600; assignment += 1) {
    const groups = groupByParent(inShownOrder(named, `assignment-${assignment}`));
    const id = groups.get('d4')?.[0]?.id ?? '';
    first.set(id, (first.get(id) ?? 0) + 1);
    expect(groups.get('d8')?.map((turn) => turn.id)).toEqual(['d9', 'd12']);
  }
  // Five standard deviations around a third.
  for (const id of ['d5', 'd6', 'd7']) expect(Math.abs((first.get(id) ?? 0) - 200)).toBeLessThan(58);
});
