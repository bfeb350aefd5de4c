import { use, useCallback, useSyncExternalStore } from 'react';
import type { DeviceState, DeviceStore } from './device-store.ts';
import { openDevice } from './open-device.ts';

/** What this device keeps for a person; waits until it is open. */
export function useDevice(personId: string): DeviceStore {
  return use(openDevice(personId));
}

export function useDeviceState(device: DeviceStore): DeviceState {
  return useSyncExternalStore(device.state.subscribe, device.state.get);
}

/** How many values stand below a prefix, followed as it changes in any window. */
export function useKeptCount(device: DeviceStore, prefix: string): number {
  const subscribe = useCallback((listener: () => void) => device.subscribe(listener), [device]);
  return useSyncExternalStore(subscribe, () => device.list(prefix).length);
}
