import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, test } from 'vitest';
import { evidenceKinds } from '#domain/honest-work/evidence.ts';
import { closePage, openAsLead, projectId } from '#web/open-as-lead.fixture.tsx';
import { baseSentence, chanceSentence, evidenceSentence } from './evidence-words.ts';
import { formatOdds, sayGap } from './figure-words.ts';
import { listDays, placeChanges } from './list-days.ts';
import {
  evidence,
  figure,
  gap,
  graceId,
  ownReport,
  ownState,
  peopleState,
  personReport,
  personState,
  quick,
} from './people-quality.fixture.ts';
import { timeAxis } from './time-axis.ts';

afterEach(() => closePage());

const people = 'GET /projects/:id/quality/people';
const person = `GET /projects/:id/quality/people/${graceId}`;
const own = 'GET /projects/:id/me/quality';
const region = async (name: string) => within(await screen.findByRole('region', { name }));

describe('the page on people', () => {
  it('says who needs a look and why, each with its evidence, and how often that is wrong', async () => {
    openAsLead('/projects/:id/quality/people', { [people]: () => peopleState() });
    const part = await region('Needs a look');
    const lines = part.getAllByRole('listitem').map(({ textContent }) => textContent);
    // The surest first.
    expect(lines).toEqual([
      'TimeGrace Lindqvist Takes 12 s for a typical task; the median of the others is 1 min 00 s.Judgments',
      'AgreementGrace Lindqvist Agrees with others on 62% (57% to 66%) of 80 shared items; the median of the others is 74%.Judgments',
      'A leaningGrace Lindqvist The first shown was chosen 58% (54% to 62%) of the time, 480 pairs.Judgments',
      'A changeGrace Lindqvist Since Mar 10 a task takes 31 s; before it took 1 min 00 s (75 judgments since).Judgments',
    ]);
    const acts = part.getAllByRole('link', { name: 'Judgments of Grace Lindqvist' });
    expect(acts.map((act) => act.getAttribute('href'))).toEqual([
      ...Array(3).fill(`/projects/${projectId}/judgments?annotatorId=${graceId}`),
      `/projects/${projectId}/judgments?annotatorId=${graceId}&from=2026-03-10`,
    ]);
    expect(
      part.getByText(/about 6% set one off within 60 days .* of 2 people expect 0\.1 false ones/),
    ).toBeDefined();
  });

  it('leads from each person to their page, and says why a figure is missing', async () => {
    openAsLead('/projects/:id/quality/people', { [people]: () => peopleState() });
    const plot = within(
      await screen.findByRole('table', { name: 'Agreement and first place of each person' }),
    );
    expect(plot.getByRole('link', { name: 'Grace Lindqvist' }).getAttribute('href')).toBe(
      `/projects/${projectId}/quality/people/${graceId}`,
    );
    expect(plot.getByText(/No other person judged the same items yet/)).toBeDefined();
  });

  it('says that nobody stands out, and that nobody has judged', async () => {
    openAsLead('/projects/:id/quality/people', { [people]: () => peopleState([]) });
    expect(await screen.findByText('Nobody has judged yet')).toBeDefined();
  });
});

describe('the page on one person', () => {
  const open = (change: Parameters<typeof personReport>[0] = {}) =>
    openAsLead(`/projects/:id/quality/people/${graceId}`, { [person]: () => personState(change) });

  it('says in plain words what was counted, beside the odds', async () => {
    open();
    const part = await region('What sways the choice');
    expect(
      part.getByText('The first shown was chosen 58% (54% to 62%) of the time, 480 pairs. Everybody: ×1.0.'),
    ).toBeDefined();
    expect(part.getByText('×1.4 (×1.2–×1.7)')).toBeDefined();
    expect(part.getByText(/Not shown: With headings/)).toBeDefined();
  });

  it('leads from a day to its judgments and marks the version that came', async () => {
    open();
    const part = await region('Agreement day by day');
    const [day] = part.getAllByRole('link', { name: /March 9/ });
    expect(day?.getAttribute('href')).toBe(
      `/projects/${projectId}/judgments?annotatorId=${graceId}&from=2026-03-09&until=2026-03-09`,
    );
    expect(part.getByText(/guidelines 2/)).toBeDefined();
  });

  it('names the version and the model that came when somebody changed', async () => {
    open();
    const part = await region('Changes');
    expect(part.getByText(/At about that time came guidelines 2, model swift-3\./)).toBeDefined();
  });

  it('tells a fall on known answers among the changes', async () => {
    const at = { since: '2026-03-10T09:00:00Z', at: '2026-03-13T11:00:00Z' };
    open({
      alarms: [{ ...at, stream: 'gold', scope: 'days', direction: 'down', before: 0.9, after: 0.6, n: 40 }],
    });
    const part = await region('Changes');
    expect(
      part.getByText(
        /^Since Mar 10 known answers are met in 60% of tests; before it was 90% \(40 tests since\)/,
      ),
    ).toBeDefined();
  });

  it('shows gold only where there is any', async () => {
    open();
    await region('At a glance');
    expect(screen.queryByText('Right on gold')).toBeNull();
    closePage();
    open({ gold: figure(0.9, 0.7, 0.97, 20) });
    expect(await screen.findByText('Right on gold')).toBeDefined();
    expect(screen.getByText('known answers in tests, not in training · 20 tests')).toBeDefined();
  });

  it('says what cannot be compared after the scale changed', async () => {
    open({ incomparable: 41 });
    const part = await region('Needs a look');
    expect(
      part.getByText(/^41 judgments were given on a scale that the newest rubric no longer has/),
    ).toBeDefined();
  });
});

