import type { MediaLink } from '#contract/media.ts';
import type { Change, DeviceDatabase } from '#web/session/device/device-database.ts';
import type { KeptFolder } from '#web/session/device/kept-folder.ts';
import { createObservable, type MutableObservable, type Observable } from '#web/session/observable.ts';
import { type FileRecord, knowFile, noteFile, readFileRecord, recordFile } from './file-record.ts';
import { type KeptFile, type KeptFiles, nameOfFile, noFiles } from './kept-files.ts';
import { concernsHand, listFilesInHand } from './list-files-in-hand.ts';
import { type FileLimits, type FilePlan, planFiles } from './plan-files.ts';

export interface FileNeeds {
  /** The person's values on this device; they say which tasks are in hand. */
  readonly device: KeptFolder;
  readonly database: Pick<DeviceDatabase, 'readAll' | 'commit'>;
  /** Asks the server for addresses and facts. */
  readonly link: (projectId: string, mediaIds: readonly string[]) => Promise<readonly MediaLink[]>;
  /** @throws where the file cannot be had. */
  readonly fetchFile: (link: MediaLink, signal: AbortSignal) => Promise<Blob>;
  /** Runs while no other window of this person does; they would fetch the same files. */
  readonly alone: (run: () => Promise<void>) => Promise<void>;
  readonly addresses: Pick<typeof URL, 'createObjectURL' | 'revokeObjectURL'>;
  readonly limits: FileLimits;
}

/** What the server told during one look; its addresses are not good for long. */
interface Told {
  readonly links: Map<string, MediaLink>;
  /** Asked about, or tried in vain: not again before the next look. */
  readonly settled: Set<string>;
}

const mostAtOnce = 100;

/**
 * Keeps the files of the tasks in hand on this device, for as long as these are in hand. It looks when the hand changes,
 * when a project comes on screen, and when it is told to, such as when the network is back.
 */
export class FileKeeper {
  readonly #needs: FileNeeds;
  readonly #state: MutableObservable<KeptFiles> = createObservable(noFiles);
  readonly #stop: () => void;
  #projectId: string | null = null;
  #looking: Promise<void> | null = null;
  #isAskedAgain = false;
  #isClosed = false;
  #underWay: { readonly name: string; readonly abort: AbortController } | null = null;

  constructor(needs: FileNeeds) {
    this.#needs = needs;
    this.#stop = needs.device.subscribe((names) => concernsHand(names) && void this.look());
  }

  get state(): Observable<KeptFiles> {
    return this.#state;
  }

  /** The project that is judged now, whose files are fetched; null where none is. */
  attend(projectId: string | null): Promise<void> {
    this.#projectId = projectId;
    return this.look();
  }

  /** Resolves once the device is in line with the hand as it is then. */
  look(): Promise<void> {
    const { name, abort } = this.#underWay ?? {};
    if (name !== undefined && !this.#listFetched().includes(name)) abort?.abort();
    this.#isAskedAgain = true;
    this.#looking ??= this.#lookAgain();
    return this.#looking;
  }

  /** The device was cleared: nothing is shown from it any more. */
  close(): void {
    this.#isClosed = true;
    this.#stop();
    this.#underWay?.abort.abort();
    this.#publish(new Map());
  }

  async #lookAgain(): Promise<void> {
    while (this.#isAskedAgain && !this.#isClosed) {
      this.#isAskedAgain = false;
      // A device that refuses keeps nothing; files are then shown from the server, as they are without all this.
      await this.#needs.alone(() => this.#settle()).catch(() => {});
    }
    this.#looking = null;
  }

  #listWanted(): string[] {
    return listFilesInHand(this.#needs.device, this.#projectId);
  }

