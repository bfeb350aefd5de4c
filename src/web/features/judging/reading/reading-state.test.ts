import { describe, expect, it } from 'vitest';
import type { JudgeCommandId } from '#web/features/judging/keys/judge-commands.ts';
import { currentIn, pairIn, type ReadingState, reduceReading, startReading } from './reading-state.ts';

const task = { assignmentId: 'a1', responses: [1, 2, 3] };

function press(...ids: readonly JudgeCommandId[]): ReadingState {
  return ids.reduce(
    (state, id) => reduceReading(state, { kind: 'command', id, task }),
    startReading('together'),
  );
}

describe('the difference', () => {
  it('is of the first two, goes through all pairs, and is put away by its key', () => {
    expect(press('difference').pair).toEqual([0, 1]);
    expect(press('difference', 'difference').pair).toBeNull();
    const three = ['difference', 'difference_pair', 'difference_pair'] as const;
    expect(press(...three.slice(0, 2)).pair).toEqual([0, 2]);
    expect(press(...three).pair).toEqual([1, 2]);
    expect(press(...three, 'difference_pair').pair).toEqual([0, 1]);
  });

  it('is of the first two where the next task has fewer responses', () => {
    const state = press('difference', 'difference_pair');
    expect(pairIn(state, { assignmentId: 'a2', responses: [1, 2] })).toEqual([0, 1]);
    expect(pairIn(state, { assignmentId: 'a3', responses: [1] })).toBeNull();
  });

  it('needs two responses', () => {
    const single = { assignmentId: 'a1', responses: [1] };
    const state = reduceReading(startReading('apart'), { kind: 'command', id: 'difference', task: single });
    expect(state.pair).toBeNull();
  });
});

describe('the response gone to', () => {
  it('is the first at first, and stops at either end', () => {
    expect(press('next_response').current?.at).toBe(0);
    expect(press(...Array<JudgeCommandId>(7).fill('next_response')).current?.at).toBe(2);
    expect(press('next_response', 'next_response', 'previous_response').current?.at).toBe(0);
    expect(press('previous_response', 'previous_response').current?.at).toBe(0);
  });

  it('is forgotten with the next task', () => {
    const state = press('next_response', 'next_response');
    expect(currentIn(state, task)).toBe(1);
    expect(currentIn(state, { ...task, assignmentId: 'a2' })).toBeNull();
  });
});

describe('scrolling', () => {
  it('goes round together, by paragraph, apart', () => {
    expect(press('scrolling').scrolling).toBe('by_paragraph');
    expect(press('scrolling', 'scrolling').scrolling).toBe('apart');
    expect(press('scrolling', 'scrolling', 'scrolling').scrolling).toBe('together');
  });
});

describe('the find box', () => {
  it('opens empty, keeps what is typed, and closes', () => {
    const open = press('find');
    expect(open.query).toBe('');
    const typed = reduceReading(open, { kind: 'look_for', query: 'tea' });
    expect(reduceReading(typed, { kind: 'command', id: 'find', task }).query).toBe('tea');
    expect(reduceReading(typed, { kind: 'close_find' }).query).toBeNull();
  });
});
