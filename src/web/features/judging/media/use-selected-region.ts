import { useState } from 'react';

/** Which mark in a medium is open; another task opens none. */
export function useSelectedRegion(taskKey: string): [string | null, (id: string | null) => void] {
  const [kept, setKept] = useState<{ taskKey: string; id: string | null }>({ taskKey, id: null });
  const id = kept.taskKey === taskKey ? kept.id : null;
  return [id, (next) => setKept({ taskKey, id: next })];
}
