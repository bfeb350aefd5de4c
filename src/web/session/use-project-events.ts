import { useEffect, useEffectEvent, useState } from 'react';
import { followProgress } from '#contract/results.ts';
import { api } from './api.ts';
import { followEvents, type LiveState } from './follow-events.ts';

const names = ['progress', 'import', 'export'] as const;
export type ProjectEventName = (typeof names)[number];

/**
 * Calls back at each server-sent event of the project, with undefined where the page should read anew, and says
 * whether the page is following.
 */
export function useProjectEvents(
  projectId: string,
  onEvent: (name: ProjectEventName, data: unknown) => void,
): LiveState {
  const [state, setState] = useState<LiveState>('connecting');
  const receive = useEffectEvent(onEvent);
  // Synchronises with the server's event stream.
  useEffect(() => {
    // Where a browser or a test has no such streams, the page works on without.
    if (typeof EventSource === 'undefined') return;
    const url = api.urlOf(followProgress, { params: { projectId } });
    return followEvents({
      open: () => new EventSource(url),
      names,
      onEvent: receive,
      onState: setState,
    });
  }, [projectId]);
  return state;
}
