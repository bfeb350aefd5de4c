import { openDeviceChannel } from './device-channel.ts';
import { deleteDeviceDatabase, openDeviceDatabase } from './device-database.ts';
import { forgetDeviceFiles } from './device-files.ts';
import { DeviceStore } from './device-store.ts';
import { forgetEarlierStorage, takeOverEarlierStorage } from './earlier-storage.ts';

const nameOf = (personId: string) => `plumbline-${personId}`;
const opened = new Map<string, Promise<DeviceStore>>();

async function openAnew(personId: string): Promise<DeviceStore> {
  let lose = () => {};
  const database = await openDeviceDatabase(nameOf(personId), () => lose()).catch(() => null);
  const values = await database?.readAll('').catch(() => undefined);
  // A database that cannot be read cannot be trusted to keep anything.
  const store = new DeviceStore(values === undefined ? null : database, values);
  lose = () => store.loseDatabase();
  store.connect((onMessage) => openDeviceChannel(nameOf(personId), onMessage));
  await takeOverEarlierStorage(store, personId);
  return store;
}

/** What this device keeps for a person; opened once for the whole page. Never fails: see the store's state. */
export function openDevice(personId: string): Promise<DeviceStore> {
  const known = opened.get(personId) ?? openAnew(personId);
  opened.set(personId, known);
  return known;
}

/** Removes everything that this device keeps for a person. */
export async function clearDevice(personId: string): Promise<void> {
  const store = await opened.get(personId);
  opened.delete(personId);
  store?.close();
  forgetEarlierStorage(personId);
  // A window that does not let go closes its database by itself when it hears of this.
  await Promise.all([deleteDeviceDatabase(nameOf(personId)).catch(() => {}), forgetDeviceFiles(personId)]);
}
