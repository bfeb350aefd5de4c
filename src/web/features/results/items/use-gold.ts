import { useMutation, useQueryClient } from '@tanstack/react-query';
import { removeGold, setGold } from '#contract/results.ts';
import type { Answers } from '#domain/judging/answers.ts';
import type { ItemDetail } from '#web/features/results/item-detail.ts';
import { itemQuery } from '#web/features/results/results-queries.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { errorText } from '#web/ui/error-state.tsx';
import { showToast } from '#web/ui/toast.tsx';

/** Sets, replaces and removes the known answer of an item; each act can be undone. */
export function useGold(projectId: string, item: ItemDetail) {
  const client = useQueryClient();
  const { itemId } = item;
  const params = { projectId, itemId };
  const before = item.gold?.answers;
  const refresh = async () => {
    await client.invalidateQueries({ queryKey: itemQuery(projectId, itemId).queryKey });
    void client.invalidateQueries({ queryKey: ['results', projectId, 'items'] });
  };
  const onError = (error: Error) => showToast(errorText(error), { tone: 'bad' });
  const write = (answers: Answers | undefined): Promise<unknown> =>
    answers === undefined
      ? api.call(removeGold, { params })
      : api.call(setGold, { params, body: { answers } });
  const undo = useMutation({ mutationFn: write, onSuccess: refresh, onError });
  return useMutation({
    mutationFn: write,
    onError,
    onSuccess: async (_done, answers) => {
      await refresh();
      showToast(answers === undefined ? say('Gold answer removed.') : say('Gold answer set.'), {
        act: { label: say('Undo'), onSelect: () => undo.mutate(before) },
      });
    },
  });
}
