import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { makeUnanimousGold, saveGoldItem, setGoldSettings, setGoldState } from '#contract/gold.ts';
import type { goldSettings } from '#contract/gold-records.ts';
import type { BodyOf } from '#contract/route.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { errorText } from '#web/ui/error-state.tsx';
import { showToast } from '#web/ui/toast.tsx';
import { goldKey } from './gold-queries.ts';

type StateChange = Pick<BodyOf<typeof setGoldState>, 'itemIds' | 'state'> & { isWrong?: boolean };

/** What a lead does with gold; each act renews all that is shown of it. */
export function useGoldActs(projectId: string) {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: goldKey(projectId) });
  const onError = (error: Error) => showToast(errorText(error), { tone: 'bad' });
  const params = { projectId };
  const setState = useMutation({
    mutationFn: (body: StateChange) => api.call(setGoldState, { params, body }),
    onError,
    onSuccess: async ({ changed, unusable }) => {
      await refresh();
      showToast(
        unusable.length > 0
          ? say(
              '{changed, number} changed. {unusable, plural, one {# does} other {# do}} not fit the rubric of today: give the answers anew first.',
              { changed, unusable: unusable.length },
            )
          : say('{changed, plural, one {# gold changed} other {# gold items changed}}.', { changed }),
      );
    },
  });
  const setSettings = useMutation({
    mutationFn: (body: z.infer<typeof goldSettings>) => api.call(setGoldSettings, { params, body }),
    onError,
    onSuccess: async () => {
      await refresh();
      showToast(say('Saved.'));
    },
  });
  const save = useMutation({
    mutationFn: ({ itemId, ...body }: { itemId: string } & Omit<BodyOf<typeof saveGoldItem>, 'source'>) =>
      api.call(saveGoldItem, { params: { projectId, itemId }, body }),
    onSuccess: async () => {
      await refresh();
      showToast(say('Saved.'));
    },
  });
  const makeUnanimous = useMutation({
    mutationFn: (itemIds: string[]) => api.call(makeUnanimousGold, { params, body: { itemIds } }),
    onError,
    onSuccess: async ({ made, leftOut }) => {
      await refresh();
      showToast(
        say(
          '{made, plural, one {# draft made} other {# drafts made}}{leftOut, plural, =0 {} other {; # no longer unanimous}}.',
          { made, leftOut },
        ),
      );
    },
  });
  return { setState, setSettings, save, makeUnanimous };
}
