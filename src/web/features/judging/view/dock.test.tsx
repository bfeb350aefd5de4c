import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { useReducer } from 'react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Answers, emptyAnswers } from '#domain/judging/answers.ts';
import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';
import type { RankingScale, Scale } from '#domain/rubrics/scale.ts';
import { type Desk, layDesk, reduceDesk, seekMissing } from '#web/features/judging/desk/desk.ts';
import type { JudgeAct } from '#web/features/judging/desk/judge-act.ts';
import { fetchParts } from '#web/features/judging/fetched/fetched-parts.ts';
import { resolveBindings } from '#web/features/judging/keys/key-bindings.ts';
import { JudgingView } from './judging-view.tsx';

beforeAll(() => fetchParts(['ranking']));
afterEach(cleanup);

const ranking: RankingScale = { kind: 'ranking', mode: 'full', ties: true, allBad: true, unrankable: true };
const rating: Scale = { kind: 'rating', min: 1, max: 5, anchors: [] };
const options = ['Code', 'Law', 'Art'].map((label) => ({ key: label.toLowerCase(), label }));

function criterion(
  label: string,
  target: Criterion['target'],
  scale: Scale,
  more: Partial<Criterion> = {},
): Criterion {
  return { key: label.toLowerCase(), label, help: '', target, scale, required: true, ...more };
}

function show(criteria: Criterion[], more: Partial<Rubric> & { responses?: number; answers?: Answers } = {}) {
  const { responses: count = 3, answers = emptyAnswers, ...rules } = more;
  const rubric: Rubric = {
    criteria,
    overallKey: null,
    justification: { ask: 'off', minCharacters: 0 },
    confidence: 'off',
    ...rules,
  };
  const responses = Array.from({ length: count }, (_, index) => ({
    id: `r${index + 1}`,
    text: `Text ${index}`,
  }));
  const task = { rubric, responseIds: responses.map(({ id }) => id) };
  let latest = layDesk(task, answers);
  function Screen() {
    const reduce = (desk: Desk, act: JudgeAct) =>
      act.kind === 'command' && act.id === 'submit'
        ? (seekMissing(desk, task) ?? desk)
        : reduceDesk(desk, act, task);
    const [desk, dispatch] = useReducer(reduce, latest);
    latest = desk;
    return (
      <JudgingView
        task={{ assignmentId: 'a1', rubric, prompt: [], responses }}
        desk={desk}
        onAct={dispatch}
        bindings={resolveBindings({})}
        layout="side_by_side"
        mode="live"
        sections={['Refusals', 'Tone']}
      />
    );
  }
  render(<Screen />);
  return { answers: () => latest.answers };
}

function press(...keys: readonly string[]) {
  for (const key of keys) fireEvent.keyDown(document.activeElement ?? document.body, { key });
}
const letters = () => within(screen.getByRole('group', { name: 'Order' })).getAllByRole('button');
const namesOf = (buttons: readonly HTMLElement[]) =>
  buttons.flatMap((button) => button.getAttribute('aria-label') ?? []);

describe('a ranking', () => {
  const order = criterion('Order', 'ranking', ranking);

  it('names where each response stands', () => {
    show([order]);
    expect(namesOf(letters())).toEqual(['A, no rank yet', 'B, no rank yet', 'C, no rank yet']);
    press('2', '1', '=');
    expect(namesOf(letters())).toEqual([
      'A, rank 1 of 3, tied with B',
      'B, rank 1 of 3, tied with A',
      'C, no rank yet',
    ]);
    expect(screen.getByText('1 open')).not.toBeNull();
  });

  it('says each change aloud', () => {
    show([order]);
    press('2');
    expect(screen.getByText('B, rank 1 of 3')).not.toBeNull();
    press('x');
    expect(screen.getByText('All are bad.')).not.toBeNull();
  });

  it('is moved by the arrows of a letter, and the focus stays on it', () => {
    const { answers } = show([order]);
    press('1', '2', '3');
    const [, , third] = letters();
    third?.focus();
    press('ArrowLeft');
    expect(answers().ranking?.order).toEqual({ verdict: 'ranked', groups: [['r1'], ['r2', 'r3']] });
    press('ArrowUp');
    expect(answers().ranking?.order).toEqual({ verdict: 'ranked', groups: [['r1'], ['r3'], ['r2']] });
    press('ArrowRight');
    expect(answers().ranking?.order).toEqual({ verdict: 'ranked', groups: [['r1'], ['r2', 'r3']] });
    expect(document.activeElement).toBe(third);
    press('Delete');
    expect(answers().ranking?.order).toEqual({
      verdict: 'ranked',
      groups: [['r1'], ['r2']],
      unrankable: ['r3'],
    });
  });

  it('is given by the click of a screen reader, and all is said to be bad by a button', () => {
    const { answers } = show([order]);
    fireEvent.click(screen.getByRole('button', { name: 'C, no rank yet' }));
    expect(answers().ranking?.order).toEqual({ verdict: 'ranked', groups: [['r3']] });
    fireEvent.click(screen.getByRole('button', { name: /All bad/ }));
    expect(answers().ranking?.order).toEqual({ verdict: 'all_bad' });
  });

  it('offers nothing that its scale does not take', () => {
    show([criterion('Order', 'ranking', { ...ranking, allBad: false, unrankable: false })]);
    expect(screen.queryByRole('button', { name: /All bad|Cannot rank/ })).toBeNull();
  });

  it('asks for best and worst alone', () => {
    const { answers } = show([criterion('Order', 'ranking', { ...ranking, mode: 'best_worst' })]);
    press('3', '1');
    expect(answers().ranking?.order).toEqual({ verdict: 'best_worst', best: 'r3', worst: 'r1' });
    expect(namesOf(letters())).toEqual(['A, the worst', 'B, neither best nor worst', 'C, the best']);
  });
});

