import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { progress as progressSchema } from '#contract/results.ts';
import { agreementQuery, progressQuery } from '#web/features/results/results-queries.ts';
import type { LiveState } from '#web/session/follow-events.ts';
import { projectQuery } from '#web/session/use-project.ts';
import { useProjectEvents } from '#web/session/use-project-events.ts';
import { createThrottle } from './throttle.ts';

/** Keeps the overview true while people judge. Agreement costs the server more, so it is asked less often. */
export function useLiveResults(projectId: string): LiveState {
  const client = useQueryClient();
  const { queryKey } = progressQuery(projectId);
  const refresh = useMemo(() => {
    const of = (key: readonly string[], everyMs: number) =>
      createThrottle(() => void client.invalidateQueries({ queryKey: key }), everyMs);
    return {
      progress: of(progressQuery(projectId).queryKey, 1_000),
      project: of(projectQuery(projectId).queryKey, 1_000),
      agreement: of(agreementQuery(projectId).queryKey, 10_000),
    };
  }, [client, projectId]);
  return useProjectEvents(projectId, (name, data) => {
    if (name === 'export') return;
    const told = progressSchema.safeParse(name === 'progress' ? data : undefined);
    const known = client.getQueryData(queryKey);
    if (told.success) client.setQueryData(queryKey, told.data);
    else refresh.progress();
    // The first event of a stream most often tells what is on the page already.
    if (told.success && told.data.judgmentsTotal === known?.judgmentsTotal) return;
    refresh.project();
    refresh.agreement();
  });
}
