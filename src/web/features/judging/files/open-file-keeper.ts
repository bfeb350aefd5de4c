import { linkMedia, type MediaLink } from '#contract/media.ts';
import { api } from '#web/session/api.ts';
import { openDeviceFiles } from '#web/session/device/device-files.ts';
import type { DeviceStore } from '#web/session/device/device-store.ts';
import { takeTurns } from '#web/session/device/take-turns.ts';
import { isReachable } from '#web/session/reachability.ts';
import { FileKeeper } from './file-keeper.ts';
import { fileLimits } from './plan-files.ts';

const opened = new Map<string, Promise<FileKeeper | null>>();

async function fetchFile({ url, kind }: MediaLink, signal: AbortSignal): Promise<Blob> {
  // What documents are read with is large, and comes only with the first of them: without a network that is too late.
  if (kind === 'pdf') await (await import('#web/ui/media/load-pdf.ts')).preparePdfReader();
  const answer = await fetch(url, { signal });
  if (!answer.ok) throw new Error(`The file was not sent: ${answer.status}`);
  return answer.blob();
}

async function openAnew(personId: string, device: DeviceStore): Promise<FileKeeper | null> {
  let close = () => {};
  const database = await openDeviceFiles(personId, () => close()).catch(() => null);
  if (database === null) return null;
  const keeper = new FileKeeper({
    device,
    database,
    link: async (projectId, mediaIds) =>
      (await api.call(linkMedia, { params: { projectId }, body: { mediaIds: [...mediaIds] } })).links,
    fetchFile,
    alone: (run) => takeTurns(`plumbline/files/${personId}`, run),
    addresses: URL,
    limits: fileLimits,
  });
  const unfollow = isReachable.subscribe(() => isReachable.get() && void keeper.look());
  close = () => {
    opened.delete(personId);
    unfollow();
    keeper.close();
  };
  return keeper;
}

/** What keeps the files of a person's tasks; one for the whole page. Null where this browser keeps nothing. */
export function openFileKeeper(personId: string, device: DeviceStore): Promise<FileKeeper | null> {
  const known = opened.get(personId) ?? openAnew(personId, device);
  opened.set(personId, known);
  return known;
}
