import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { v4 as newId } from 'uuid';
import { RefusedError } from '#client/call-errors.ts';
import { adjudicateItem } from '#contract/adjudication.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { errorText } from '#web/ui/error-state.tsx';
import { showToast } from '#web/ui/toast.tsx';
import { type Adjudication, adjudicationQuery } from './adjudication-queries.ts';
import { isComplete, type Settlement } from './settlement.ts';

interface Settling {
  readonly projectId: string;
  readonly itemId: string;
  readonly current: Adjudication | null;
  readonly onDone: () => void;
}

/** Sends a final answer; one client id for each that is seen, so that sending again after a lost answer changes nothing. */
export function useSettleItem({ projectId, itemId, current, onDone }: Settling) {
  const client = useQueryClient();
  const [clientId, setClientId] = useState(() => newId());
  const mutation = useMutation({
    mutationFn: ({ answers, cause, outcomes, ...rest }: Settlement) =>
      api.call(adjudicateItem, {
        params: { projectId, itemId },
        body: {
          ...rest,
          clientId,
          seenId: current?.adjudicationId ?? null,
          answers: answers as never,
          cause: cause ?? 'slip',
          outcomes: [...outcomes],
        },
      }),
    onError: (error) => {
      showToast(errorText(error), { tone: 'bad' });
      // A lost answer is asked for again under the same id.
      if (error instanceof RefusedError) setClientId(newId());
      void client.invalidateQueries({ queryKey: adjudicationQuery(projectId, itemId).queryKey });
    },
    onSuccess: () => {
      showToast(say('Settled.'));
      onDone();
      void client.invalidateQueries({ queryKey: ['results', projectId] });
    },
  });
  return {
    isPending: mutation.isPending,
    send(settlement: Settlement): void {
      if (mutation.isPending) return;
      if (isComplete(settlement)) mutation.mutate(settlement);
      else showToast(say('A final answer or a cause is still missing, or the words for what follows.'));
    },
  };
}
