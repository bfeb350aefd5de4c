/** What one window tells the others of the same person. */
export type DeviceMessage =
  | { readonly kind: 'changed'; readonly names: readonly string[] }
  | { readonly kind: 'told'; readonly topic: string; readonly data: unknown };

export interface DeviceChannel {
  readonly tell: (message: DeviceMessage) => void;
  readonly close: () => void;
}

/** Connects the windows of one person; where the browser cannot, each is alone. */
export function openDeviceChannel(name: string, onMessage: (message: DeviceMessage) => void): DeviceChannel {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => {}, close: () => {} };
  const channel = new BroadcastChannel(name);
  channel.onmessage = (event: MessageEvent<DeviceMessage>) => onMessage(event.data);
  return { tell: (message) => channel.postMessage(message), close: () => channel.close() };
}
