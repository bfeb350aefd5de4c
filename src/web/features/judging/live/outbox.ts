import type { DeviceState } from '#web/session/device/device-store.ts';
import type { KeptFolder } from '#web/session/device/kept-folder.ts';
import { createObservable, type MutableObservable, type Observable } from '#web/session/observable.ts';
import { backoffMs, classifyFailure, type Failure } from './classify-failure.ts';
import { type OutboxEntry, type Refusal, readOutboxEntry } from './outbox-entry.ts';
import { type SendAnswer, type SendingApi, sendEntry, withReceipt } from './send-entry.ts';
import type { Timers } from './timers.ts';

export interface OutboxState {
  readonly waiting: readonly OutboxEntry[];
  readonly refused: readonly OutboxEntry[];
  /** What keeps the outbox from being emptied; null while it flows. */
  readonly trouble: 'offline' | 'signed_out' | 'server' | null;
  /** True while something that was added is not yet on the disk of this device. */
  readonly isKeeping: boolean;
  readonly device: DeviceState;
}

interface OutboxNeeds {
  readonly api: SendingApi;
  readonly store: KeptFolder;
  readonly timers: Timers;
  /** Runs while no other window of this person and project does. */
  readonly alone: (run: () => Promise<void>) => Promise<void>;
  readonly onSent: (entry: OutboxEntry, answer: SendAnswer) => void;
  readonly onRefused: (entry: OutboxEntry) => void;
}

const folder = 'outbox/';
const faultAttempts = 6;
/** A disk that does not answer must not hold back what could be sent. */
const diskPatienceMs = 3_000;
/** A skip that finds the task gone has reached its aim. */
const goneCodes: readonly string[] = ['lease_lost', 'assignment_over', 'already_submitted'];

function nameOf({ sequence, clientId }: OutboxEntry): string {
  return `${folder}${String(sequence).padStart(9, '0')}-${clientId}`;
}

/**
 * Sends what was done in order, one at a time, until the server has acknowledged it. What waits is on the disk of this
 * device before it is tried, so that neither a cut network nor a closed page loses it. All windows of a person see the
 * same outbox; one of them sends.
 */
export class Outbox {
  readonly #needs: OutboxNeeds;
  readonly #state: MutableObservable<OutboxState>;
  readonly #keeping = new Set<string>();
  #trouble: OutboxState['trouble'] = null;
  #isRunning = false;
  #isSending = false;
  #forgotten: Promise<unknown> = Promise.resolve();
  #cancelRetry = () => {};
  #stops: (() => void)[] = [];

  constructor(needs: OutboxNeeds) {
    this.#needs = needs;
    this.#state = createObservable(this.#look());
  }

  get state(): Observable<OutboxState> {
    return this.#state;
  }

  start(): void {
    const { store } = this.#needs;
    this.#isRunning = true;
    this.#stops = [
      store.subscribe((names) => {
        if (names.some((name) => name.startsWith(folder))) this.#publish();
      }),
      store.state.subscribe(() => this.#publish()),
      store.hear('sent', (data) => this.#hearSent(data)),
      store.hear('trouble', (data) => this.#noteTrouble(data as OutboxState['trouble'])),
    ];
    this.#publish();
    void this.#run();
  }

  stop(): void {
    this.#isRunning = false;
    this.#cancelRetry();
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  /** Tries now, without waiting. */
  flush(): void {
    void this.#run();
  }

  /** Resolves once it is kept on this device; false where only this page holds it. */
  async add({
    clientId,
    assignmentId,
    deed,
    about,
  }: Pick<OutboxEntry, 'clientId' | 'assignmentId' | 'deed' | 'about'>): Promise<boolean> {
    const { waiting, refused } = this.#state.get();
    const last = Math.max(0, ...[...waiting, ...refused].map((each) => each.sequence));
    const entry = { clientId, assignmentId, deed, about, sequence: last + 1, attempts: 0, refusal: null };
    this.#keeping.add(clientId);
    const kept = this.#needs.store.write(nameOf(entry), entry, 'strict');
    // The next task is painted first.
    const goOn = () => this.#needs.timers.after(0, () => void this.#run());
    const cancel = this.#needs.timers.after(diskPatienceMs, goOn);
    const isKept = await kept;
    cancel();
    this.#keeping.delete(clientId);
    this.#publish();
    goOn();
    return isKept;
  }

  /** Takes an entry out before its first try; false where it may have reached the server. */
  pullBack(clientId: string): boolean {
    const entry = this.#state.get().waiting.find((each) => each.clientId === clientId);
    if (entry === undefined || entry.attempts > 0) return false;
    void this.#needs.store.remove(nameOf(entry));
    return true;
  }

  /** Drops a refused entry, once the person has decided; the answer puts it back. */
  discard(clientId: string): () => void {
    const entry = this.#state.get().refused.find((each) => each.clientId === clientId);
    if (entry === undefined) return () => {};
    void this.#needs.store.remove(nameOf(entry));
    return () => void this.#needs.store.write(nameOf(entry), entry, 'strict');
  }

  #look(): OutboxState {
    const { store } = this.#needs;
    const found = store.list(folder).flatMap((name) => readOutboxEntry(store.read(name)) ?? []);
    return {
      waiting: found.filter((entry) => entry.refusal === null),
      refused: found.filter((entry) => entry.refusal !== null),
      trouble: this.#trouble,
      isKeeping: this.#keeping.size > 0,
      device: store.state.get(),
    };
  }

  #publish(): void {
    this.#state.set(this.#look());
  }

  #setTrouble(trouble: OutboxState['trouble']): void {
    this.#needs.store.tell('trouble', trouble);
    this.#noteTrouble(trouble);
  }