describe('values', () => {
  it('are set on a line by digits, arrows, Home and End, from nothing', () => {
    const scale: Scale = { kind: 'slider', min: 0, max: 1, step: 0.25, lowLabel: 'Easy', highLabel: 'Hard' };
    const { answers } = show([criterion('Effort', 'task', scale)]);
    const line = screen.getByRole('slider', { name: 'Effort' });
    expect(line.getAttribute('aria-valuetext')).toBe('not set');
    press('5');
    expect(answers().task).toEqual({ effort: 0.5 });
    press('ArrowRight');
    expect(line.getAttribute('aria-valuetext')).toBe('0.75');
    press('Home');
    expect(answers().task).toEqual({ effort: 0 });
    press('Backspace');
    expect(line.getAttribute('aria-valuetext')).toBe('not set');
  });

  it('are typed as numbers; what is none is named and is no answer', () => {
    const { answers } = show([
      criterion('Minutes', 'task', { kind: 'number', min: 0, max: 60, decimals: 1, unit: 'min' }),
    ]);
    const field = screen.getByRole('textbox', { name: 'Minutes, 0 to 60 min' });
    expect(document.activeElement).toBe(field);
    const type = (value: string) => fireEvent.change(field, { target: { value } });
    type('2,5');
    expect(answers().task).toEqual({ minutes: 2.5 });
    expect((field as HTMLInputElement).value).toBe('2,5');
    for (const wrong of ['61', 'x', '0.25']) {
      type(wrong);
      expect(answers().task).toEqual({});
      expect(field.getAttribute('aria-invalid')).toBe('true');
      expect((field as HTMLInputElement).value).toBe(wrong);
    }
  });

  it('are chosen several at a time, up to the most', () => {
    const { answers } = show([
      criterion('Topics', 'task', { kind: 'choices', options, atLeast: 0, atMost: 2 }),
    ]);
    press('3', '1', '2');
    expect(answers().task).toEqual({ topics: ['code', 'art'] });
    expect(screen.getByRole('checkbox', { name: 'Law' }).getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(screen.getByRole('checkbox', { name: 'None of these' }));
    expect(answers().task).toEqual({ topics: [] });
    press('ArrowRight', 'ArrowRight');
    expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: 'Law' }));
  });

  it('are written as text, counted, and not empty', () => {
    const { answers } = show([
      criterion('Notes', 'task', { kind: 'text', minCharacters: 4, maxCharacters: 9 }),
    ]);
    const field = screen.getByRole('textbox', { name: 'Notes' });
    fireEvent.change(field, { target: { value: 'abc' } });
    expect(screen.getByText('3 of 4')).not.toBeNull();
    fireEvent.change(field, { target: { value: '' } });
    expect(answers().task).toEqual({});
  });

  it('do not apply by N or by a button, where that is allowed', () => {
    const { answers } = show([
      criterion('Safe', 'task', rating, { allowNotApplicable: true }),
      criterion('Good', 'task', rating),
    ]);
    press('n');
    expect(answers().task).toEqual({ safe: null });
    const button = screen.getByRole('button', { name: 'Safe: not applicable' });
    expect(button.getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(button);
    expect(answers().task).toEqual({});
    expect(screen.queryByRole('button', { name: 'Good: not applicable' })).toBeNull();
  });

  it('of nine responses are a table with one open control', () => {
    const { answers } = show([criterion('Good', 'response', rating), criterion('Safe', 'response', rating)], {
      responses: 9,
    });
    expect(screen.getAllByRole('radiogroup')).toHaveLength(1);
    press('4', '2');
    expect(answers().response).toEqual({ good: { r1: 4, r2: 2 } });
    expect(screen.getByRole('button', { name: 'Good, response B: 2' })).not.toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Safe, response I: no answer yet' }));
    press('5');
    expect(answers().response).toEqual({ good: { r1: 4, r2: 2 }, safe: { r9: 5 } });
  });
});

