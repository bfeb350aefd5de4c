import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { closePage, openAsLead, projectId } from '#web/open-as-lead.fixture.tsx';
import { listWeeks, placeMarks } from './list-weeks.ts';
import { shadingOf } from './people-matrix.tsx';
import { adaId, aReport, aSlice, aState, benId, gap } from './quality.fixture.ts';

afterEach(() => closePage());

const read = 'GET /projects/:id/quality';
const compute = 'POST /projects/:id/quality/computation';
const open = (answers: Parameters<typeof openAsLead>[1]) => openAsLead('/projects/:id/quality', answers);
const region = (name: string) => screen.findByRole('region', { name });

describe('the quality page', () => {
  it('says on what it rests and names what is weakest, each with its evidence and a way to act', async () => {
    open({ [read]: () => aState() });
    expect(await screen.findByText(/From 240 judgments of 80 items by 3 people/)).toBeDefined();
    const weakest = within(await region('Weakest now'));
    expect(weakest.getByText('Alpha 0.41 (0.30 to 0.52), the lowest of all, n = 80.')).toBeDefined();
    const hrefs = weakest.getAllByRole('link').map((link) => link.getAttribute('href'));
    expect(hrefs).toEqual([
      `/projects/${projectId}/items?differOn=clarity`,
      `/projects/${projectId}/judgments?annotatorId=${benId}`,
      `/projects/${projectId}/questions?kind=rubric_unclear`,
      `/projects/${projectId}/items?differOn=overall&domain=law`,
    ]);
  });

  it('gives each criterion with its interval, and says what is missing where there is none', async () => {
    const { criteria } = aReport();
    const [overall, clarity] = criteria;
    if (!overall || !clarity) throw new Error('the report has two criteria');
    const silent = { ...clarity, alpha: gap('all_ties'), same: gap('no_pairable_units') };
    open({ [read]: () => aState({ criteria: [overall, silent] }) });
    const plot = within(await screen.findByRole('table', { name: 'Agreement per criterion' }));
    expect(plot.getByText('0.71 (0.62–0.79)')).toBeDefined();
    expect(
      plot.getByText('Every answer is a tie. It can be computed once somebody prefers one.'),
    ).toBeDefined();
    expect(plot.getByText('No two people judged the same. It needs an overlap of two.')).toBeDefined();
  });

  it('leads from two people to the items on which they differ', async () => {
    open({ [read]: () => aState() });
    const matrix = within(await screen.findByRole('table', { name: 'Every two annotators' }));
    const [cell] = matrix.getAllByRole('link', { name: /^Ada Okafor and Ben Ito: same on 60%/ });
    expect(cell?.getAttribute('href')).toBe(`/projects/${projectId}/items?differ=${adaId}%2C${benId}`);
  });

  it('says what is usual for preferences, by how close the models are', async () => {
    open({ [read]: () => aState() });
    const part = within(await region('By how close the models are'));
    expect(part.getByText(/between 63% and 77%.*a bare threshold would mislead/)).toBeDefined();
    const plot = within(part.getByRole('table', { name: 'Agreement by how close the models are' }));
    expect(plot.getByText('70% (60%–79%)')).toBeDefined();
    expect(plot.getByText('4 of 10 needed')).toBeDefined();
  });

  it('shows the weeks and parts of another criterion when it is chosen', async () => {
    const { router } = open({ [read]: () => aState() });
    fireEvent.change(await screen.findByRole('combobox', { name: 'Criterion looked at below' }), {
      target: { value: 'clarity' },
    });
    await waitFor(() => expect(router.state.location.search).toEqual({ criterion: 'clarity' }));
    expect(await screen.findByText(/No item names its domain/)).toBeDefined();
  });

  it('leads from a week to its judgments', async () => {
    open({ [read]: () => aState() });
    const weeks = within(await region('Week by week'));
    expect(weeks.getByText('guidelines 2')).toBeDefined();
    const links = weeks.getAllByRole('link').map((link) => link.getAttribute('href'));
    expect(links).toEqual([
      `/projects/${projectId}/judgments?from=2026-11-09&until=2026-11-15`,
      `/projects/${projectId}/judgments?from=2026-11-16&until=2026-11-22`,
      `/projects/${projectId}/judgments?from=2026-11-23&until=2026-11-29`,
    ]);
  });

  it('asks for a new report where the kept one no longer knows everything, and keeps the old one meanwhile', async () => {
    const old = { ...aState(), newerJudgments: 12, isDue: true };
    const { sent } = open({ [read]: () => old, [compute]: () => ({ ...old, isComputing: true }) });
    expect(await screen.findByText(/12 newer judgments are being counted in/)).toBeDefined();
    expect(sent.map(({ act }) => act)).toEqual([compute]);
    expect(screen.getByRole('region', { name: 'Weakest now' })).toBeDefined();
  });

  it('computes at once when asked', async () => {
    const old = { ...aState(), newerJudgments: 1 };
    const { sent } = open({ [read]: () => old, [compute]: () => ({ ...old, isComputing: true }) });
    fireEvent.click(await screen.findByRole('button', { name: 'Compute now' }));
    expect(await screen.findByText(/1 newer judgment is being counted in/)).toBeDefined();
    expect(sent.map(({ act }) => act)).toEqual([compute]);
  });
});

