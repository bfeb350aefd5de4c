import { useCallback, useSyncExternalStore } from 'react';
import type { DeviceStore } from './device-store.ts';

/** What this device holds and the server does not have. */
export interface Unsent {
  /** Judgments and skips on their way. */
  readonly waiting: number;
  /** Flags on their way. */
  readonly flags: number;
  /** Those that the server did not take and about which the person has not decided. */
  readonly refused: number;
  /** Tasks with answers that are newer than the server's draft. */
  readonly drafts: number;
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;

/** Counts what is unsent, in one project or in all. */
export function countUnsent(device: Pick<DeviceStore, 'list' | 'read'>, projectId: string | null): Unsent {
  const names = device.list(projectId === null ? 'judging/' : `judging/${projectId}/`);
  const at = (folder: string) =>
    names.filter((name) => name.includes(`/${folder}/`)).map((name) => device.read(name));
  const outbox = at('outbox');
  const onTheirWay = outbox.filter((entry) => (fieldOf(entry, 'refusal') ?? null) === null);
  const flags = onTheirWay.filter((entry) => fieldOf(fieldOf(entry, 'deed'), 'kind') === 'flag').length;
  const drafts = at('draft').filter((draft) => fieldOf(draft, 'isSaved') !== true).length;
  const refused = outbox.length - onTheirWay.length;
  return { waiting: onTheirWay.length - flags, flags, refused, drafts };
}

/** Follows what is unsent in a project, as it changes in any window. */
export function useUnsent(device: DeviceStore, projectId: string): Unsent {
  const subscribe = useCallback((listener: () => void) => device.subscribe(listener), [device]);
  // As text, so that equal counts are one value.
  const text = useSyncExternalStore(subscribe, () => JSON.stringify(countUnsent(device, projectId)));
  return JSON.parse(text) as Unsent;
}
