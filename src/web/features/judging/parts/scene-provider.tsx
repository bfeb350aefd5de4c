import { type ReactNode, useLayoutEffect, useMemo, useRef } from 'react';
import { createObservable } from '#web/session/observable.ts';
import { type Scene, SceneContext } from './scene.ts';

interface SceneProviderProps {
  /** Null around texts that are laid out ahead. */
  readonly scene: Scene | null;
  readonly children: ReactNode;
}

/** Lets those below know the scene by `useScene`, and each change of it. */
export function SceneProvider({ scene, children }: SceneProviderProps) {
  const first = useRef(scene);
  first.current = scene;
  const isShown = scene !== null;
  const told = useMemo(
    () => (isShown && first.current !== null ? createObservable(first.current) : null),
    [isShown],
  );
  // Synchronises those who watch the scene with it, before anything is painted.
  useLayoutEffect(() => {
    if (scene !== null) told?.set(scene);
  }, [told, scene]);
  return <SceneContext value={told}>{children}</SceneContext>;
}
