import type { DeviceDatabase } from './device-database.ts';

/** A database in memory that can be told to refuse; outlives the stores that are opened on it. */
export function createMemoryDatabase() {
  const values = new Map<string, unknown>();
  const state = { refusesWith: null as Error | null };
  const database: DeviceDatabase = {
    async readAll(startingWith) {
      // In a browser it stands in line behind the commits that were begun before.
      await Promise.resolve();
      return new Map([...values].filter(([name]) => name.startsWith(startingWith)));
    },
    async commit(changes) {
      if (state.refusesWith !== null) throw state.refusesWith;
      for (const [name, value] of changes) {
        if (value === undefined) values.delete(name);
        else values.set(name, value);
      }
    },
    close: () => {},
  };
  return { database, values, state };
}