describe('second looks', () => {
  const retest = {
    kept: figure(0.7, 0.5, 0.85, 20),
    tied: figure(0.05, 0.01, 0.24, 20),
    flipped: figure(0.25, 0.11, 0.47, 20),
    toFirst: figure(1, 0.57, 1, 5),
  };

  it('are split on the person’s page, once there are any', async () => {
    openAsLead(`/projects/:id/quality/people/${graceId}`, {
      [person]: () => personState({ consistency: { ...personReport().consistency, retest } }),
    });
    const part = await region('At a glance');
    expect(part.getByText('70% (50%–85%)')).toBeDefined();
    expect(part.getByText('Flips with the place')).toBeDefined();
    expect(part.getByText(/far from it where a place draws · 5 flips/)).toBeDefined();
    closePage();
    openAsLead(`/projects/:id/quality/people/${graceId}`, { [person]: () => personState() });
    const empty = await region('At a glance');
    expect(empty.getByText(/No task came a second time/)).toBeDefined();
    expect(empty.queryByText('Flips with the place')).toBeNull();
  });

  it('say in a line who keeps fewer verdicts, and whom a place draws', async () => {
    const [grace] = peopleState().kept.people;
    if (grace === undefined) throw new Error('there are people');
    openAsLead('/projects/:id/quality/people', {
      [people]: () =>
        peopleState([
          {
            ...grace,
            attention: [
              { kind: 'unsteady', figure: retest.kept, othersMedian: 0.9 },
              { kind: 'place', figure: retest.toFirst },
            ],
          },
        ]),
    });
    const lines = (await region('Needs a look'))
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(lines).toEqual([
      'A place drawsGrace Lindqvist When tasks came again in reverse order, 100% (57% to 100%) of 5 changed verdicts went to the response shown first both times; without a pull it would be half.Judgments',
      'Second looksGrace Lindqvist Keeps the verdict on 70% (50% to 85%) of 20 tasks that came again; the median of the others is 90%.Judgments',
    ]);
  });
});

describe('what is worth a look', () => {
  it('stands on the person’s page with the base rate, the chance and the items behind it', async () => {
    openAsLead(`/projects/:id/quality/people/${graceId}`, {
      [person]: () => personState({ evidence: [quick] }),
    });
    const part = await region('Worth a look');
    expect(part.getByRole('listitem').textContent).toBe(
      'Takes 1 s for a typical task; on 84 of 120 tasks less than the quickest tenth of the others, who need 9 s for texts of that length. The others (12 people) need 9 s to 1 min 02 s for eight of ten of these tasks, 34 s in the middle; this is 4% of that. p < 0.0001 (t of the times of all people), = 0.0009 corrected for 90 tests.Items behind it:1',
    );
    expect(part.getByRole('link', { name: 'Item 1 behind it' }).getAttribute('href')).toBe(
      `/projects/${projectId}/items/0190d1c8-0000-7000-8000-0000000000c1`,
    );
  });

  it('is left out where there is none', async () => {
    openAsLead(`/projects/:id/quality/people/${graceId}`, { [person]: () => personState() });
    await region('At a glance');
    expect(screen.queryByText('Worth a look')).toBeNull();
  });

  it('is a line each on the page on people, what two people share but one, with an item behind it', async () => {
    const [grace, ada] = peopleState().kept.people;
    if (grace === undefined || ada === undefined) throw new Error('there are people');
    const alike = (other: { personId: string; name: string }) => [
      evidence('alike', { other, value: 0.9, itemIds: quick.itemIds }),
    ];
    openAsLead('/projects/:id/quality/people', {
      [people]: () =>
        peopleState([
          { ...grace, attention: [], evidence: alike(ada) },
          { ...ada, attention: [], evidence: alike(grace) },
        ]),
    });
    const part = await region('Needs a look');
    expect(screen.queryByRole('region', { name: 'Worth a look' })).toBeNull();
    expect(
      part.getByRole('link', { name: 'An item behind it, of Grace Lindqvist' }).getAttribute('href'),
    ).toBe(`/projects/${projectId}/items/${quick.itemIds[0]}`);
    expect(part.getByRole('listitem').textContent).toBe(
      'Two alikeGrace Lindqvist The very same answer as Ada Okafor on 84 of 120 shared answers; where either stands against most others, both do so together in 90%.An item',
    );
  });

  it('never accuses, whatever was seen', () => {
    for (const kind of evidenceKinds) {
      const one = evidence(kind, { value: 0.5 });
      const words = `${evidenceSentence(one)} ${baseSentence(one)} ${chanceSentence(one)}`;
      expect(words).toMatch(/84/);
      expect(words).not.toMatch(/cheat|fraud|spam|collu|copied|suspicious|dishonest/i);
    }
  });
});

