import { createObservable, type MutableObservable, type Observable } from '#web/session/observable.ts';
import type { DeviceChannel, DeviceMessage } from './device-channel.ts';
import type { Change, DeviceDatabase, Durability } from './device-database.ts';

/** kept: on this device · full: no space left · memory: the browser keeps nothing beyond this page. */
export type DeviceState = 'kept' | 'full' | 'memory';

interface Batch {
  readonly names: Set<string>;
  durability: Durability;
  readonly done: Promise<boolean>;
}

type ChangeListener = (names: readonly string[]) => void;

/**
 * One person's values on this device, in memory for reading and in a database for keeping. What is changed in one turn
 * is committed together, all or nothing. Where the database refuses, values live on in this page, the state says so, and
 * the next change tries to keep them again.
 */
export class DeviceStore {
  readonly #database: DeviceDatabase | null;
  readonly #values: Map<string, unknown>;
  readonly #state: MutableObservable<DeviceState>;
  readonly #listeners = new Set<ChangeListener>();
  readonly #topics = new Map<string, Set<(data: unknown) => void>>();
  /** Names with a change that is not yet committed, and how many; what other windows say of them is older. */
  readonly #underWay = new Map<string, number>();
  /** Names whose change could not be committed. */
  readonly #unkept = new Set<string>();
  #channel: DeviceChannel | null = null;
  #batch: Batch | null = null;

  constructor(database: DeviceDatabase | null, values: ReadonlyMap<string, unknown> = new Map()) {
    this.#database = database;
    this.#values = new Map(values);
    this.#state = createObservable<DeviceState>(database === null ? 'memory' : 'kept');
  }

  get state(): Observable<DeviceState> {
    return this.#state;
  }

  /** Connects with the person's other windows. */
  connect(open: (onMessage: (message: DeviceMessage) => void) => DeviceChannel): void {
    this.#channel = open((message) => this.#receive(message));
  }

  read(name: string): unknown {
    return this.#values.get(name);
  }

  list(startingWith: string): string[] {
    return [...this.#values.keys()].filter((name) => name.startsWith(startingWith)).sort();
  }

  /** Resolves once the value is kept on this device; false where it lives in this page only. */
  write(name: string, value: unknown, durability: Durability = 'relaxed'): Promise<boolean> {
    this.#values.set(name, value);
    return this.#commitSoon(name, durability);
  }

  remove(name: string): Promise<boolean> {
    if (!this.#values.delete(name) && !this.#underWay.has(name)) return Promise.resolve(true);
    return this.#commitSoon(name, 'relaxed');
  }

  /** Reads anew what other windows may have changed. */
  async refresh(startingWith: string): Promise<void> {
    if (this.#database === null) return;
    const found = await this.#database.readAll(startingWith).catch(() => undefined);
    if (found === undefined) return;
    const names = new Set([...found.keys(), ...this.list(startingWith)]);
    for (const name of names) this.#adopt(name, found.get(name));
    this.#notify([...names]);
  }

  /** Calls back when values change, here or in another window. */
  subscribe(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Says something to the person's other windows. */
  tell(topic: string, data: unknown): void {
    this.#channel?.tell({ kind: 'told', topic, data });
  }

  hear(topic: string, listener: (data: unknown) => void): () => void {
    const listeners = this.#topics.get(topic) ?? new Set();
    this.#topics.set(topic, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  /** The database was closed under us: from now on this page is alone. */
  loseDatabase(): void {
    this.#state.set('memory');
  }

  close(): void {
    this.#channel?.close();
    this.#database?.close();
    this.#state.set('memory');
  }

  #commitSoon(name: string, durability: Durability): Promise<boolean> {
    const batch = this.#batch ?? this.#openBatch();
    if (durability === 'strict') batch.durability = 'strict';
    if (!batch.names.has(name)) this.#underWay.set(name, (this.#underWay.get(name) ?? 0) + 1);
    batch.names.add(name);
    this.#notify([name]);
    return batch.done;
  }

  #openBatch(): Batch {
    const names = new Set<string>();
    // A microtask: the changes leave the page before anything else can happen to it.
    const done = Promise.resolve().then(() => this.#commit(batch));
    const batch: Batch = { names, durability: 'relaxed', done };
    this.#batch = batch;
    return batch;
  }

  async #commit(batch: Batch): Promise<boolean> {
    this.#batch = null;
    const names = [...new Set([...batch.names, ...this.#unkept])];
    const isKept = await this.#tryCommit(
      names.map((name): Change => [name, this.#values.get(name)]),
      batch.durability,
    );
    for (const name of batch.names) {
      const left = (this.#underWay.get(name) ?? 1) - 1;
      if (left > 0) this.#underWay.set(name, left);
      else this.#underWay.delete(name);
    }
    for (const name of names) {
      if (isKept) this.#unkept.delete(name);
      else this.#unkept.add(name);
    }
    if (isKept) this.#channel?.tell({ kind: 'changed', names });
    return isKept;
  }

  async #tryCommit(changes: readonly Change[], durability: Durability): Promise<boolean> {
    if (this.#database === null) return false;
    try {
      await this.#database.commit(changes, durability);
      this.#state.set('kept');
      return true;
    } catch (error) {
      const isFull = error instanceof Error && error.name === 'QuotaExceededError';
      this.#state.set(isFull ? 'full' : 'memory');
      return false;
    }
  }

  #receive(message: DeviceMessage): void {
    if (message.kind === 'told') {
      for (const listener of this.#topics.get(message.topic) ?? []) listener(message.data);
      return;
    }
    const [first = ''] = message.names;
    if (message.names.length === 1) void this.refresh(first);
    else for (const name of message.names) void this.refresh(name);
  }

  #adopt(name: string, value: unknown): void {
    if (this.#underWay.has(name) || this.#unkept.has(name)) return;
    if (value === undefined) this.#values.delete(name);
    else this.#values.set(name, value);
  }

  #notify(names: readonly string[]): void {
    for (const listener of this.#listeners) listener(names);
  }
}
