import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { smallDialogue } from '#domain/dialogue/dialogue.fixture.ts';
import { type Answers, emptyAnswers } from '#domain/judging/answers.ts';
import type { CodeRun } from '#domain/judging/code-run.ts';
import type { Criterion } from '#domain/rubrics/rubric.ts';
import { closePage, openAsLead } from '#web/open-as-lead.fixture.tsx';
import {
  aReference,
  aRubric,
  aRun,
  aWay,
  someClaims,
  someMarks,
  stepLabels,
} from './answers/results-rubric.fixture.ts';
import type { ItemDetail } from './item-detail.ts';
import { aFlag, aJudgment, anItem, itemIdAt } from './results.fixture.ts';

afterEach(() => closePage());

/** Opens an item that Ada has judged under these criteria alone. */
async function judged(
  criteria: readonly Criterion[],
  given: Partial<Answers>,
  more: Partial<ItemDetail> = {},
) {
  const judgment = aJudgment('Ada Okafor', { ...emptyAnswers, ...given });
  openAsLead(`/projects/:id/items/${itemIdAt(1)}`, {
    [`GET /projects/:id/items/${itemIdAt(1)}`]: () => anItem(1, { judgments: [judgment], ...more }),
    'GET /projects/:id/items?limit=100': () => ({ rows: [], nextCursor: null }),
    'GET /projects/:id/rubrics/1': () => ({ version: 1, rubric: { ...aRubric, criteria, overallKey: null } }),
  });
  return within(await screen.findByRole('region', { name: 'Judgments side by side' }));
}

