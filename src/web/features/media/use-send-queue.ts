import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { uploadMedia } from '#contract/media.ts';
import { api } from '#web/session/api.ts';
import { errorText } from '#web/ui/error-state.tsx';
import { mediaQuery } from './media-queries.ts';
import { SendQueue, type SentFile } from './send-queue.ts';

/** Sends files to a project's media and says how each of them stands. */
export function useSendQueue(projectId: string): { queue: SendQueue; files: readonly SentFile[] } {
  const queries = useQueryClient();
  const [queue] = useState(
    () =>
      new SendQueue({
        send: (file, signal) =>
          api.sendBytes(uploadMedia, {
            params: { projectId },
            query: { name: file.name.slice(0, 300) },
            bytes: file,
            signal,
          }),
        explain: errorText,
        onDone: () => void queries.invalidateQueries(mediaQuery(projectId)),
      }),
  );
  const files = useSyncExternalStore(queue.subscribe, queue.read);
  const isUnderWay = files.some(({ state }) => state === 'waiting' || state === 'sending');
  // Synchronises with the window: closing it would cut off what is being sent.
  useEffect(() => {
    if (!isUnderWay) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isUnderWay]);
  return { queue, files };
}
