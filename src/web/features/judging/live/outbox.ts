import { backoffMs, classifyFailure, type Failure } from './classify-failure.ts';
import type { JudgingApi, Receipt } from './judging-api.ts';
import type { LocalStore } from './local-store.ts';
import { createObservable, type MutableObservable, type Observable } from './observable.ts';
import { type Deed, type OutboxEntry, readOutboxEntry } from './outbox-entry.ts';
import type { Timers } from './timers.ts';

export interface OutboxState {
  readonly waiting: readonly OutboxEntry[];
  readonly refused: readonly OutboxEntry[];
  /** What keeps the outbox from being emptied; null while it flows. */
  readonly trouble: 'offline' | 'signed_out' | 'server' | null;
  /** False where this browser keeps nothing, so that closing the page would lose what waits. */
  readonly isKept: boolean;
}

interface OutboxNeeds {
  readonly api: Pick<JudgingApi, 'submit' | 'amend' | 'skip' | 'unskip'>;
  readonly store: LocalStore;
  readonly timers: Timers;
  readonly onSent: (entry: OutboxEntry, receipt: Receipt | null) => void;
  readonly onRefused: (entry: OutboxEntry) => void;
}

const folder = 'outbox/';
const faultAttempts = 6;
/** A skip that finds the task gone has reached its aim. */
const goneCodes: readonly string[] = ['lease_lost', 'assignment_over', 'already_submitted'];

function nameOf({ sequence, clientId }: OutboxEntry): string {
  return `${folder}${String(sequence).padStart(9, '0')}-${clientId}`;
}

async function send(
  api: OutboxNeeds['api'],
  { deed, assignmentId, clientId }: OutboxEntry,
): Promise<Receipt | null> {
  switch (deed.kind) {
    case 'judgment':
      return api.submit(assignmentId, { clientId, answers: deed.answers, activeMs: deed.activeMs });
    case 'amendment': {
      const { answers, activeMs, supersedes } = deed;
      // Without the judgment that it replaces there is nothing to amend: it is then sent as the judgment.
      if (supersedes === null) return api.submit(assignmentId, { clientId, answers, activeMs });
      return api.amend(assignmentId, { clientId, answers, activeMs, supersedes });
    }
    case 'skip':
      await api.skip(assignmentId, { reason: deed.reason, note: deed.note });
      return null;
    case 'unskip':
      await api.unskip(assignmentId);
      return null;
  }
}

/** Gives an amendment the judgment that it replaces, once that one's receipt has come. */
function withReceipt(entry: OutboxEntry, clientId: string, receipt: Receipt): OutboxEntry {
  const { deed } = entry;
  if (deed.kind !== 'amendment' || deed.after !== clientId) return entry;
  return { ...entry, deed: { ...deed, after: null, supersedes: receipt.judgmentId } };
}

/**
 * Sends what was done in order, one at a time, until the server has acknowledged it. What waits is kept
 * in the browser before it is tried, so that neither a cut network nor a closed page loses it.
 */
export class Outbox {
  readonly #needs: OutboxNeeds;
  readonly #state: MutableObservable<OutboxState>;
  #isRunning = false;
  #isSending = false;
  #cancelRetry = () => {};

