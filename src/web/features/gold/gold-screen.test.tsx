import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { closePage, openAsLead } from '#web/open-as-lead.fixture.tsx';
import type { GoldOverview, GoldRow } from './gold-queries.ts';

afterEach(() => closePage());

const none = { passed: 0, trials: 0, share: null, low: null, high: null };
const itemId = '0190d1c8-0000-7000-8000-0000000000b1';
const personId = '0190d1c8-0000-7000-8000-000000000002';

const overview: GoldOverview = {
  settings: {
    firstTasks: 0,
    firstPurpose: 'training',
    sharePercent: 0,
    trainingPercent: 0,
    mostPeople: 50,
    mostDays: 180,
  },
  states: { draft: 1, active: 2, resting: 0, suspect: 0, retired: 0 },
  concepts: [{ concept: 'tone', active: 2, easy: 1, medium: 0, hard: 1, accuracy: none }],
  choices: { concepts: ['tone'], criteria: [{ key: 'overall', label: 'Overall preference' }] },
  notes: [{ note: 'too_few_annotators', count: 2 }],
};
const row: GoldRow = {
  itemId,
  promptPreview: 'Which mountain is higher?',
  state: 'active',
  source: 'imported',
  purpose: 'test',
  difficulty: 'hard',
  concepts: ['tone'],
  madeBy: { personId, name: 'Jonas' },
  createdAt: '2026-01-01T00:00:00Z',
  revision: 1,
  served: 12,
  answered: 12,
  ...{ skipped: 0, people: 12, servedSince: '2026-01-01T00:00:00Z', rest: null },
  accuracy: { passed: 10, trials: 12, share: 10 / 12, low: 0.55, high: 0.95 },
  suspicion: null,
  isWrong: false,
  isUsable: true,
  unusable: [],
};

const acted: unknown[] = [];
function open(
  rows: readonly GoldRow[],
  changed: Partial<GoldOverview> = {},
  more: Record<string, () => unknown> = {},
) {
  acted.length = 0;
  openAsLead('/projects/:id/gold', {
    ...more,
    'GET /projects/:id/gold': () => ({ ...overview, ...changed }),
    'GET /projects/:id/gold/items': () => ({ rows, nextCursor: null }),
    'GET /projects/:id/gold/people': () => ({
      people: [
        {
          personId,
          name: 'Ada',
          test: { passed: 9, trials: 10, share: 0.9, low: 0.6, high: 0.98 },
          training: none,
          concepts: [],
          notCounted: 1,
          skipped: 3,
        },
      ],
    }),
    'POST /projects/:id/gold/states': (body: unknown) => {
      acted.push(body);
      return { changed: 1, unusable: [] };
    },
    'PUT /projects/:id/gold/settings': (body: unknown) => {
      acted.push(body);
      return overview;
    },
  });
}

