import type { DraftKeeper } from './draft-keeper.ts';
import type { Receipt } from './judging-api.ts';
import type { DoneTask, OnScreen } from './on-screen.ts';
import type { Outbox } from './outbox.ts';
import type { Deed } from './outbox-entry.ts';

const depth = 30;

export type Undone =
  /** It never left this browser: it is as if it had not been done. */
  | { readonly kind: 'pulled_back'; readonly done: DoneTask }
  /** The server may have it: it is shown again and will be replaced. */
  | { readonly kind: 'amend'; readonly screen: OnScreen; readonly done: DoneTask }
  | { readonly kind: 'unskip'; readonly done: DoneTask };

/** What was done on this page, the last first, and which judgments came of it. */
export class UndoList {
  readonly #outbox: Outbox;
  /** Client id → judgment, as receipts came. */
  readonly #judgmentIds = new Map<string, string>();
  #done: readonly DoneTask[] = [];

  constructor(outbox: Outbox) {
    this.#outbox = outbox;
  }

  add(done: DoneTask): void {
    this.#done = [...this.#done.slice(1 - depth), done];
  }

  noteReceipt(clientId: string, receipt: Receipt): void {
    this.#judgmentIds.set(clientId, receipt.judgmentId);
  }

  /** Takes the last deed back as far as it can be; undefined where nothing was done here. */
  takeLast(): Undone | undefined {
    const done = this.#done.at(-1);
    if (done === undefined) return undefined;
    this.#done = this.#done.slice(0, -1);
    if (this.#outbox.pullBack(done.clientId)) return { kind: 'pulled_back', done };
    if (done.deed === 'skip') return { kind: 'unskip', done };
    const { task } = done.screen;
    const supersedes = this.#judgmentIds.get(done.clientId) ?? null;
    return { kind: 'amend', done, screen: { mode: 'amend', task, supersedes, after: done.clientId } };
  }

  /** What submitting the task on screen sends. */
  deedOf(screen: OnScreen, work: Parameters<DraftKeeper['change']>[0]): Deed {
    if (screen.mode === 'judge') return { kind: 'judgment', ...work };
    const supersedes = screen.supersedes ?? this.#judgmentIds.get(screen.after ?? '') ?? null;
    const { answers, activeMs } = work;
    return {
      kind: 'amendment',
      answers,
      activeMs,
      supersedes,
      after: supersedes === null ? screen.after : null,
    };
  }
}
