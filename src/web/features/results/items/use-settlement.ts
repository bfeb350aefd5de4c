import { useMutation, useQueryClient } from '@tanstack/react-query';
import { settleFlag } from '#contract/results.ts';
import { itemQuery, progressQuery } from '#web/features/results/results-queries.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { errorText } from '#web/ui/error-state.tsx';
import { showToast } from '#web/ui/toast.tsx';

interface Settlement {
  readonly flagId: string;
  readonly settled: boolean;
}

/** Settles flags of an item and opens them again; each act can be undone. */
export function useSettlement(projectId: string, itemId: string) {
  const client = useQueryClient();
  const refresh = async () => {
    await client.invalidateQueries({ queryKey: itemQuery(projectId, itemId).queryKey });
    for (const list of ['items', 'judgments'])
      void client.invalidateQueries({ queryKey: ['results', projectId, list] });
    void client.invalidateQueries({ queryKey: progressQuery(projectId).queryKey });
  };
  const onError = (error: Error) => showToast(errorText(error), { tone: 'bad' });
  const write = ({ flagId, settled }: Settlement) =>
    api.call(settleFlag, { params: { projectId, flagId }, body: { settled } });
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
