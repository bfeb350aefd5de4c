import { useEffect, useEffectEvent } from 'react';
import { followProgress } from '#contract/results.ts';
import { api } from './api.ts';

export type ProjectEventName = 'progress' | 'import' | 'export';

/** Calls back at each server-sent event of the project; the browser reconnects by itself. */
export function useProjectEvents(
  projectId: string,
  onEvent: (name: ProjectEventName, data: unknown) => void,
): void {
  const receive = useEffectEvent(onEvent);
  // Synchronises with the server's event stream.
  useEffect(() => {
    const source = new EventSource(api.urlOf(followProgress, { params: { projectId } }));
    for (const name of ['progress', 'import', 'export'] as const) {
      source.addEventListener(name, (event) => receive(name, JSON.parse(event.data)));
    }
    return () => source.close();
  }, [projectId]);
}
