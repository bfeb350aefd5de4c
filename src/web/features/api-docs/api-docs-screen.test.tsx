import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { closePage, openAsLead } from '#web/open-as-lead.fixture.tsx';

afterEach(() => closePage());

describe('the page of the API', () => {
  it('opens at the operation that the address names', async () => {
    openAsLead('/api/docs#publishRubric');
    expect(await screen.findByRole('heading', { name: 'Publish a new rubric version' })).toBeDefined();
    expect(screen.getByText('/api/v1/projects/{projectId}/rubrics')).toBeDefined();
  });

  it('works for somebody who is not signed in', async () => {
    openAsLead('/api/docs', {
      'GET /session': () => ({
        person: null,
        preferences: {},
        setupRequired: false,
        demo: false,
        version: '1',
      }),
    });
    expect(await screen.findByRole('heading', { name: 'Plumbline API' })).toBeDefined();
  });

  it('finds operations by their words', async () => {
    openAsLead('/api/docs');
    fireEvent.change(await screen.findByLabelText('Search the API'), { target: { value: 'revoke link' } });
    const found = within(screen.getByRole('navigation', { name: 'Operations' })).getAllByRole('link');
    expect(found.map((link) => link.textContent)).toEqual(['DELETERevoke an invitation link']);
  });
});
