import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { agreementQuery, progressQuery } from '#web/features/results/results-queries.ts';
import type { LiveState } from '#web/session/follow-events.ts';
import { projectQuery } from '#web/session/use-project.ts';
import { useProjectEvents } from '#web/session/use-project-events.ts';
import { createThrottle } from './throttle.ts';

/** Keeps the overview true while people judge. Agreement costs the server more, so it is asked less often. */
export function useLiveResults(projectId: string): LiveState {
  const client = useQueryClient();
  const refresh = useMemo(() => {
    const progress = createThrottle(() => {
      void client.invalidateQueries({ queryKey: progressQuery(projectId).queryKey });
      void client.invalidateQueries({ queryKey: projectQuery(projectId).queryKey });
    }, 1_000);
    const agreement = createThrottle(
      () => void client.invalidateQueries({ queryKey: agreementQuery(projectId).queryKey }),
      10_000,
    );
    return () => {
      progress();
      agreement();
    };
  }, [client, projectId]);
  return useProjectEvents(projectId, (name) => {
    if (name !== 'export') refresh();
  });
}
