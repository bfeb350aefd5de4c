import { use, useSyncExternalStore } from 'react';
import type { DeviceState, DeviceStore } from './device-store.ts';
import { openDevice } from './open-device.ts';

/** What this device keeps for a person; waits until it is open. */
export function useDevice(personId: string): DeviceStore {
  return use(openDevice(personId));
}

export function useDeviceState(device: DeviceStore): DeviceState {
  return useSyncExternalStore(device.state.subscribe, device.state.get);
}
