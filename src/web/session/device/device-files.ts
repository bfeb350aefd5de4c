import { type DeviceDatabase, deleteDeviceDatabase, openDeviceDatabase } from './device-database.ts';

const nameOf = (personId: string) => `plumbline-files-${personId}`;

/**
 * Opens the files that this device keeps for a person. They lie apart from the other values, so that a device without
 * room for a film still has room for a judgment.
 */
export function openDeviceFiles(personId: string, onClosed: () => void): Promise<DeviceDatabase> {
  return openDeviceDatabase(nameOf(personId), onClosed);
}

/** Removes every file that this device keeps for a person; windows that show some lose them. */
export async function forgetDeviceFiles(personId: string): Promise<void> {
  await deleteDeviceDatabase(nameOf(personId)).catch(() => {});
}
