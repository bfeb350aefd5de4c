import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { closePage, jonasId, openAsLead, refusal } from '#web/open-as-lead.fixture.tsx';

afterEach(() => closePage());

const role = async (name: string) =>
  within(await screen.findByRole('group', { name: 'Roles of Jonas Weber' })).getByRole('button', { name });

describe('the people of a project', () => {
  it('gain a role at once', async () => {
    const { sent } = openAsLead('/projects/:id/people');
    fireEvent.click(await role('Reviewer'));
    await waitFor(async () => expect((await role('Reviewer')).getAttribute('aria-pressed')).toBe('true'));
    expect(sent[0]).toEqual({
      act: `PUT /projects/:id/members/${jonasId}`,
      body: { roles: ['annotator', 'reviewer'] },
    });
  });

  it('keep their roles where the server refuses, and it says why', async () => {
    const refuse = () => refusal('not_allowed', 'Only owners can do that.');
    openAsLead('/projects/:id/people', { [`PUT /projects/:id/members/${jonasId}`]: refuse });
    fireEvent.click(await role('Lead'));
    expect(await screen.findByText('Only owners can do that.')).toBeDefined();
    expect((await role('Lead')).getAttribute('aria-pressed')).toBe('false');
  });

  it('keep their last role, and only owners make owners', async () => {
    const { sent } = openAsLead('/projects/:id/people');
    fireEvent.click(await role('Annotator'));
    fireEvent.click(await role('Owner'));
    expect(sent).toEqual([]);
  });

  it('are invited by a link that is shown once', async () => {
    const invitation = { id: jonasId, roles: ['annotator'] };
    const { sent } = openAsLead('/projects/:id/people', {
      'POST /projects/:id/invitations': () => ({ invitation, token: 'secret', path: '/join/secret' }),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Invite by link' }));
    fireEvent.change(screen.getByLabelText('How many people'), { target: { value: '30' } });
    fireEvent.click(screen.getByRole('button', { name: 'Make the link' }));
    const link = await screen.findByRole('textbox', { name: 'Invitation link' });
    expect((link as HTMLInputElement).value).toMatch(/\/join\/secret$/);
    expect(sent[0]?.body).toEqual({ roles: ['annotator'], email: null, uses: 30, expiresInDays: 14 });
  });
});
