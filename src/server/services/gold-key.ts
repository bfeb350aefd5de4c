import { createHmac } from 'node:crypto';
import type { Database } from '#server/database/database.ts';
import { readDeploymentSecret } from '#server/store/deployment-secret-store.ts';
import type { Services } from './services.ts';

type Sources = Pick<Services, 'database' | 'randomBytes' | 'now'>;

/** Draws for gold and repeats, from a key of this deployment that never leaves the database: nobody outside can make them again. */
export interface GoldKeyring {
  /** Numbers from 0 to below 1 for a place in a person's work; always the same ones. */
  draw(at: { projectId: string; personId: string; place: number }): {
    gold: number;
    training: number;
    repeat: number;
  };
  /** The order in which a person meets a project's gold and their repeats, as a seed of 63 bits. */
  orderSeed(who: { projectId: string; personId: string }): string;
  /**
   * How an item is called towards a person while gold is mixed in. Ids are given out in the order of the import, and the
   * queue follows it: under its own id a gold item would stand out of line. What comes a second time has another name.
   */
  nameItem(item: { personId: string; itemId: string; isRepeat: boolean }): string;
}

const known = new WeakMap<Database, Promise<GoldKeyring>>();

/** Read once a process: it never changes. */
export function readGoldKeyring(services: Sources): Promise<GoldKeyring> {
  const found = known.get(services.database);
  if (found) return found;
  const made = makeKeyring(services);
  known.set(services.database, made);
  made.catch(() => known.delete(services.database));
  return made;
}

async function makeKeyring(services: Sources): Promise<GoldKeyring> {
  const secret = await readDeploymentSecret(services.database.kysely, {
    name: 'gold_serving',
    fresh: () => services.randomBytes(32),
    now: services.now(),
  });
  const digest = (text: string) => createHmac('sha256', secret).update(text).digest();
  return {
    draw({ projectId, personId, place }) {
      const bytes = digest(`draw:${projectId}:${personId}:${place}`);
      const part = (from: number) => bytes.readUIntBE(from, 6) / 2 ** 48;
      return { gold: part(0), training: part(6), repeat: part(12) };
    },
    orderSeed({ projectId, personId }) {
      return (digest(`order:${projectId}:${personId}`).readBigUInt64BE(0) >> 1n).toString();
    },
    nameItem({ personId, itemId, isRepeat }) {
      return asUuid(digest(`${isRepeat ? 'repeat' : 'item'}:${personId}:${itemId}`));
    },
  };
}

/** A UUID of version 8, which is for bytes of one's own. */
function asUuid(bytes: Buffer): string {
  const hex = bytes.subarray(0, 16).toString('hex');
  const variant = '89ab'[(bytes[8] ?? 0) & 3] ?? '8';
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
