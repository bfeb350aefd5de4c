import { useEffect, useState, useSyncExternalStore } from 'react';
import { v7 as newId } from 'uuid';
import type { Project } from '#contract/projects.ts';
import { api } from '#web/session/api.ts';
import type { DeviceStore } from '#web/session/device/device-store.ts';
import { openFolder } from '#web/session/device/kept-folder.ts';
import { takeTurns } from '#web/session/device/take-turns.ts';
import { isReachable } from '#web/session/reachability.ts';
import { FeedbackInbox } from './live/feedback-inbox.ts';
import { createJudgingApi } from './live/judging-api.ts';
import { JudgingSession } from './live/judging-session.ts';
import { browserTimers } from './live/timers.ts';
import { TypingWatch } from './live/typing-watch.ts';

const signsOfLife = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'scroll', 'touchmove'] as const;
const quietMs = 1_000;

/** Tells the session of input, of the page being seen, and of the network coming back. */
function listenToPage(session: JudgingSession): () => void {
  let last = 0;
  const onInput = (event: Event) => {
    if (event.timeStamp - last < quietMs) return;
    last = event.timeStamp;
    session.signal('input');
  };
  const onVisibility = () => session.signal(document.visibilityState === 'visible' ? 'visible' : 'hidden');
  const onLeave = () => session.signal('hidden');
  const onOnline = () => session.tryNow();
  for (const kind of signsOfLife) window.addEventListener(kind, onInput, { capture: true, passive: true });
  document.addEventListener('visibilitychange', onVisibility);
  window.addEventListener('pagehide', onLeave);
  window.addEventListener('online', onOnline);
  return () => {
    for (const kind of signsOfLife) window.removeEventListener(kind, onInput, { capture: true });
    document.removeEventListener('visibilitychange', onVisibility);
    window.removeEventListener('pagehide', onLeave);
    window.removeEventListener('online', onOnline);
  };
}

interface Place {
  readonly project: Pick<Project, 'id' | 'leaseMs'>;
  readonly device: DeviceStore;
  readonly personId: string;
}

function openSession(
  { project, device, personId }: Place,
  parts: { readonly feedback: FeedbackInbox; readonly typing: TypingWatch },
): JudgingSession {
  const { feedback, typing } = parts;
  return new JudgingSession({
    typing,
    api: createJudgingApi(api, project.id, feedback),
    store: openFolder(device, `judging/${project.id}/`),
    timers: browserTimers,
    alone: (run) => takeTurns(`plumbline/outbox/${personId}/${project.id}`, run),
    newId,
    leaseMs: project.leaseMs,
    isVisible: document.visibilityState === 'visible',
  });
}

/** The judging session of one person in one project, for as long as the screen is shown. */
export function useJudgingSession(place: Place) {
  const [feedback] = useState(() => new FeedbackInbox());
  const [typing] = useState(() => new TypingWatch(browserTimers.now));
  const [session] = useState(() => openSession(place, { feedback, typing }));
  // Synchronises the session's background work with the screen being shown.
  useEffect(() => {
    session.start();
    const stopListening = listenToPage(session);
    const stopWatching = typing.listen(document);
    const stopFollowing = isReachable.subscribe(() => isReachable.get() && session.tryNow());
    return () => {
      stopListening();
      stopWatching();
      stopFollowing();
      session.stop();
    };
  }, [session, typing]);
  const snapshot = useSyncExternalStore(session.snapshot.subscribe, session.snapshot.get);
  return { session, snapshot, feedback };
}
