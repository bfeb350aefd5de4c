import { useMutation, useQueryClient } from '@tanstack/react-query';
import { settleFlag } from '#contract/results.ts';
import type { FlagOutcome } from '#domain/queue/flag.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { errorText } from '#web/ui/error-state.tsx';
import { showToast } from '#web/ui/toast.tsx';

export interface Settlement {
  readonly flagId: string;
  readonly settled: boolean;
  readonly outcome?: FlagOutcome | null;
  readonly note?: string;
}

/** Settles flags and opens them again; each act can be undone. */
export function useSettle(projectId: string) {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ['results', projectId] });
  const onError = (error: Error) => showToast(errorText(error), { tone: 'bad' });
  const write = ({ flagId, ...body }: Settlement) =>
    api.call(settleFlag, { params: { projectId, flagId }, body });
  const undo = useMutation({ mutationFn: write, onSuccess: refresh, onError });
  return useMutation({
    mutationFn: write,
    onError,
    onSuccess: async (_done, { flagId, settled }) => {
      await refresh();
      showToast(settled ? say('Flag settled.') : say('Flag opened again.'), {
        act: { label: say('Undo'), onSelect: () => undo.mutate({ flagId, settled: !settled }) },
      });
    },
  });
}
