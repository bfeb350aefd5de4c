import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { findSimilarPrompts } from '#contract/judging.ts';
import type { Scene } from '#web/features/judging/parts/scene.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import styles from './writing-pane.module.css';

const quietMs = 600;
const fewestCharacters = 20;

/** The text once nobody has typed for a while. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  // Synchronises with the clock: the server is asked only when the typing pauses.
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), quietMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** Warns of prompts in the project that say nearly the same; silent where there are none, or while offline. */
export function SimilarPrompts({ text, scene }: { readonly text: string; readonly scene: Scene }) {
  const { projectId } = scene;
  const settled = useSettled(text.trim());
  const { data } = useQuery({
    queryKey: ['similar-prompts', projectId, scene.task.assignmentId, settled],
    queryFn: ({ signal }) =>
      api.call(findSimilarPrompts, {
        params: { projectId: projectId ?? '', assignmentId: scene.task.assignmentId },
        body: { text: settled },
        signal,
      }),
    enabled: projectId !== undefined && settled.length >= fewestCharacters,
    retry: false,
    staleTime: 60_000,
  });
  const similar = data?.similar ?? [];
  if (similar.length === 0) return null;
  return (
    <section className={styles.similar} aria-live="polite">
      <h3>{say('Close to what the project has already')}</h3>
      <ul>
        {similar.map(({ text: prompt, share }) => (
          <li key={prompt}>
            <q dir="auto">{prompt}</q>
            <span>{say('{share, number, percent} alike', { share })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
