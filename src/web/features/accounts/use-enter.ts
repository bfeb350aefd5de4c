import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Session, sessionQuery } from '#web/session/use-session.ts';

/** Runs an act that signs somebody in, and makes the page theirs. */
export function useEnter<Input>(act: (input: Input) => Promise<Session>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (session) => {
      // Whatever was loaded for somebody else must not be shown to this person.
      queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
      queryClient.setQueryData(sessionQuery.queryKey, session);
    },
  });
}
