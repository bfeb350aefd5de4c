import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { closePage, jonasId, openAsLead, projectId } from '#web/open-as-lead.fixture.tsx';
import { firstRule } from './change-rule.ts';
import type { Firing, OwnStanding, StoredRule, Verdict } from './thresholds-queries.ts';

afterEach(() => closePage());

const ruleId = '0190d1c8-0000-7000-8000-0000000000d1';
const firingId = '0190d1c8-0000-7000-8000-0000000000e1';
const at = '2026-03-02T09:00:00Z';
const evidence = {
  ...{ value: 0.42, low: 0.31, high: 0.54, n: 50, from: at, to: at },
  ...{ compared: 0.54, since: at, isSinceChange: false },
};
const rule = { ...firstRule, act: { kind: 'exclude', since: 'window' } } as const;
const stored: StoredRule = { ruleId, name: 'Far off', version: 3, isOn: false, rule, changedAt: at };
const firing: Firing = {
  ...{ firingId, ruleId, ruleName: 'Far off', rule, personId: jonasId, personName: 'Jonas' },
  ...{ act: 'exclude', evidence, excluded: 61, tier: null, firedAt: at, state: 'disputed', isInForce: true },
  steps: [
    { kind: 'disputed', name: 'Jonas', words: 'Section 2 says so.', restored: 0, beyond: 0, tier: null, at },
  ],
};
const verdict = (fires: boolean): Verdict => ({
  ...{ fires, reason: fires ? null : 'too_few', evidence: fires ? evidence : null },
  ...{ n: fires ? null : 4, needed: fires ? null : 30, gap: null },
});

function open() {
  return openAsLead('/projects/:id/thresholds', {
    'GET /projects/:id/thresholds': () => ({
      rules: [stored],
      computedAt: at,
      people: [{ personId: jonasId, name: 'Jonas', tier: 'regular' }],
    }),
    'GET /projects/:id/threshold-firings': () => ({ firings: [firing] }),
    'POST /projects/:id/threshold-preview': () => ({
      people: [
        { personId: jonasId, name: 'Jonas', verdict: verdict(true) },
        { personId: ruleId, name: 'Kim', verdict: verdict(false) },
      ],
    }),
    'POST /projects/:id/thresholds': (body) => ({ ...stored, ...body }),
    [`PUT /projects/:id/thresholds/${ruleId}`]: (body) => ({ ...stored, ...body }),
    [`POST /projects/:id/threshold-firings/${firingId}/answer`]: () => ({ ...firing, state: 'reversed' }),
  });
}

const acts = (sent: ReturnType<typeof open>['sent']) =>
  sent.filter(({ act }) => !act.endsWith('threshold-preview'));

describe('the page of thresholds', () => {
  it('says each rule as a sentence and switches it on', async () => {
    const { sent } = open();
    const list = await screen.findByText(/upper end of the interval.*below 60%.*last 50 judgments/);
    expect(list.textContent).toContain('exclude their data since the first of these judgments');
    fireEvent.click(screen.getByRole('switch', { name: 'Far off is on' }));
    await waitFor(() => expect(acts(sent)).toHaveLength(1));
    expect(acts(sent)[0]).toMatchObject({ body: { isOn: true, version: 3, name: 'Far off' } });
  });

  it('puts a new rule together in a sentence and shows on whom it would act', async () => {
    const { sent } = open();
    fireEvent.click(await screen.findByRole('button', { name: 'New rule' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText('Today this would act on 1 of 2 people.')).toBeTruthy();
    expect(dialog.getByText('4 of 30 judgments')).toBeTruthy();
    fireEvent.change(dialog.getByLabelText('Name'), { target: { value: 'Good work' } });
    fireEvent.change(dialog.getByLabelText('What happens'), { target: { value: 'raise_tier' } });
    fireEvent.change(dialog.getByLabelText('Limit in percent'), { target: { value: '85' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Save switched off' }));
    await waitFor(() => expect(acts(sent)).toHaveLength(1));
    expect(acts(sent)[0]).toMatchObject({
      act: 'POST /projects/:id/thresholds',
      body: {
        name: 'Good work',
        isOn: false,
        rule: { side: 'above', bound: 'lower', limit: 0.85, act: { kind: 'raise_tier' } },
      },
    });
  });

  it('shows what was done, on what evidence and what was said, and reverses it with a reason', async () => {
    const { sent } = open();
    expect(await screen.findByText(/61 judgments of Jonas do not count/)).toBeTruthy();
    expect(screen.getByText(/42% \(95% interval 31% to 54%\) over 50 judgments/)).toBeTruthy();
    expect(screen.getByText('Section 2 says so.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /^Reverse: 61/ }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(dialog.getByRole('button', { name: 'Reverse' }));
    expect(dialog.getByText('Say why: the other side reads it.')).toBeTruthy();
    fireEvent.change(dialog.getByLabelText('Your reason, which the person reads'), {
      target: { value: 'You are right.' },
    });
    fireEvent.click(dialog.getByRole('button', { name: 'Reverse' }));
    await waitFor(() => expect(acts(sent)).toHaveLength(1));
    expect(acts(sent)[0]?.body).toEqual({ step: 'reversed', words: 'You are right.' });
  });
});

describe('an annotator', () => {
  const { personId: _id, personName: _name, ...own } = { ...firing, state: 'in_force' as const, steps: [] };
  const standing: OwnStanding = {
    ...{ tier: 'regular', blockedBy: null, calibration: null },
    firings: [
      { ...own, evidence: { ...evidence, from: '2026-03-02', to: '2026-03-04', since: '2026-03-02' } },
    ],
  };
  const answers = {
    'GET /projects/:id/me/standing': () => standing,
    'GET /projects/:id/me/quality': () => ({
      ...{ sees: 'nothing', computedAt: null, isComputing: false, isDue: false, report: null, marks: [] },
    }),
    [`POST /projects/:id/me/standing/${firingId}/dispute`]: () => own,
  };

  it('reads on the own page what holds, and disputes it', async () => {
    const { sent } = openAsLead('/projects/:id/my-work', {
      ...answers,
      'GET /projects': () => ({
        projects: [{ id: projectId, name: 'P', roles: ['annotator'], state: 'open' }],
      }),
      'GET /projects/:id': () => ({ id: projectId, name: 'P', roles: ['annotator'], state: 'open' }),
    });
    expect(
      await screen.findByText(/61 judgments of yours since .* do not count.*Nothing was deleted/),
    ).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Dispute' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.change(dialog.getByLabelText('Why it is wrong'), {
      target: { value: 'I followed section 2.' },
    });
    fireEvent.click(dialog.getByRole('button', { name: 'Send' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.body).toEqual({ words: 'I followed section 2.' });
  });
});
