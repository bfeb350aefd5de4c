import { useEffect, useState } from 'react';
import type { DeviceStore } from '#web/session/device/device-store.ts';
import { createObservable, type Observable } from '#web/session/observable.ts';
import { type KeptFiles, noFiles } from './kept-files.ts';

interface FilesPlace {
  readonly projectId: string;
  readonly personId: string;
  readonly device: DeviceStore;
}

async function follow(place: FilesPlace, files: (kept: KeptFiles) => void): Promise<() => void> {
  const { openFileKeeper } = await import('./open-file-keeper.ts');
  const keeper = await openFileKeeper(place.personId, place.device);
  if (keeper === null) return () => {};
  const stop = keeper.state.subscribe(() => files(keeper.state.get()));
  files(keeper.state.get());
  void keeper.attend(place.projectId);
  return () => {
    stop();
    void keeper.attend(null);
  };
}

/** Has the files of the tasks in hand kept on this device; begins with the first task, so that nothing comes before it. */
export function useFilesInHand(
  { projectId, personId, device }: FilesPlace,
  hasTask: boolean,
): Observable<KeptFiles> {
  const [files] = useState(() => createObservable(noFiles));
  // Synchronises with the device and the network.
  useEffect(() => {
    if (!hasTask) return;
    let isLeft = false;
    // Where this part cannot be fetched, files are shown from the server only.
    const following = follow({ projectId, personId, device }, (kept) => isLeft || files.set(kept)).catch(
      () => () => {},
    );
    return () => {
      isLeft = true;
      void following.then((stop) => stop());
    };
  }, [files, projectId, personId, device, hasTask]);
  return files;
}