  /** Those that may be asked for now: the files of other projects wait until they are judged again. */
  #listFetched(): string[] {
    const projectId = this.#projectId;
    if (projectId === null) return [];
    return this.#listWanted().filter((name) => name.startsWith(nameOfFile(projectId, '')));
  }

  /** One file after the other; the hand may change with each. */
  async #settle(): Promise<void> {
    const told: Told = { links: new Map(), settled: new Set() };
    while (!this.#isClosed && (await this.#step(told))) {
      // Each step looks at the hand as it is then.
    }
  }

  /** Brings the device in line with the hand, and fetches one file; false where there is none left to fetch. */
  async #step(told: Told): Promise<boolean> {
    const records = await this.#readRecords();
    await this.#ask(records, told);
    const plan = planFiles({
      wanted: this.#listWanted(),
      known: new Map([...records].map(([name, record]) => [name, knowFile(record)])),
      sizes: new Map([...told.links].map(([name, { bytes }]) => [name, bytes])),
      limits: this.#needs.limits,
    });
    await this.#tidy(records, plan, told);
    const next = plan.fetch.find((name) => told.links.has(name) && !told.settled.has(name));
    const link = next === undefined ? undefined : told.links.get(next);
    if (next === undefined || link === undefined) return false;
    told.settled.add(next);
    const record = await this.#fetch(next, link);
    // Whoever let go of the task meanwhile must not find its file here.
    if (record !== undefined && this.#listWanted().includes(next))
      await this.#commit(records, [[next, record]]);
    return true;
  }

  async #readRecords(): Promise<Map<string, FileRecord>> {
    const records = new Map<string, FileRecord>();
    for (const [name, value] of await this.#needs.database.readAll('')) {
      const record = readFileRecord(value);
      if (record !== undefined) records.set(name, record);
    }
    this.#publish(records);
    return records;
  }

  /** Asks about the files that this device does not have and was not told of. */
  async #ask(records: ReadonlyMap<string, FileRecord>, { links, settled }: Told): Promise<void> {
    const projectId = this.#projectId;
    const isUnknown = (name: string) =>
      (records.get(name)?.blob ?? null) === null && !links.has(name) && !settled.has(name);
    const names = [...new Set(this.#listFetched())].filter(isUnknown).slice(0, mostAtOnce);
    if (projectId === null || names.length === 0) return;
    const mediaIds = names.map((name) => name.slice(nameOfFile(projectId, '').length));
    const answer = await this.#needs.link(projectId, mediaIds).catch(() => []);
    for (const link of answer) links.set(nameOfFile(projectId, link.mediaId), link);
    for (const name of names) if (!links.has(name)) settled.add(name);
  }

  async #tidy(records: Map<string, FileRecord>, plan: FilePlan, { links }: Told): Promise<void> {
    const left = plan.leave.flatMap((name): Change[] => {
      const record = records.get(name);
      const facts = record ?? links.get(name);
      const isNoted = record !== undefined && record.blob === null;
      return facts === undefined || isNoted ? [] : [[name, noteFile(facts)]];
    });
    const dropped = plan.drop.map((name): Change => [name, undefined]);
    if (left.length + dropped.length > 0) await this.#commit(records, [...dropped, ...left]);
  }

  async #commit(records: Map<string, FileRecord>, changes: readonly Change[]): Promise<void> {
    await this.#needs.database.commit(changes, 'relaxed');
    for (const [name, value] of changes) {
      const record = readFileRecord(value);
      if (record === undefined) records.delete(name);
      else records.set(name, record);
    }
    this.#publish(records);
  }

  async #fetch(name: string, link: MediaLink): Promise<FileRecord | undefined> {
    const abort = new AbortController();
    this.#underWay = { name, abort };
    try {
      return recordFile(link, await this.#needs.fetchFile(link, abort.signal));
    } catch {
      return undefined;
    } finally {
      this.#underWay = null;
    }
  }

  /** An address stays the same for as long as its file is kept, so that what is shown stays as it is. */
  #publish(records: ReadonlyMap<string, FileRecord>): void {
    const before = this.#state.get();
    const { addresses } = this.#needs;
    const after = new Map<string, KeptFile>();
    for (const [name, { blob, durationMs }] of this.#isClosed ? [] : records) {
      const known = before.get(name);
      if (known !== undefined && (known.url === null) === (blob === null)) after.set(name, known);
      else after.set(name, { url: blob === null ? null : addresses.createObjectURL(blob), durationMs });
    }
    const isSame =
      after.size === before.size && [...after].every(([name, file]) => before.get(name) === file);
    if (isSame) return;
    this.#state.set(after);
    for (const [name, file] of before)
      if (file.url !== null && after.get(name) !== file) addresses.revokeObjectURL(file.url);
  }
}
