import { describe, expect, it } from 'vitest';
import {
  checkSettings,
  describeOverlapChange,
  rebaseSettings,
  type SettingsForm,
  settingsRequest,
} from './settings-changes.ts';

const start: SettingsForm = {
  name: 'Harmless',
  description: '',
  instructions: '',
  overlap: 2,
  leaseMinutes: 30,
  amendMinutes: 60,
  targetPerDay: 0,
};

describe('checked settings', () => {
  it.each([
    ['0 a day', 0, undefined],
    ['80 a day', 80, undefined],
    ['more than anybody can judge', 10_001, 'Between 0 and 10,000.'],
  ])('say of %s: %s', (_, targetPerDay, problem) => {
    expect(checkSettings({ ...start, targetPerDay }).targetPerDay).toBe(problem);
  });

  it('ask for no number where it is taken back', () => {
    const asked = { ...start, targetPerDay: 80 };
    expect(settingsRequest(asked, start)).toEqual({ targetPerDay: null });
  });
});

describe('changed settings', () => {
  it.each([
    ['nothing', {}, {}],
    ['a name without the spaces around it', { name: ' Harmless base ' }, { name: 'Harmless base' }],
    [
      'minutes as milliseconds',
      { leaseMinutes: 10, amendMinutes: 0 },
      { leaseMs: 600_000, amendWindowMs: 0 },
    ],
    ['a number to reach each day', { targetPerDay: 80 }, { targetPerDay: 80 }],
  ])('send %s', (_, change, request) => {
    expect(settingsRequest(start, { ...start, ...change })).toEqual(request);
  });

  it('stay when somebody else changed another field meanwhile', () => {
    const mine = { ...start, overlap: 3 };
    const theirs = { ...start, name: 'Renamed' };
    expect(rebaseSettings(start, mine, theirs)).toEqual({ ...start, overlap: 3, name: 'Renamed' });
  });

  it.each([
    [2, 3, 'come back'],
    [3, 2, 'count as done'],
  ])('from %d to %d judgments say what becomes of items', (from, to, words) => {
    expect(describeOverlapChange(from, to)).toContain(words);
  });
});
