import { describe, expect, it } from 'vitest';
import {
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
};

describe('changed settings', () => {
  it.each([
    ['nothing', {}, {}],
    ['a name without the spaces around it', { name: ' Harmless base ' }, { name: 'Harmless base' }],
    [
      'minutes as milliseconds',
      { leaseMinutes: 10, amendMinutes: 0 },
      { leaseMs: 600_000, amendWindowMs: 0 },
    ],
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
