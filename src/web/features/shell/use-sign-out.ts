import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { UnreachableError } from '#client/call-errors.ts';
import { signOut } from '#contract/accounts.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { clearDevice, openDevice } from '#web/session/device/open-device.ts';
import { rememberPerson } from '#web/session/device/remembered-answer.ts';
import { countUnsent, type Unsent } from '#web/session/device/unsent.ts';
import { sessionQuery } from '#web/session/use-session.ts';
import { showToast } from '#web/ui/toast.tsx';

/** Signs out and removes what this device keeps; asks first where that would lose work. */
export function useSignOut(personId: string) {
  const [unsent, setUnsent] = useState<Unsent | null>(null);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const leave = useMutation({
    mutationFn: () => api.call(signOut),
    onSuccess: async () => {
      await navigate({ to: '/sign-in' });
      // Nothing that the last person saw or did may stay for the next one.
      rememberPerson(null);
      await clearDevice(personId);
      queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
      await queryClient.invalidateQueries(sessionQuery);
    },
    onError: (error) => {
      const isCut = error instanceof UnreachableError;
      showToast(isCut ? say('Signing out needs the network. Try again when it is back.') : error.message, {
        tone: 'bad',
      });
    },
  });
  const ask = async () => {
    const found = countUnsent(await openDevice(personId), null);
    if (found.waiting + found.refused + found.drafts === 0) leave.mutate();
    else setUnsent(found);
  };
  return {
    unsent,
    isLeaving: leave.isPending,
    ask,
    stay: () => setUnsent(null),
    leave: () => leave.mutate(),
  };
}