describe('the gold page', () => {
  it('shows each gold with what it is, how often it was given out and passed, and each person', async () => {
    open([row]);
    const list = within(await screen.findByRole('table', { name: 'Gold items' }));
    expect(list.getByRole('link', { name: 'Which mountain is higher?' })).toBeDefined();
    expect(list.getByText('from the import, by Jonas')).toBeDefined();
    expect(list.getByText('83% (55%–95%), 10 of 12')).toBeDefined();
    const people = within(await screen.findByRole('table', { name: 'People on gold' }));
    expect(people.getByText('90% (60%–98%), 9 of 10')).toBeDefined();
    expect(people.getByText('not answered yet')).toBeDefined();
  });

  it('says what stands in the way, such as too few annotators', async () => {
    open([]);
    expect(await screen.findByText(/it takes three annotators, 2 more than there are/)).toBeDefined();
    expect(await screen.findByText('No gold here')).toBeDefined();
  });

  it('lets a lead confirm a suspect gold or retire it as wrong, with the evidence beside', async () => {
    const at = '2026-01-01T00:00:00Z';
    const suspicion = { goodPeople: 4, failed: 4, expectedFailures: 0.52, pValue: 0.001, at };
    open([{ ...row, state: 'suspect', suspicion }]);
    expect(await screen.findByText(/4 of 4 good annotators failed it, where about 0.5 would/)).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'It is right' }));
    fireEvent.click(screen.getByRole('button', { name: 'It is wrong' }));
    await waitFor(() =>
      expect(acted).toEqual([
        { itemIds: [itemId], state: 'active', isWrong: false },
        { itemIds: [itemId], state: 'retired', isWrong: true },
      ]),
    );
  });

  it('takes keys for the gold that has the focus, and shows them on its controls', async () => {
    const at = '2026-01-01T00:00:00Z';
    const suspicion = { goodPeople: 4, failed: 4, expectedFailures: 0.52, pValue: 0.001, at };
    const other = '0190d1c8-0000-7000-8000-0000000000b9';
    open([row, { ...row, itemId: other, promptPreview: 'Which lake?', state: 'suspect', suspicion }]);
    await screen.findByRole('link', { name: 'Which lake?' });
    fireEvent.keyDown(document.body, { key: 'r' });
    for (const key of ['j', 'j']) fireEvent.keyDown(document.activeElement ?? document.body, { key });
    expect(document.activeElement?.textContent).toBe('Which lake?');
    const right = screen.getByRole('button', { name: 'It is right' });
    expect(within(right).getByText('C')).toBeDefined();
    expect(within(screen.getByRole('button', { name: 'Retire' })).queryByText('R')).toBeNull();
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'c' });
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'k' });
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'r' });
    // The first R came before any gold had the focus.
    await waitFor(() =>
      expect(acted).toEqual([
        { itemIds: [other], state: 'active', isWrong: false },
        { itemIds: [itemId], state: 'retired', isWrong: false },
      ]),
    );
  });

  it('is narrowed by what is asked for, and says where nothing is like that', async () => {
    const narrowed = [
      'resting=true',
      'concept=tone',
      'difficulty=hard',
      'criterion=overall',
      'suspected=true',
    ];
    const asked: string[] = [];
    const answers = narrowed.map((_, last) => {
      const query = narrowed.slice(0, last + 1).join('&');
      const rows = last === narrowed.length - 1 ? [] : [row];
      return [
        `GET /projects/:id/gold/items?${query}`,
        () => {
          asked.push(query);
          return { rows, nextCursor: null };
        },
      ];
    });
    open([row], {}, Object.fromEntries(answers));
    fireEvent.click(await screen.findByRole('radio', { name: 'At rest' }));
    for (const [name, value] of [
      ['Concept', 'tone'],
      ['Difficulty', 'hard'],
      ['Criterion', 'overall'],
      ['Suspicion', 'true'],
    ] as const)
      fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } });
    expect(await screen.findByText('None is like that: take a filter away.')).toBeDefined();
    expect(asked.at(-1)).toBe(narrowed.join('&'));
  });

  it.each([
    ['people', 'Given to nobody any more: 12 people had it.'],
    ['age', 'Given to nobody any more: it has been served since Jan 1.'],
  ] as const)('says why gold is at rest: %s', async (rest, sentence) => {
    open([{ ...row, rest }], { notes: [{ note: 'resting', count: 1 }] });
    expect(await screen.findByText(sentence)).toBeDefined();
    expect(screen.getByText(/^1 gold is at rest/)).toBeDefined();
    expect(screen.queryByText('Served', { selector: 'span' })).toBeNull();
  });

  it('names what a new rubric made unusable, and does not offer to serve it', async () => {
    const unusable = [{ criterionKey: 'q', label: 'Quality', reason: 'scale_changed' as const }];
    open([{ ...row, state: 'draft', isUsable: false, unusable }]);
    expect(await screen.findByText('Quality: its scale changed since. Give its answer anew.')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Serve' })).toHaveProperty('disabled', true);
  });

  it('sets how much gold people get', async () => {
    open([row]);
    const share = await screen.findByRole('spinbutton', { name: 'Later, percent of all tasks' });
    fireEvent.change(share, { target: { value: '20' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(acted).toEqual([
        {
          firstTasks: 0,
          firstPurpose: 'training',
          sharePercent: 20,
          trainingPercent: 0,
          mostPeople: 50,
          mostDays: 180,
        },
      ]),
    );
  });
});