describe('conditional criteria', () => {
  const harm = criterion('Harm', 'task', rating);
  const severity = criterion('Severity', 'task', rating, {
    condition: { criterionKey: 'harm', test: { kind: 'at_least', value: 3 } },
  });

  it('come and go with the answer that they hang on', () => {
    show([harm, severity]);
    expect(screen.queryByRole('radiogroup', { name: 'Severity' })).toBeNull();
    press('4');
    expect(document.activeElement).toBe(screen.getByRole('radiogroup', { name: 'Severity' }));
    press('k', '1');
    expect(screen.queryByRole('radiogroup', { name: 'Severity' })).toBeNull();
  });

  it('are asked only of the responses that they concern', () => {
    show([
      criterion('Harm', 'response', rating),
      criterion('Severity', 'response', rating, {
        condition: { criterionKey: 'harm', test: { kind: 'at_least', value: 3 } },
      }),
    ]);
    press('1', '5', '2');
    expect(screen.getByRole('radiogroup', { name: 'Severity, response B' })).not.toBeNull();
    expect(screen.queryByRole('radiogroup', { name: 'Severity, response A' })).toBeNull();
    expect(screen.getAllByTitle('Not asked of this response')).toHaveLength(2);
  });
});

describe('what the rubric does not settle', () => {
  const criteria = [criterion('Order', 'ranking', ranking), criterion('Good', 'task', rating)];
  const panel = () => screen.getByRole('group', { name: 'The rubric does not settle “Order”' });

  it('is said beside the questions, with its section, and stands as the answer', () => {
    const { answers } = show(criteria);
    press('q');
    const section = within(panel()).getByRole('combobox', { name: 'Section of the guidelines' });
    expect(document.activeElement).toBe(section);
    fireEvent.change(section, { target: { value: 'Refusals' } });
    fireEvent.keyDown(section, { key: 'Enter' });
    expect(answers()).toEqual({ ...emptyAnswers, unsettled: { order: { section: 'Refusals', note: '' } } });
    const note = screen.getByRole('group', { name: 'Order: the rubric does not settle this' });
    expect(note.textContent).toContain('§ Refusals');
    expect(document.activeElement).toBe(note);
    press('Enter');
    expect(screen.getByText('“Good” still needs an answer.')).not.toBeNull();
  });

  it('is not said with nothing', () => {
    const { answers } = show(criteria);
    press('q');
    fireEvent.click(within(panel()).getByRole('button', { name: /Say so/ }));
    expect(screen.getByText('Name the section, or say what is missing.')).not.toBeNull();
    expect(answers()).toEqual(emptyAnswers);
  });

  it('is left by Escape, with the focus back on the criterion', () => {
    show(criteria);
    press('q', 'Escape');
    expect(screen.queryByRole('group', { name: /does not settle/ })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Order' }));
    press('2');
    expect(screen.getByRole('button', { name: 'B, rank 1 of 3' })).not.toBeNull();
  });

  it('is taken back by its button, and can be changed', () => {
    const unsettled = { order: { section: 'Tone', note: 'Jokes?' } };
    const { answers } = show(criteria, { answers: { ...emptyAnswers, unsettled } });
    fireEvent.click(screen.getByRole('button', { name: /Change/ }));
    expect(within(panel()).getByRole<HTMLTextAreaElement>('textbox').value).toBe('Jokes?');
    fireEvent.click(within(panel()).getByRole('button', { name: /Cancel/ }));
    fireEvent.click(screen.getByRole('button', { name: /Take back/ }));
    expect(answers()).toEqual(emptyAnswers);
  });
});

describe('a conflict', () => {
  it('is named by digits, with the one that won', () => {
    const { answers } = show([criterion('Good', 'task', rating), criterion('Safe', 'task', rating)], {
      conflict: 'required',
    });
    press('1', '1', '1');
    press('Enter');
    expect(screen.getByText('Say which criteria were in conflict, or that none were.')).not.toBeNull();
    press('2');
    expect(answers().conflict).toEqual({ criterionKeys: ['good', 'safe'], wonKey: null });
    press('2');
    expect(screen.getByRole('checkbox', { name: 'Safe, won' })).not.toBeNull();
    fireEvent.click(screen.getByRole('checkbox', { name: 'No conflict' }));
    expect(answers().conflict).toEqual({ criterionKeys: [], wonKey: null });
  });
});
