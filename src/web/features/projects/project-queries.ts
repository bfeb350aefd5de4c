import { queryOptions } from '@tanstack/react-query';
import { listInvitations, listMembers, listTemplates } from '#contract/projects.ts';
import { api } from '#web/session/api.ts';

export const templatesQuery = queryOptions({
  queryKey: ['templates'],
  queryFn: ({ signal }) => api.call(listTemplates, { signal }),
  select: ({ templates }) => templates,
  staleTime: Number.POSITIVE_INFINITY,
});

/** Shares its key with the people screen, so that both show the same. */
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