describe('answers of every kind', () => {
  it('shows marks with their passage, and a claim’s source only as a harmless link', async () => {
    const table = await judged([someMarks, someClaims], {
      span: {
        errors: [
          {
            id: 'm1',
            unitId: 'r1',
            start: 0,
            end: 5,
            label: 'wrong',
            severity: 'grave',
            correction: 'Second',
          },
        ],
        claims: [
          { id: 'm1', unitId: 'r2', start: 7, end: 13, label: 'refuted', source: 'https://example.org/a' },
          { id: 'm2', unitId: 'r2', start: null, end: null, label: 'refuted', source: 'javascript:alert(1)' },
        ],
      },
    });
    expect(table.getByText('First')).toBeDefined();
    expect(table.getByText('Grave')).toBeDefined();
    expect(table.getByText('Better: Second')).toBeDefined();
    expect(table.getByRole('link').getAttribute('href')).toBe('https://example.org/a');
    expect(table.getByText(/javascript:alert/)).toBeDefined();
    expect(table.getByText('the whole text')).toBeDefined();
  });

  it('says that there was nothing to mark, which is an answer', async () => {
    const table = await judged([someMarks], { span: { errors: [] } });
    expect(table.getByText('Nothing to mark')).toBeDefined();
  });

  it('shows labels along the steps', async () => {
    await judged([stepLabels], { step: { steps: { 'r1.s1': 'bad' } } });
    const responses = screen.getByRole('region', { name: 'Responses' });
    expect(within(responses).getByText('Ada Okafor: Bad')).toBeDefined();
  });

  it('paints marks in the step that they stand in, where steps are labelled too', async () => {
    const painted = new Map<string, Set<Range>>();
    vi.stubGlobal('CSS', { highlights: painted, escape: (text: string) => text });
    vi.stubGlobal('Highlight', class extends Set {});
    const mark = { id: 'm1', unitId: 'r1', start: 16, end: 20, label: 'wrong', severity: 'grave' };
    await judged(
      [stepLabels, someMarks],
      { step: { steps: { 'r1.s2': 'bad' } }, span: { errors: [mark] } },
      { responses: [{ id: 'r1', text: 'One is odd.\n\nSo five is even.', model: null }] },
    );
    const responses = screen.getByRole('region', { name: 'Responses' });
    expect(within(responses).getByText('Ada Okafor: Bad')).toBeDefined();
    const [range] = painted.get('marked') ?? [];
    expect([range?.toString(), range?.startContainer.textContent]).toEqual(['five', 'So five is even.']);
    vi.unstubAllGlobals();
  });

  it('shows what was changed of the response that a text began with', async () => {
    const written = { text: 'First reply', editedFrom: 'r1' };
    const table = await judged([aReference], { writing: { reference: written } });
    expect(table.getByText('answer').tagName).toBe('DEL');
    expect(table.getByText('reply').tagName).toBe('INS');
  });

  it('leads from a chat to its record', async () => {
    const conversationId = '0190d1c8-0000-7000-8000-0000000000c1';
    const scale: Criterion['scale'] = {
      ...{ kind: 'chat', models: 2, perTurn: 'choose', minTurns: 1, maxTurns: 5, attack: null },
      rating: null,
    } as never;
    const table = await judged([{ ...aReference, key: 'talk', scale }], {
      chat: { talk: { conversationId } },
    });
    expect(table.getByRole('link').getAttribute('href')).toContain(`/chats/${conversationId}`);
  });

  it('shows what was run with its tests, and what it printed only as text', async () => {
    const run: CodeRun = {
      ...{ language: 'python', source: 'edited', code: 'print(1)', stdin: '', status: 'ok' },
      ...{ stdout: '<img src=x onerror=alert(1)>', stderr: '', isOutputCut: false, durationMs: 12 },
      tests: [
        { name: 'adds', passed: true },
        { name: 'subtracts', passed: false },
      ],
    } as CodeRun;
    const table = await judged([aRun], { runs: { run: { r1: [run] } } });
    expect(table.getByText(/1 of 2 tests passed/)).toBeDefined();
    expect(table.getByText('failed: subtracts')).toBeDefined();
    expect(table.queryByRole('img')).toBeNull();
  });

  it('shows the way through a dialogue place by place, and in the tree who chose what', async () => {
    const dialogue = smallDialogue.map((turn) => ({ ...turn, model: 'a-model' }));
    const path = [
      { at: null, chosen: 'd1' },
      { at: 'd4', chosen: null },
    ];
    const table = await judged([aWay], { continuation: { way: { path } } }, { dialogue });
    expect(table.getAllByRole('rowheader').map((one) => one.textContent)).toEqual([
      'Which goes on?After the prompt',
      'Which goes on?After d4',
    ]);
    expect(table.getByText('Text of d1')).toBeDefined();
    expect(table.getByText('None is good enough')).toBeDefined();
    const tree = screen.getByRole('region', { name: 'Recorded dialogue' });
    expect(within(tree).getAllByText('a-model')).toHaveLength(smallDialogue.length);
    expect(within(tree).getByText('chosen by 1 of 1: Ada Okafor')).toBeDefined();
    expect(within(tree).getByText('None is good enough: Ada Okafor')).toBeDefined();
  });

  it('says which criteria were in conflict, and what the rubric does not settle', async () => {
    const table = await judged([someMarks, stepLabels], {
      conflict: { criterionKeys: ['errors', 'steps'], wonKey: 'errors' },
      unsettled: { errors: { section: 'Jokes', note: '' } },
    });
    expect(table.getByText('Errors, Each step; Errors won')).toBeDefined();
    expect(table.getByText('The rubric does not settle this')).toBeDefined();
    expect(table.getByText('§ Jokes')).toBeDefined();
  });
});

describe('a flag raised half-way through', () => {
  it('shows its violation, passage and what was answered by then', async () => {
    const answersSoFar = { ...emptyAnswers, span: { errors: [] } };
    const flag = aFlag({
      kind: 'policy_violation',
      violationType: 'privacy',
      quote: 'A phone number',
      answersSoFar,
    });
    await judged([someMarks], {}, { flags: [flag], hold: 'held' });
    expect(screen.getByText(/Breaks the policy · Breach of privacy/)).toBeDefined();
    expect(screen.getByText('A phone number')).toBeDefined();
    fireEvent.click(screen.getByText('What was answered by then'));
    expect(screen.getByText('Nothing to mark')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Back into the queue' })).toBeDefined();
  });
});
