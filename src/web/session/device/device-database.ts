import { deleteDB, type IDBPDatabase, openDB } from 'idb';

/** Whether a change must have reached the disk itself before it counts as kept. */
export type Durability = 'strict' | 'relaxed';

/** A value under a name; `undefined` takes it away. */
export type Change = readonly [name: string, value: unknown];

/** Named values on this device; what {@link DeviceDatabase.commit} resolves for survives a crash of the page. */
export interface DeviceDatabase {
  readonly readAll: (startingWith: string) => Promise<Map<string, unknown>>;
  /** All changes or none. */
  readonly commit: (changes: readonly Change[], durability: Durability) => Promise<void>;
  readonly close: () => void;
}

const table = 'values';
/** Sorts behind every name that begins like this. */
const afterAll = '\uffff';
/** Opening can hang for ever where another window holds an older version, and in some browsers by mistake. */
const patienceMs = 10_000;

function within<T>(promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The browser did not open its store in time.')), patienceMs);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

async function commit(
  database: IDBPDatabase,
  changes: readonly Change[],
  durability: Durability,
): Promise<void> {
  const transaction = database.transaction(table, 'readwrite', { durability });
  const { store } = transaction;
  // The transaction's end tells of every failure; the single requests would tell of it a second time.
  for (const [name, value] of changes) {
    const request = value === undefined ? store.delete(name) : store.put(value, name);
    request.catch(() => {});
  }
  transaction.commit();
  await transaction.done;
}

/**
 * Opens a database of the browser.
 * @throws where the browser keeps nothing, such as in some private windows.
 */
export async function openDeviceDatabase(name: string, onClosed: () => void): Promise<DeviceDatabase> {
  const database: IDBPDatabase = await within(
    openDB(name, 1, {
      upgrade: (fresh) => {
        fresh.createObjectStore(table);
      },
      // Another window deletes the database: holding on would make it wait for ever.
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        onClosed();
      },
      terminated: onClosed,
    }),
  );
  return {
    async readAll(startingWith) {
      const range = IDBKeyRange.bound(startingWith, startingWith + afterAll);
      const { store } = database.transaction(table);
      const [names, values] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
      return new Map(names.map((key, index) => [String(key), values[index] as unknown]));
    },
    commit: (changes, durability) => commit(database, changes, durability),
    close: () => database.close(),
  };
}

/** Deletes a database with all that is in it. */
export function deleteDeviceDatabase(name: string): Promise<void> {
  return within(deleteDB(name));
}
