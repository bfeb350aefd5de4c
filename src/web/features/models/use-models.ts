import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ModelEndpoint } from '#contract/models.ts';
import * as contract from '#contract/models.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { errorText } from '#web/ui/error-state.tsx';
import { showToast } from '#web/ui/toast.tsx';
import type { ModelRequest } from './model-form.ts';
import { modelsQuery } from './models-queries.ts';

/** Adds a model, or changes the one given; the server tries it before it answers. */
export function useSaveModel(projectId: string, endpoint: ModelEndpoint | null) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ key, ...body }: ModelRequest) =>
      endpoint === null
        ? api.call(contract.addModelEndpoint, { params: { projectId }, body: { ...body, key: key ?? null } })
        : api.call(contract.changeModelEndpoint, {
            params: { projectId, endpointId: endpoint.endpointId },
            body: { ...body, ...(key !== undefined && { key }), revision: endpoint.revision },
          }),
    onSettled: () => queries.invalidateQueries(modelsQuery(projectId)),
  });
}

/** Tries a model again, switches it on or off, or removes it. */
export function useModelActs(projectId: string) {
  const queries = useQueryClient();
  const settings = {
    onError: (error: Error) => void showToast(errorText(error), { tone: 'bad' }),
    onSettled: () => queries.invalidateQueries(modelsQuery(projectId)),
  };
  const at = ({ endpointId }: ModelEndpoint) => ({ params: { projectId, endpointId } });
  const probe = useMutation({
    mutationFn: (endpoint: ModelEndpoint) => api.call(contract.probeModelEndpoint, at(endpoint)),
    ...settings,
  });
  const turn = useMutation({
    mutationFn: (endpoint: ModelEndpoint) =>
      api.call(contract.changeModelEndpoint, {
        ...at(endpoint),
        body: { revision: endpoint.revision, state: endpoint.state === 'on' ? 'off' : 'on' },
      }),
    ...settings,
  });
  const remove = useMutation({
    mutationFn: (endpoint: ModelEndpoint) => api.call(contract.removeModelEndpoint, at(endpoint)),
    onSuccess: (_empty, { name }) =>
      void showToast(say('{name} is removed and its key forgotten. What it answered is kept.', { name })),
    ...settings,
  });
  return { probe, turn, remove };
}
