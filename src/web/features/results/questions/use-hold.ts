import { useMutation, useQueryClient } from '@tanstack/react-query';
import { setItemHold } from '#contract/questions.ts';
import type { ItemHold } from '#domain/queue/flag.ts';
import { message, say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { errorText } from '#web/ui/error-state.tsx';
import { showToast } from '#web/ui/toast.tsx';

interface HoldChange {
  readonly itemId: string;
  readonly from: ItemHold;
  readonly to: ItemHold;
}

const doneWords = {
  none: message('The item is back in the queue.'),
  held: message('The item is held: nobody new gets it.'),
  dropped: message('The item is dropped: nobody gets it, and it is in no export.'),
} as const;

/** Puts items back into the queue, holds and drops them; each act can be undone. */
export function useHold(projectId: string) {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ['results', projectId] });
  const onError = (error: Error) => showToast(errorText(error), { tone: 'bad' });
  const write = ({ itemId, to }: HoldChange) =>
    api.call(setItemHold, { params: { projectId, itemId }, body: { hold: to } });
  const undo = useMutation({ mutationFn: write, onSuccess: refresh, onError });
  return useMutation({
    mutationFn: write,
    onError,
    onSuccess: async (_done, { itemId, from, to }) => {
      await refresh();
      showToast(say(doneWords[to]), {
        act: { label: say('Undo'), onSelect: () => undo.mutate({ itemId, from: to, to: from }) },
      });
    },
  });
}
