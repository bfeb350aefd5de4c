import { z } from 'zod';
import { type Answers, emptyAnswers } from '#domain/judging/answers.ts';
import type { Typing } from '#domain/judging/typing.ts';
import { tidyAnswers } from '#web/features/judging/desk/apply-answer.ts';
import type { KeptFolder } from '#web/session/device/kept-folder.ts';
import { createObservable, type MutableObservable, type Observable } from '#web/session/observable.ts';
import { classifyFailure } from './classify-failure.ts';
import type { Draft, JudgingApi } from './judging-api.ts';
import { keptAnswers } from './kept-answers.ts';
import { keptTyping } from './kept-typing.ts';
import type { Timers } from './timers.ts';

/** Answers so far, the time spent on them, and how what is written in them came about on this device. */
export interface Work {
  readonly answers: Answers;
  readonly activeMs: number;
  readonly typing?: Typing;
}

export type DraftState = 'saved' | 'saving' | 'here_only';

interface DraftNeeds {
  readonly api: Pick<JudgingApi, 'saveDraft'>;
  readonly store: KeptFolder;
  readonly timers: Timers;
  /** Reads the server's draft after it refused an older one. */
  readonly loadDraft: (assignmentId: string) => Promise<Draft | null>;
  /** The server held a newer draft: `theirs` stands now, `mine` was replaced. */
  readonly onReplaced: (assignmentId: string, theirs: Work, mine: Work) => void;
}

const copySchema = z.object({
  answers: keptAnswers,
  activeMs: z.number(),
  typing: keptTyping.exactOptional(),
  baseRevision: z.number(),
  /** The server has these very answers; the copy stays for a page that opens without a network. */
  isSaved: z.boolean().default(false),
});
const folder = 'draft/';
const quietMs = 1_000;
/** Of a copy whose place among the server's drafts is not known: it is taken for the newest. */
const unknownRevision = Number.MAX_SAFE_INTEGER;
const noWork: Work = { answers: emptyAnswers, activeMs: 0 };

function sameAnswers(one: Answers, other: Answers): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function workOf(kept: Pick<Work, 'activeMs' | 'typing'> & { readonly answers: unknown }): Work {
  const { answers, activeMs, typing } = kept;
  return { answers: answers as Answers, activeMs, ...(typing !== undefined && { typing }) };
}

interface Opened {
  readonly assignmentId: string;
  readonly work: Work;
  /** The server's revision that the work is built on. */
  readonly baseRevision: number;
  readonly isDirty: boolean;
}

/**
 * Keeps the answers of the task on screen: at once in this browser, and after a quiet second on the
 * server. The newest revision on the server wins; what it replaced is handed back, never dropped.
 */
export class DraftKeeper {
  readonly #needs: DraftNeeds;
  readonly #state: MutableObservable<DraftState> = createObservable<DraftState>('saved');
  /** What the server acknowledged last, also of tasks that were left. */
  readonly #acknowledged = new Map<string, { readonly revision: number; readonly work: Work }>();
  #opened: Opened | null = null;
  #isSaving = false;
  #failures = 0;
  #cancelTimer = () => {};

  constructor(needs: DraftNeeds) {
    this.#needs = needs;
  }

  get state(): Observable<DraftState> {
    return this.#state;
  }