  #noteTrouble(trouble: OutboxState['trouble']): void {
    if (trouble === this.#trouble) return;
    this.#trouble = trouble;
    this.#publish();
  }

  #replace(next: OutboxEntry): OutboxEntry {
    void this.#needs.store.write(nameOf(next), next);
    return next;
  }

  #acknowledge(entry: OutboxEntry, answer: SendAnswer): void {
    const { receipt } = answer;
    const { waiting, refused } = this.#state.get();
    // Followers learn of the receipt with the same commit that forgets the entry: a crash repeats, never loses.
    if (receipt !== null) {
      for (const each of waiting) {
        const next = withReceipt(each, entry.clientId, receipt);
        if (next !== each) this.#replace(next);
      }
    }
    this.#forgotten = this.#needs.store.remove(nameOf(entry));
    // What was refused and now has a judgment of its task needs no decision any more.
    if (receipt !== null) {
      for (const each of refused) {
        const isSettled = each.assignmentId === entry.assignmentId && each.deed.kind !== 'flag';
        if (isSettled) this.discard(each.clientId);
      }
    }
    this.#setTrouble(null);
    this.#needs.store.tell('sent', { entry, ...answer });
    this.#needs.onSent(entry, answer);
  }

  /** Another window has sent this. */
  #hearSent(data: unknown): void {
    const { entry, ...answer } = data as { entry: unknown } & SendAnswer;
    const sent = readOutboxEntry(entry);
    if (sent === undefined) return;
    this.#noteTrouble(null);
    this.#needs.onSent(sent, answer);
  }

  #reject(entry: OutboxEntry, { code, message, details }: Refusal): void {
    if (entry.deed.kind === 'skip' && goneCodes.includes(code)) {
      this.#acknowledge(entry, { receipt: null, isHeld: false });
      return;
    }
    const refused = this.#replace({ ...entry, refusal: { code, message, details } });
    this.#setTrouble(null);
    this.#needs.onRefused(refused);
  }

  /** True where the next entry may be tried at once. */
  #fail(entry: OutboxEntry, failure: Failure): boolean {
    if (failure.kind === 'lasting') this.#reject(entry, failure);
    else if (failure.kind === 'fault' && entry.attempts >= faultAttempts) {
      this.#reject(entry, { code: 'fault', message: failure.message, details: {} });
    } else {
      const { timers } = this.#needs;
      this.#setTrouble(failure.kind === 'passing' ? failure.trouble : 'server');
      this.#cancelRetry = timers.after(backoffMs(entry.attempts, timers.random()), () => void this.#run());
      return false;
    }
    return true;
  }

  async #run(): Promise<void> {
    this.#cancelRetry();
    if (this.#isSending || !this.#isRunning || this.#state.get().waiting.length === 0) return;
    this.#isSending = true;
    let isHeldUp = true;
    await this.#needs.alone(async () => {
      // Another window may have sent some of it while this one waited for its turn.
      await this.#needs.store.refresh(folder);
      isHeldUp = !(await this.#sendAll());
      // The next window reads the disk: what was sent must be gone from it first.
      await this.#waitForDisk(this.#forgotten);
    });
    this.#isSending = false;
    if (!isHeldUp) void this.#run();
  }

  async #waitForDisk(kept: Promise<unknown>): Promise<void> {
    let cancel = () => {};
    const patience = new Promise<void>((resolve) => {
      cancel = this.#needs.timers.after(diskPatienceMs, resolve);
    });
    await Promise.race([kept, patience]);
    cancel();
  }

  /** True once nothing waits; false where it stopped before. */
  async #sendAll(): Promise<boolean> {
    while (this.#isRunning) {
      const first = this.#state.get().waiting[0];
      if (first === undefined) return true;
      const entry = this.#replace({ ...first, attempts: first.attempts + 1 });
      try {
        this.#acknowledge(entry, await sendEntry(this.#needs.api, entry));
      } catch (error) {
        if (!this.#fail(entry, classifyFailure(error))) return false;
      }
    }
    return false;
  }
}
