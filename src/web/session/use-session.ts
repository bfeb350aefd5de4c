import { queryOptions, useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  type Person,
  type Preferences,
  type session as sessionSchema,
  updateMe,
} from '#contract/accounts.ts';
import { type Action, can } from '#domain/access/can.ts';
import type { ProjectRole } from '#domain/access/roles.ts';
import { api } from './api.ts';
import { readSessionHere } from './read-session.ts';

export type Session = z.infer<typeof sessionSchema>;

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => readSessionHere(signal),
  staleTime: 60_000,
});

/** Who is signed in, or undefined until that is known. */
export function useSessionQuery() {
  return useQuery(sessionQuery);
}

/** The session on pages that are only shown to somebody signed in. */
export function useSession(): Session & { readonly person: Person } {
  const { data } = useSuspenseQuery(sessionQuery);
  if (data.person === null) throw new Error('This page needs somebody signed in');
  return { ...data, person: data.person };
}

/** Whether the person signed in may do something; with roles, in the project where they hold them. */
export function useCan(): (action: Action, roles?: readonly ProjectRole[]) => boolean {
  const { person } = useSession();
  const actor = { personId: person.id, deploymentRole: person.deploymentRole, scopes: null };
  return (action, roles) =>
    can(actor, action, roles === undefined ? { kind: 'deployment' } : { kind: 'project', roles });
}

/** Changes preferences at once on the page and then on the server; a failure puts the old ones back. */
export function useChangePreferences() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (preferences: Preferences) => api.call(updateMe, { body: { preferences } }),
    onMutate: (preferences) => {
      const before = queryClient.getQueryData(sessionQuery.queryKey);
      if (before) queryClient.setQueryData(sessionQuery.queryKey, { ...before, preferences });
      return { before };
    },
    onError: (_error, _preferences, context) => {
      if (context?.before) queryClient.setQueryData(sessionQuery.queryKey, context.before);
    },
    onSuccess: (session) => queryClient.setQueryData(sessionQuery.queryKey, session),
  });
}
