import { useEffect, useState } from 'react';
import type { ViewTask } from '#web/features/judging/parts/scene.ts';
import { fetchParts, type PartName, readPart } from './fetched-parts.ts';
import { partsNeeded } from './parts-needed.ts';

export interface PartsState {
  readonly isReady: boolean;
  /** A part could not be fetched. */
  readonly hasFailed: boolean;
  readonly tryAgain: () => void;
}

/** Fetches what the task on screen and those after it need. */
export function useFetchedParts(task: ViewTask, upcoming: readonly ViewTask[]): PartsState {
  const [attempt, setAttempt] = useState(0);
  const [failedAt, setFailedAt] = useState<number | null>(null);
  const [, setArrivals] = useState(0);
  const isReady = partsNeeded(task).every((name) => readPart(name) !== undefined);
  const wanted = [...new Set([task, ...upcoming].flatMap(partsNeeded))];
  const missing = wanted
    .filter((name) => readPart(name) === undefined)
    .sort()
    .join(' ');
  // Synchronises with the network: what is asked for comes once, whoever asks.
  useEffect(() => {
    if (missing === '') return;
    let isCurrent = true;
    fetchParts(missing.split(' ') as PartName[]).then(
      () => isCurrent && setArrivals((count) => count + 1),
      () => isCurrent && setFailedAt(attempt),
    );
    return () => {
      isCurrent = false;
    };
  }, [missing, attempt]);
  return {
    isReady,
    hasFailed: failedAt === attempt && !isReady,
    tryAgain: () => setAttempt(attempt + 1),
  };
}