describe('where nothing can be compared, the page says why and what would help', () => {
  const nothing = { sharedItems: 0, comparedItems: 0, weakest: { ...aReport().weakest, section: null } };
  it.each([
    ['nobody judged', { judgments: 0, annotators: 0 }, 'Nobody has judged yet', undefined],
    ['one person', { annotators: 1 }, 'One person has judged so far', 'Invite people'],
    ['no overlap so far', { annotators: 3 }, 'No item was judged by two people yet', undefined],
    [
      'nothing measured',
      { criteria: [] },
      'Nothing that this rubric asks can be compared',
      'Open the rubric',
    ],
  ])('%s', async (_name, more, title, act) => {
    open({ [read]: () => aState({ ...nothing, ...more }) });
    expect(await screen.findByRole('heading', { name: title })).toBeDefined();
    expect(act === undefined || screen.getByRole('link', { name: act })).toBeTruthy();
  });

  it('waits for the first report', async () => {
    open({ [read]: () => ({ kept: null, newerJudgments: 3, isComputing: true, isDue: true }) });
    expect(await screen.findByText(/The first report is being computed/)).toBeDefined();
  });
});

describe('weeks', () => {
  const weeks = listWeeks([
    aSlice('week', '2026-11-23'),
    aSlice('week', '2026-11-09'),
    aSlice('domain', 'law'),
  ]);

  it('are listed without gaps', () => {
    expect(weeks.map(({ monday, sunday, slice }) => [monday, sunday, slice?.name])).toEqual([
      ['2026-11-09', '2026-11-15', '2026-11-09'],
      ['2026-11-16', '2026-11-22', undefined],
      ['2026-11-23', '2026-11-29', '2026-11-23'],
    ]);
  });

  it('bear the marks that fall among them', () => {
    const mark = (at: string) => ({ kind: 'rubric' as const, version: 2, names: [], at });
    const placed = placeMarks(weeks, [
      mark('2026-11-08T23:59:00Z'),
      mark('2026-11-09T00:00:00Z'),
      mark('2026-11-19T12:00:00Z'),
      mark('2026-11-30T00:01:00Z'),
    ]);
    expect(placed.map(({ at }) => at)).toEqual([0, 1.5]);
  });
});

it.each([
  ['round tenths around what is there', [0.63, 0.88], { from: 0.6, to: 0.9 }],
  ['some width where all are the same', [0.7, 0.7], { from: 0.7, to: 0.8 }],
])('the shading of the matrix has %s', (_name, shares, ends) => {
  const { from, to } = shadingOf(shares.map((same) => ({ same })));
  expect({ from, to: Math.round(to * 10) / 10 }).toEqual(ends);
});
