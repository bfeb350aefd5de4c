import { queryOptions } from '@tanstack/react-query';
import { listPeople } from '#contract/accounts.ts';
import { listInvitations, listMembers } from '#contract/projects.ts';
import { api } from '#web/session/api.ts';

export function membersQuery(projectId: string) {
  return queryOptions({
    queryKey: ['members', projectId],
    queryFn: ({ signal }) => api.call(listMembers, { params: { projectId }, signal }),
  });
}

export function invitationsQuery(projectId: string) {
  return queryOptions({
    queryKey: ['invitations', projectId],
    queryFn: ({ signal }) => api.call(listInvitations, { params: { projectId }, signal }),
  });
}

/** Everybody in the deployment; only its owners may ask. */
export const everybodyQuery = queryOptions({
  queryKey: ['people'],
  queryFn: ({ signal }) => api.call(listPeople, { signal }),
});