  /**
   * Starts on a task: from the work given, else from the copy in this browser where it builds on the
   * server's draft, else from that draft.
   */
  open(assignmentId: string, draft: Draft | null, given?: Work): Work {
    this.close();
    const known = this.#acknowledged.get(assignmentId) ?? { revision: 0, work: noWork };
    const isKnownNewer = draft === null || known.revision > draft.revision;
    const baseRevision = isKnownNewer ? known.revision : draft.revision;
    const server = isKnownNewer ? known.work : workOf(draft);
    const copy = copySchema.safeParse(this.#needs.store.read(folder + assignmentId));
    const mine = given ?? (copy.success ? workOf(copy.data) : undefined);
    const isSaved = given === undefined && copy.data?.isSaved === true;
    const isNewest = given !== undefined || (copy.success && copy.data.baseRevision >= baseRevision);
    if (mine !== undefined && isNewest) {
      // Without a network the task comes from this device too, with a draft older than the copy.
      const known = copy.data?.baseRevision ?? 0;
      const base = known === unknownRevision ? baseRevision : Math.max(baseRevision, known);
      this.#opened = { assignmentId, work: mine, baseRevision: base, isDirty: !isSaved };
      if (!isSaved) this.#schedule();
      return mine;
    }
    this.#opened = { assignmentId, work: server, baseRevision, isDirty: false };
    if (mine !== undefined && !isSaved && !sameAnswers(mine.answers, server.answers)) {
      this.#needs.onReplaced(assignmentId, server, mine);
    }
    return server;
  }

  change(work: Work): void {
    if (this.#opened === null) return;
    this.#opened = { ...this.#opened, work, isDirty: true };
    this.#keepCopy();
    this.#schedule();
  }

  /** Stops looking after the task on screen; its copy stays until it is forgotten. */
  close(): void {
    this.#cancelTimer();
    this.#opened = null;
    this.#failures = 0;
    this.#state.set('saved');
  }

  /** Notes the time spent in the copy of this browser, before the page may go away. */
  keepTime(activeMs: number): void {
    if (this.#opened === null || !this.#opened.isDirty) return;
    this.#opened = { ...this.#opened, work: { ...this.#opened.work, activeMs } };
    this.#keepCopy();
  }

  /** Keeps answers of a task that is not open, so that they are there when it comes back. */
  keep(assignmentId: string, work: Work): void {
    const baseRevision = this.#acknowledged.get(assignmentId)?.revision ?? unknownRevision;
    void this.#needs.store.write(folder + assignmentId, { ...workOf(work), baseRevision });
  }

  /** Drops copies of tasks that are held no more, as far as the server has what stands in them. */
  tidy(heldIds: readonly string[]): void {
    for (const name of this.#needs.store.list(folder)) {
      const copy = copySchema.safeParse(this.#needs.store.read(name));
      const isHeld = heldIds.includes(name.slice(folder.length));
      if (!isHeld && copy.data?.isSaved === true) void this.#needs.store.remove(name);
    }
  }

  /** Drops the copy, once the answers are safe elsewhere. */
  forget(assignmentId: string): void {
    if (this.#opened?.assignmentId === assignmentId) this.close();
    void this.#needs.store.remove(folder + assignmentId);
  }

  #keepCopy(): void {
    if (this.#opened === null) return;
    const { assignmentId, work, baseRevision, isDirty } = this.#opened;
    void this.#needs.store.write(folder + assignmentId, { ...work, baseRevision, isSaved: !isDirty });
  }

  /** The task was left while its draft was on the way: its copy builds on that draft now. */
  #rebaseCopy(assignmentId: string, baseRevision: number): void {
    const copy = copySchema.safeParse(this.#needs.store.read(folder + assignmentId));
    if (copy.success) void this.#needs.store.write(folder + assignmentId, { ...copy.data, baseRevision });
  }

  #schedule(waitMs: number = quietMs): void {
    this.#cancelTimer();
    this.#state.set(this.#failures === 0 ? 'saving' : 'here_only');
    this.#cancelTimer = this.#needs.timers.after(waitMs, () => void this.#save());
  }

  async #save(): Promise<void> {
    const sent = this.#opened;
    if (sent === null || !sent.isDirty) return;
    if (this.#isSaving) return this.#schedule();
    this.#isSaving = true;
    const { assignmentId, baseRevision, work } = sent;
    try {
      const draft = await this.#needs.api.saveDraft(assignmentId, {
        baseRevision,
        answers: tidyAnswers(work.answers),
        activeMs: Math.round(work.activeMs),
      });
      this.#failures = 0;
      this.#isSaving = false;
      this.#settle(sent, draft.revision);
    } catch (error) {
      this.#isSaving = false;
      await this.#fail(sent, error);
    }
  }

  /** The server has it; what was changed meanwhile goes next. */
  #settle(sent: Opened, revision: number): void {
    this.#acknowledged.set(sent.assignmentId, { revision, work: sent.work });
    if (this.#opened?.assignmentId !== sent.assignmentId) {
      this.#rebaseCopy(sent.assignmentId, revision);
      return;
    }
    const isDirty = this.#opened.work !== sent.work;
    this.#opened = { ...this.#opened, baseRevision: revision, isDirty };
    this.#keepCopy();
    if (isDirty) this.#schedule();
    else this.#state.set('saved');
  }

  async #fail(sent: Opened, error: unknown): Promise<void> {
    if (this.#opened?.assignmentId !== sent.assignmentId) return;
    const failure = classifyFailure(error);
    if (failure.kind === 'lasting' && failure.code === 'stale_draft') return this.#adoptNewer(sent);
    this.#state.set('here_only');
    // Refused for good, such as after the task went to others: the copy here and the submission decide.
    if (failure.kind === 'lasting') return;
    this.#failures += 1;
    this.#schedule(Math.min(30_000, 2_000 * this.#failures));
  }

  async #adoptNewer(sent: Opened): Promise<void> {
    const draft = await this.#needs.loadDraft(sent.assignmentId).catch(() => null);
    const current = this.#opened;
    if (current?.assignmentId !== sent.assignmentId) return;
    if (draft === null) return this.#schedule(5_000);
    const theirs = workOf(draft);
    this.#acknowledged.set(sent.assignmentId, { revision: draft.revision, work: theirs });
    this.#opened = { ...current, work: theirs, baseRevision: draft.revision, isDirty: false };
    this.#keepCopy();
    this.#state.set('saved');
    this.#needs.onReplaced(sent.assignmentId, theirs, current.work);
  }
}
