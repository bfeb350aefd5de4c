import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BodyOf } from '#contract/route.ts';
import {
  addThreshold,
  answerThresholdFiring,
  applyThresholds,
  changeThreshold,
  removeThreshold,
  setPersonTier,
} from '#contract/thresholds.ts';
import type { PersonTier } from '#domain/thresholds/rule.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { errorText } from '#web/ui/error-state.tsx';
import { showToast } from '#web/ui/toast.tsx';
import { type StoredRule, thresholdsKey } from './thresholds-queries.ts';

type Saved = Pick<StoredRule, 'name' | 'rule' | 'isOn'> & { readonly known: StoredRule | null };

/** What a lead does with rules and with what they did; each act renews all that is shown of it. */
export function useThresholdActs(projectId: string) {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: thresholdsKey(projectId) });
  const onError = (error: Error) => showToast(errorText(error), { tone: 'bad' });
  const onSuccess = refresh;
  const save = useMutation({
    mutationFn: ({ known, ...body }: Saved) =>
      known === null
        ? api.call(addThreshold, { params: { projectId }, body })
        : api.call(changeThreshold, {
            params: { projectId, ruleId: known.ruleId },
            body: { ...body, version: known.version },
          }),
    ...{ onError, onSuccess },
  });
  const remove = useMutation({
    mutationFn: (ruleId: string) => api.call(removeThreshold, { params: { projectId, ruleId } }),
    ...{ onError, onSuccess },
  });
  const apply = useMutation({
    mutationFn: () => api.call(applyThresholds, { params: { projectId } }),
    onError,
    onSuccess: async ({ fired }) => {
      await refresh();
      showToast(
        say(
          '{fired, plural, =0 {Nobody is beyond a limit.} one {# rule acted.} other {# times a rule acted.}}',
          { fired },
        ),
      );
    },
  });
  const answer = useMutation({
    mutationFn: ({ firingId, ...body }: { firingId: string } & BodyOf<typeof answerThresholdFiring>) =>
      api.call(answerThresholdFiring, { params: { projectId, firingId }, body }),
    ...{ onError, onSuccess },
  });
  const setTier = useMutation({
    mutationFn: ({ personId, tier }: { personId: string; tier: PersonTier }) =>
      api.call(setPersonTier, { params: { projectId, personId }, body: { tier } }),
    ...{ onError, onSuccess },
  });
  return { save, remove, apply, answer, setTier };
}
