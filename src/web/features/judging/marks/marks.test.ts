import { describe, expect, it } from 'vitest';
import type { SpanMark } from '#domain/judging/answers.ts';
import { freshScale } from '#domain/rubrics/fresh-scale.ts';
import { addMark, changeMark, marksAt, openStage, passageOf } from './mark-list.ts';
import { listSentences, moveEdge, moveSentence, trimPassage } from './pick-passage.ts';
import { stepPicking } from './picking-keys.ts';

const text = 'Ice is slippery. It has a film of water.\n\n- First point\n- Second point';
const wordsOf = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
const first = { start: 0, end: 16 };

describe('choosing a passage by key', () => {
  it('knows sentences, and lines of a list', () => {
    expect(listSentences(text).map(wordsOf)).toEqual([
      'Ice is slippery.',
      'It has a film of water.',
      '- First point',
      '- Second point',
    ]);
  });

  it('goes from sentence to sentence and stays at the ends', () => {
    const second = moveSentence(text, first, 1);
    expect(wordsOf(second)).toBe('It has a film of water.');
    expect(moveSentence(text, second, -1)).toEqual(first);
    expect(moveSentence(text, first, -1)).toEqual(first);
  });

  it.each([
    ['the end back, off the full stop', 'end', -1, 'Ice is slippery'],
    ['the end on a word', 'end', 1, 'Ice is slippery. It'],
    ['the beginning on a word', 'start', 1, 'is slippery.'],
    ['the beginning back where there is nothing', 'start', -1, 'Ice is slippery.'],
  ] as const)('moves %s', (_, edge, by, words) => {
    expect(wordsOf(moveEdge(text, first, { edge, by }))).toBe(words);
  });

  it('never goes below a word', () => {
    const word = { start: 0, end: 3 };
    expect(moveEdge(text, word, { edge: 'end', by: -1 })).toEqual(word);
    expect(moveEdge(text, word, { edge: 'start', by: 1 })).toEqual(word);
  });

  it('leaves out the white space that a mouse takes along', () => {
    expect(trimPassage('a  b ', { start: 1, end: 5 })).toEqual({ start: 3, end: 4 });
    expect(trimPassage('a   b', { start: 1, end: 3 })).toBeUndefined();
  });

  it.each([
    ['Enter', false, { kind: 'mark', isWhole: false }],
    ['a', false, { kind: 'mark', isWhole: true }],
    ['Escape', false, { kind: 'leave' }],
    ['2', false, { kind: 'move', unitId: 'r2', passage: { start: 0, end: 2 } }],
    ['9', false, undefined],
    ['x', false, undefined],
  ])('takes %s', (key, isShift, step) => {
    const units = [
      { unitId: 'r1', name: 'A', text },
      { unitId: 'r2', name: 'B', text: 'B.' },
    ];
    expect(stepPicking({ key, isShift }, { units, unitId: 'r1', passage: first })).toEqual(step);
  });
});

describe('the list of marks', () => {
  const unit = { unitId: 'r1', name: 'A', text: '😀 one two' };

  it('counts code points, so that emoji are one', () => {
    const { marks, id } = addMark([], { unit, passage: { start: 3, end: 6 } });
    expect(marks).toEqual([{ id, unitId: 'r1', start: 2, end: 5, label: '' }]);
    const [mark] = marks;
    expect(mark && passageOf(mark, unit.text)).toEqual({ start: 3, end: 6 });
  });

  it('gives each mark an id of its own, also after one was removed', () => {
    const one = addMark([], { unit, passage: null });
    const two = addMark(one.marks, { unit, passage: { start: 0, end: 2 } });
    expect(addMark(two.marks.slice(1), { unit, passage: null }).id).toBe('m3');
  });

  it('finds the mark inside another one first', () => {
    const outer: SpanMark = { id: 'm1', unitId: 'r1', start: 0, end: 9, label: 'logic' };
    const inner: SpanMark = { id: 'm2', unitId: 'r1', start: 2, end: 5, label: 'logic' };
    expect(marksAt([outer, inner], { unit, at: 4 }).map(({ id }) => id)).toEqual(['m2', 'm1']);
    expect(marksAt([outer, inner], { unit, at: 9 }).map(({ id }) => id)).toEqual(['m1']);
  });

  it('leaves out words that were emptied again', () => {
    const mark: SpanMark = { id: 'm1', unitId: 'r1', start: 0, end: 1, label: 'logic', note: 'Why' };
    expect(changeMark([mark], 'm1', { note: '' })).toEqual([
      { id: 'm1', unitId: 'r1', start: 0, end: 1, label: 'logic' },
    ]);
  });

  it.each([
    [{}, 'label'],
    [{ label: 'logic' }, 'severity'],
    [{ label: 'logic', severity: 'minor' }, 'done'],
  ] as const)('asks what is still open of %j', (part, stage) => {
    const mark: SpanMark = { id: 'm1', unitId: 'r1', start: 0, end: 1, label: '', ...part };
    expect(openStage(mark, freshScale('marks'))).toBe(stage);
  });
});
