import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Observable } from '#web/session/observable.ts';

/** A file of a task in hand, as far as this device knows it. */
export interface KeptFile {
  /** A blob: address of this page; null where the file is not kept: too large, or no room. */
  readonly url: string | null;
  readonly durationMs: number | null;
}

/** By project and file, see {@link nameOfFile}. */
export type KeptFiles = ReadonlyMap<string, KeptFile>;

export function nameOfFile(projectId: string, mediaId: string): string {
  return `${projectId}/${mediaId}`;
}

export const noFiles: KeptFiles = new Map();
const nothing: Observable<KeptFiles> = { get: () => noFiles, subscribe: () => () => {} };

/** Around the task of a judging screen; anywhere else nothing is kept. */
export const KeptFilesContext = createContext(nothing);

export function useKeptFiles(): KeptFiles {
  const files = useContext(KeptFilesContext);
  return useSyncExternalStore(files.subscribe, files.get);
}
