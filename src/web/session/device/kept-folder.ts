import type { DeviceStore } from './device-store.ts';

/** The values of a device store below one prefix. */
export type KeptFolder = Pick<
  DeviceStore,
  'read' | 'list' | 'write' | 'remove' | 'refresh' | 'subscribe' | 'tell' | 'hear' | 'state'
>;

/** A folder of a store; its names are those below the prefix. */
export function openFolder(store: KeptFolder, prefix: string): KeptFolder {
  const ownNames = (names: readonly string[]) =>
    names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
  return {
    state: store.state,
    read: (name) => store.read(prefix + name),
    list: (startingWith) => ownNames(store.list(prefix + startingWith)),
    write: (name, value, durability) => store.write(prefix + name, value, durability),
    remove: (name) => store.remove(prefix + name),
    refresh: (startingWith) => store.refresh(prefix + startingWith),
    subscribe: (listener) =>
      store.subscribe((names) => {
        const own = ownNames(names);
        if (own.length > 0) listener(own);
      }),
    tell: (topic, data) => store.tell(prefix + topic, data),
    hear: (topic, listener) => store.hear(prefix + topic, listener),
  };
}
