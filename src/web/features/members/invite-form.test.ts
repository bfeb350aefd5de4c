import { describe, expect, it } from 'vitest';
import { createInvitation } from '#contract/projects.ts';
import { changeInvite, checkInvite, inviteRequest, usualInvite } from './invite-form.ts';

describe('an invitation', () => {
  it('is sent as the contract takes it', () => {
    expect(createInvitation.body.parse(inviteRequest(usualInvite))).toEqual({
      roles: ['annotator'],
      email: null,
      uses: 1,
      expiresInDays: 14,
    });
  });

  it('for one address is for one person', () => {
    const many = changeInvite(usualInvite, { uses: 30 });
    expect(many.uses).toBe(30);
    expect(changeInvite(many, { email: 'mara@example.org' }).uses).toBe(1);
  });

  it.each([
    ['as it stands', {}, []],
    ['without a role', { roles: [] }, ['roles']],
    ['for nobody', { uses: 0 }, ['uses']],
    ['for half a year', { days: 180 }, ['days']],
  ])('%s is checked', (_, part, fields) => {
    expect(Object.keys(checkInvite({ ...usualInvite, ...part }))).toEqual(fields);
  });
});
