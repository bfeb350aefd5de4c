import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { defaultReviewPlan, type ReviewPlan } from '#domain/review/review-plan.ts';
import { asReviewer, closePage, jonasId, openAsLead, projectId } from '#web/open-as-lead.fixture.tsx';

afterEach(() => closePage());

const share = (value: number, n: number) => ({
  ...{ value, low: value - 0.1, high: value + 0.1, n },
  ...{ reason: null, needed: null },
});
const gap = (reason: string, n = 0, needed: number | null = null) => ({
  ...{ value: null, low: null, high: null, n, reason, needed },
});
const rita = {
  personId: '0190d1c8-0000-7000-8000-000000000009',
  name: 'Rita Olsen',
  decisions: 40,
  accepted: share(0.7, 40),
  fixed: share(0.2, 40),
  returned: share(0.1, 40),
  overturned: share(0.25, 12),
  same: share(0.8, 6),
  kappa: gap('too_few', 6, 10),
  medianMs: 32_000,
  grades: [{ aspectKey: '', meanPlace: 1.4, first: share(0.6, 40) }],
};
const jonas = {
  personId: jonasId,
  name: 'Jonas Weber',
  accepted: share(0.65, 20),
  acceptedOfDrawn: gap('nothing_reviewed'),
  grades: [
    { aspectKey: '', meanPlace: 1.5, first: share(0.5, 20) },
    { aspectKey: 'aspect_1', meanPlace: 2.1, first: share(0.2, 20) },
  ],
};
const figures = {
  reviewers: [rita],
  authors: [jonas],
  criteria: [{ criterionKey: 'overall', label: 'Overall preference', fixed: share(0.15, 20) }],
};
const read = 'GET /projects/:id/review/figures';
const plan: ReviewPlan = {
  ...defaultReviewPlan,
  isOn: true,
  aspects: [{ key: 'aspect_1', label: 'Reasons' }],
};

function open(answer: unknown = figures, more: Partial<ReviewPlan> = {}, others: Answers = {}) {
  const state = { plan: { ...plan, ...more }, revision: 1, waiting: 3, applying: null };
  return openAsLead('/projects/:id/review', {
    'GET /projects/:id/review/plan': () => state,
    'PUT /projects/:id/review/plan': (body) => ({ ...state, ...body, revision: 2 }),
    [read]: () => answer,
    ...others,
  });
}
type Answers = Parameters<typeof openAsLead>[1];
const table = (name: string) => screen.findByRole('table', { name });

describe('the figures on reviews', () => {
  it('show each reviewer with intervals, and say why a figure is missing', async () => {
    open();
    const plot = within(await table('How reviewers decide'));
    expect(plot.getByText('70% (60%–80%)')).toBeDefined();
    expect(plot.getByText('25% (15%–35%)')).toBeDefined();
    expect(plot.getByText('6 of 10 needed so far')).toBeDefined();
    expect(plot.getByText(/40 judgments, typically 32.*average grade: Judgment 1.4/)).toBeDefined();
  });

  it('lead from an annotator to the page on how they work, with the average of each aspect', async () => {
    open();
    const plot = within(await table('How annotators’ work is accepted'));
    expect(plot.getByText(/average grade: Judgment 1.5, Reasons 2.1/)).toBeDefined();
    expect(plot.getByText('Nothing reviewed yet.')).toBeDefined();
    const link = plot.getByRole('link', { name: /^Accepted 65%/ });
    expect(link.getAttribute('href')).toBe(`/projects/${projectId}/quality/people/${jonasId}`);
  });

  it('show which criteria are corrected', async () => {
    open();
    const plot = within(await table('Corrected by criterion'));
    expect(plot.getByText('Overall preference')).toBeDefined();
    expect(plot.getByText('15% (5%–25%)')).toBeDefined();
  });

  it('show a reviewer their own and nothing on annotators', async () => {
    open({ ...figures, authors: null });
    expect(await screen.findByRole('heading', { name: 'Your own reviews' })).toBeDefined();
    expect(screen.queryByRole('table', { name: 'How annotators’ work is accepted' })).toBeNull();
  });

  it('say what will stand there while nothing is reviewed', async () => {
    open({ reviewers: [], authors: [], criteria: [] });
    expect(await screen.findByText(/^Nothing has been reviewed yet/)).toBeDefined();
  });
});

describe('aspects that are graded', () => {
  it('are added to the plan under keys of their own', async () => {
    const { sent } = open();
    fireEvent.click(await screen.findByRole('button', { name: 'Add an aspect' }));
    fireEvent.change(screen.getByRole('textbox', { name: 'Aspect 2' }), { target: { value: 'Tone' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save plan' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.body['plan']).toMatchObject({
      aspects: [
        { key: 'aspect_1', label: 'Reasons' },
        { key: 'aspect_2', label: 'Tone' },
      ],
    });
  });

  it('cannot be added while there are no grades', async () => {
    open(figures, { grades: [], aspects: [] });
    const button = await screen.findByRole('button', { name: 'Add an aspect' });
    expect(button).toHaveProperty('disabled', true);
  });
});

describe('the plan, for somebody who reviews by it', () => {
  it('stands there in words, without a field to fill in', async () => {
    const more = { newcomers: 20, criteria: [{ criterionKey: 'overall', share: 0.5 }], showsAuthor: true };
    open({ ...figures, authors: null }, more, asReviewer);
    expect(await screen.findByText('10% of all judgments, drawn by chance')).toBeDefined();
    expect(screen.getByText('The first 20 judgments of each person')).toBeDefined();
    expect(await screen.findByText(/^50% of the answers to “Overall/)).toBeDefined();
    expect(screen.getByText(/^Always: Differs from two others or more · Faster/)).toBeDefined();
    expect(screen.getByText('You see who the author is')).toBeDefined();
    expect(screen.getByText('Grades by digit: Correct · Minor error · Major error')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Save plan' })).toBeNull();
    expect(screen.queryByRole('spinbutton')).toBeNull();
  });

  it('says that nothing is looked at twice or graded where that is so', async () => {
    open(figures, { secondShare: 0, grades: [], aspects: [] }, asReviewer);
    expect(await screen.findByText('Nothing is looked at twice')).toBeDefined();
    expect(screen.getByText('Nothing is graded')).toBeDefined();
  });
});
