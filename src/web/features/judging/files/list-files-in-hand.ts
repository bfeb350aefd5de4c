import { listAttachments } from '#domain/items/list-attachments.ts';
import { HandCopy } from '#web/features/judging/live/hand-copy.ts';
import { type KeptFolder, openFolder } from '#web/session/device/kept-folder.ts';
import { nameOfFile } from './kept-files.ts';

const ofHand = /^judging\/([^/]+)\/(hand$|task\/)/;

/** Whether a change on the device may change which tasks are in hand. */
export function concernsHand(names: readonly string[]): boolean {
  return names.some((name) => ofHand.test(name));
}

/** The files of the tasks that this device keeps, those of one project before all others. */
export function listFilesInHand(device: KeptFolder, first: string | null): string[] {
  const projects = new Set(device.list('judging/').flatMap((name) => ofHand.exec(name)?.[1] ?? []));
  const inOrder = [...projects].sort((one, other) => Number(other === first) - Number(one === first));
  return inOrder.flatMap((projectId) => {
    const hand = new HandCopy(openFolder(device, `judging/${projectId}/`)).read();
    return (hand?.assignments ?? []).flatMap((task) =>
      listAttachments(task).map(({ mediaId }) => nameOfFile(projectId, mediaId)),
    );
  });
}