describe('one’s own page', () => {
  const open = (state: Readonly<Record<string, unknown>>) =>
    openAsLead('/projects/:id/my-work', {
      [own]: () => state,
      'GET /projects': () => ({ projects: [annotating()] }),
      'GET /projects/:id': annotating,
    });

  it('shows speed, consistency, what sways the choice, and advice for a break', async () => {
    const breakAdvice = { kind: 'agreement_falls', after: 50, before: 0.8, since: 0.6 } as const;
    open(ownState({ report: ownReport({ breakAdvice }) }));
    expect(
      await screen.findByText(
        /From task 51 of a session on, agreement with others is 60%; at the beginning it is 80%/,
      ),
    ).toBeDefined();
    expect((await region('At a glance')).getByText('72% (68%–76%)')).toBeDefined();
    expect(screen.getByText('What changed')).toBeDefined();
  });

  it('has no agreement and no leanings where the lead shows speed only', async () => {
    open(ownState({ sees: 'speed', report: ownReport({ agreement: null, biases: [] }) }));
    await region('At a glance');
    expect(screen.queryByText('Same as others')).toBeNull();
    expect(screen.queryByText('What sways the choice')).toBeNull();
  });

  it('has the accuracy on gold where it is told, and says in how large steps', async () => {
    open(ownState({ report: ownReport({ gold: figure(0.9, 0.7, 0.97, 20) }) }));
    const part = await region('At a glance');
    expect(part.getByText('Right on gold')).toBeDefined();
    expect(part.getByText('known answers, told in whole tens · 20 tests')).toBeDefined();
    closePage();
    open(ownState());
    await region('At a glance');
    expect(screen.queryByText('Right on gold')).toBeNull();
  });

  it('says that nothing is shown where the lead chose so', async () => {
    open(ownState({ sees: 'nothing', report: null }));
    expect(await screen.findByText('No figures are shown in this project')).toBeDefined();
  });
});

function annotating() {
  return {
    ...{ id: projectId, name: 'Harmless base', description: '', instructions: '', overlap: 2 },
    ...{ leaseMs: 1_800_000, amendWindowMs: 3_600_000, targetPerDay: null, annotatorSees: 'all' },
    ...{ flagPolicy: { hold: [] }, state: 'open', templateKey: null, rubricVersion: 1, guidelineVersion: 1 },
    ...{ roles: ['annotator'], itemsTotal: 9, itemsDone: 0, judgmentsTotal: 9, revision: 1 },
    createdAt: '2026-01-01T00:00:00Z',
  };
}

describe('the settings', () => {
  it('let a lead choose what annotators see of their own work', async () => {
    const { sent } = openAsLead('/projects/:id/settings');
    fireEvent.change(await screen.findByRole('combobox', { name: 'Annotators see' }), {
      target: { value: 'speed' },
    });
    await waitFor(() =>
      expect(sent.map(({ body }) => body)).toEqual([{ revision: 1, annotatorSees: 'speed' }]),
    );
  });
});

test('days stand without gaps, and versions fall among them', () => {
  const days = listDays(personReport().days);
  expect(days.map(({ day, figures }) => [day, figures !== undefined])).toEqual([
    ['2026-03-09', true],
    ['2026-03-10', false],
    ['2026-03-11', true],
  ]);
  const marks = [
    { kind: 'guideline' as const, version: 2, names: [], at: '2026-03-10T12:00:00Z' },
    { kind: 'rubric' as const, version: 1, names: [], at: '2026-01-01T00:00:00Z' },
  ];
  expect(placeChanges(days, marks)).toEqual([{ mark: marks[0], at: 1.5 }]);
  expect(listDays([])).toEqual([]);
});

test('every gap says what would close it, and odds and times have round words', () => {
  expect(sayGap(gap('too_few', 4, 20))).toBe('4 of 20 needed so far');
  expect([formatOdds(0), formatOdds(Math.log(12)), formatOdds(Math.log(0.05))]).toEqual([
    '×1.0',
    '×12',
    '×0.05',
  ]);
  expect(timeAxis(95_000).ticks.map(timeAxis(95_000).formatTick)).toEqual(['0 s', '50 s', '100 s']);
  expect(timeAxis(400_000, 2).formatTick(300_000)).toBe('5 min');
});