  constructor(needs: OutboxNeeds) {
    this.#needs = needs;
    const { store } = needs;
    const found = store.list(folder).flatMap((name) => readOutboxEntry(store.read(name)) ?? []);
    this.#state = createObservable<OutboxState>({
      waiting: found.filter((entry) => entry.refusal === null),
      refused: found.filter((entry) => entry.refusal !== null),
      trouble: null,
      isKept: true,
    });
  }

  get state(): Observable<OutboxState> {
    return this.#state;
  }

  start(): void {
    this.#isRunning = true;
    void this.#run();
  }

  stop(): void {
    this.#isRunning = false;
    this.#cancelRetry();
  }

  /** Tries now, without waiting. */
  flush(): void {
    void this.#run();
  }

  add({ clientId, assignmentId, deed }: { clientId: string; assignmentId: string; deed: Deed }): void {
    const { waiting, refused } = this.#state.get();
    const last = Math.max(0, ...[...waiting, ...refused].map((each) => each.sequence));
    const entry = { clientId, assignmentId, deed, sequence: last + 1, attempts: 0, refusal: null };
    this.#keep(entry);
    this.#change({ waiting: [...waiting, entry] });
    // The next task is painted first.
    this.#needs.timers.after(0, () => void this.#run());
  }

  /** Takes an entry out before its first try; false where it may have reached the server. */
  pullBack(clientId: string): boolean {
    const entry = this.#state.get().waiting.find((each) => each.clientId === clientId);
    if (entry === undefined || entry.attempts > 0) return false;
    this.#remove(entry);
    return true;
  }

  /** Drops a refused entry, once the person has decided. */
  discard(clientId: string): void {
    const { refused } = this.#state.get();
    const entry = refused.find((each) => each.clientId === clientId);
    if (entry === undefined) return;
    this.#change({ refused: refused.filter((each) => each !== entry) });
    this.#needs.store.remove(nameOf(entry));
  }

  #change(part: Partial<OutboxState>): void {
    this.#state.set({ ...this.#state.get(), ...part });
  }

  #keep(entry: OutboxEntry): void {
    const isKept = this.#needs.store.write(nameOf(entry), entry);
    if (!isKept && this.#state.get().isKept) this.#change({ isKept });
  }

  #replace(next: OutboxEntry): OutboxEntry {
    this.#keep(next);
    const { waiting } = this.#state.get();
    this.#change({ waiting: waiting.map((each) => (each.clientId === next.clientId ? next : each)) });
    return next;
  }

  #remove(entry: OutboxEntry): void {
    const { waiting } = this.#state.get();
    this.#change({ waiting: waiting.filter((each) => each.clientId !== entry.clientId) });
    this.#needs.store.remove(nameOf(entry));
  }

  #acknowledge(entry: OutboxEntry, receipt: Receipt | null): void {
    // Followers learn of the receipt before the entry is forgotten: a crash in between repeats, never loses.
    if (receipt !== null) {
      for (const each of this.#state.get().waiting) {
        const next = withReceipt(each, entry.clientId, receipt);
        if (next !== each) this.#replace(next);
      }
    }
    this.#remove(entry);
    // What was refused and is now amended needs no decision any more.
    if (entry.deed.kind === 'amendment' && entry.deed.after !== null) this.discard(entry.deed.after);
    this.#change({ trouble: null });
    this.#needs.onSent(entry, receipt);
  }

  #reject(entry: OutboxEntry, refusal: { readonly code: string; readonly message: string }): void {
    if (entry.deed.kind === 'skip' && goneCodes.includes(refusal.code)) {
      this.#acknowledge(entry, null);
      return;
    }
    const refused = { ...entry, refusal };
    this.#keep(refused);
    const { waiting, refused: others } = this.#state.get();
    this.#change({
      waiting: waiting.filter((each) => each.clientId !== entry.clientId),
      refused: [...others, refused],
      trouble: null,
    });
    this.#needs.onRefused(refused);
  }

  /** True where the next entry may be tried at once. */
  #fail(entry: OutboxEntry, failure: Failure): boolean {
    if (failure.kind === 'lasting') this.#reject(entry, failure);
    else if (failure.kind === 'fault' && entry.attempts >= faultAttempts) {
      this.#reject(entry, { code: 'fault', message: failure.message });
    } else {
      const { timers } = this.#needs;
      this.#change({ trouble: failure.kind === 'passing' ? failure.trouble : 'server' });
      this.#cancelRetry = timers.after(backoffMs(entry.attempts, timers.random()), () => void this.#run());
      return false;
    }
    return true;
  }

  async #run(): Promise<void> {
    this.#cancelRetry();
    if (this.#isSending || !this.#isRunning) return;
    this.#isSending = true;
    let goesOn = true;
    while (goesOn && this.#isRunning) {
      const first = this.#state.get().waiting[0];
      if (first === undefined) break;
      const entry = this.#replace({ ...first, attempts: first.attempts + 1 });
      try {
        this.#acknowledge(entry, await send(this.#needs.api, entry));
      } catch (error) {
        goesOn = this.#fail(entry, classifyFailure(error));
      }
    }
    this.#isSending = false;
  }
}
