import type { FlagKind, SkipReason } from '#domain/queue/assignment.ts';
import type { JudgeAct } from '#web/features/judging/desk/judge-act.ts';
import { HandKeeper } from './hand-keeper.ts';
import type { JudgingApi, Receipt } from './judging-api.ts';
import { type JudgingSnapshot, lookAtSession, type SessionNotice } from './judging-snapshot.ts';
import type { LocalStore } from './local-store.ts';
import { createObservable, type MutableObservable, type Observable } from './observable.ts';
import { type DoneTask, findOlderJudgment } from './on-screen.ts';
import { Outbox } from './outbox.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import { Presence } from './presence.ts';
import { ScreenKeeper } from './screen-keeper.ts';
import { sendFlag } from './send-flag.ts';
import type { Timers } from './timers.ts';
import { UndoList } from './undo-list.ts';

export interface SessionNeeds {
  readonly api: JudgingApi;
  readonly store: LocalStore;
  readonly timers: Timers;
  readonly newId: () => string;
  readonly leaseMs: number;
  readonly isVisible: boolean;
}

/** One person judging one project: what is on screen, what is kept, what is on its way. Knows no React. */
export class JudgingSession {
  readonly #needs: SessionNeeds;
  readonly #outbox: Outbox;
  readonly #hand: HandKeeper;
  readonly #screen: ScreenKeeper;
  readonly #presence: Presence;
  readonly #snapshot: MutableObservable<JudgingSnapshot>;
  readonly #undo: UndoList;
  /** Assignments that the server has acknowledged as done; an answer to an earlier question may still hold them. */
  readonly #acknowledged = new Set<string>();
  #notice: SessionNotice | null = null;
  #announcement = '';
  #stops: (() => void)[] = [];

  constructor(needs: SessionNeeds) {
    this.#needs = needs;
    const { api, store, timers } = needs;
    this.#outbox = new Outbox({
      api,
      store,
      timers,
      onSent: (entry, receipt) => this.#onSent(entry, receipt),
      onRefused: (entry) => this.#onRefused(entry),
    });
    this.#hand = new HandKeeper({ api, timers, isDone: (assignmentId) => this.#isDone(assignmentId) });
    this.#presence = new Presence({
      ...needs,
      listHeld: () => this.#hand.state.get().tasks.map((task) => task.assignmentId),
      onLost: (assignmentId, message) => this.#onLost(assignmentId, message),
    });
    this.#screen = new ScreenKeeper({
      ...needs,
      clock: this.#presence.clock,
      onNotice: (notice) => this.#notify(notice),
      onChange: () => this.#publish(),
    });
    this.#undo = new UndoList(this.#outbox);
    this.#snapshot = createObservable(this.#look());
  }

  get snapshot(): Observable<JudgingSnapshot> {
    return this.#snapshot;
  }

  start(): void {
    const publish = () => this.#publish();
    this.#stops = [
      this.#hand.state.subscribe(() => this.#followHand()),
      this.#outbox.state.subscribe(publish),
      this.#screen.drafts.state.subscribe(publish),
    ];
    this.#outbox.start();
    this.#hand.start();
    this.#presence.heartbeat.start();
  }

  stop(): void {
    this.#outbox.stop();
    this.#hand.stop();
    this.#presence.heartbeat.stop();
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  /** An act on the answers, or submit, undo and pause. */
  act(act: JudgeAct): void {
    if (act.kind === 'command' && act.id === 'submit') this.submit();
    else if (act.kind === 'command' && act.id === 'undo') void this.undo();
    else if (act.kind === 'command' && act.id === 'pause') this.setPaused(!this.#presence.isPaused);
    else if (!this.#presence.isPaused) this.#screen.answer(act);
  }

  /** Sends the judgment on its way and shows the next task at once; stops at what is missing. */
  submit(): void {
    const { screen } = this.#screen;
    if (screen === null || this.#presence.isPaused) return;
    if (this.#screen.seekMissing()) {
      this.#publish();
      return;
    }
    const clientId = this.#needs.newId();
    const work = this.#screen.readWork();
    const { assignmentId } = screen.task;
    this.#outbox.add({ clientId, assignmentId, deed: this.#undo.deedOf(screen, work) });
    if (screen.mode === 'judge') this.#presence.breaks.countTask();
    this.#finish({ screen, work, deed: 'judgment', clientId }, 'Submitted. The next task is here.');
  }

  skip(reason: SkipReason, note: string): void {
    const { screen } = this.#screen;
    if (screen === null) return;
    if (screen.mode === 'amend') {
      this.#notify({
        tone: 'neutral',
        text: 'A judgment that was sent cannot be skipped. Escape leaves it.',
      });
      return;
    }
    const clientId = this.#needs.newId();
    this.#outbox.add({
      clientId,
      assignmentId: screen.task.assignmentId,
      deed: { kind: 'skip', reason, note },
    });
    this.#finish(
      { screen, work: this.#screen.readWork(), deed: 'skip', clientId },
      'Skipped. The next task is here.',
    );
  }

  /** Asks for help with the task; the answer says why it could not be sent, or null. */
  async flag(kind: FlagKind, note: string): Promise<string | null> {
    const assignmentId = this.#screen.screen?.task.assignmentId;
    if (assignmentId === undefined) return null;
    const problem = await sendFlag(this.#needs.api, assignmentId, { kind, note });
    if (problem === null) this.#notify({ tone: 'neutral', text: 'Flagged. You may judge it or skip it.' });
    return problem;
  }

  /** Brings the last submission or skip back on screen; also one of an earlier visit. */
  async undo(): Promise<void> {
    const undone = this.#undo.takeLast();
    if (undone === undefined) return this.#undoOlder();
    const { screen, work } = undone.done;
    const { assignmentId } = screen.task;
    if (undone.kind === 'unskip') {
      this.#outbox.add({ clientId: this.#needs.newId(), assignmentId, deed: { kind: 'unskip' } });
    }
    if (undone.kind !== 'amend') this.#acknowledged.delete(assignmentId);
    this.#announcement = 'The last task is back.';
    this.#notice = null;
    this.#screen.show(undone.kind === 'amend' ? undone.screen : screen, work);
    if (this.#screen.isJudging(assignmentId)) this.#hand.putBack(screen.task);
    this.#publish();
  }

  async #undoOlder(): Promise<void> {
    if (this.#screen.screen?.mode === 'amend') return;
    const older = await findOlderJudgment(this.#needs.api, (version) => this.#hand.readRubric(version));
    if (older.kind === 'none') this.#notify({ tone: 'neutral', text: older.message });
    else this.#screen.show(older.screen, older.work);
    this.#publish();
  }

  /** Leaves an amendment: the judgment stays as it was sent. */
  leaveAmendment(): void {
    if (this.#screen.screen?.mode !== 'amend') return;
    this.#screen.clear();
    this.#followHand();
  }

  setPaused(isPaused: boolean): void {
    this.#presence.setPaused(isPaused);
    if (!isPaused) void this.#hand.refill();
    this.#publish();
  }

  /** Gives everything in hand back to the queue; drafts stay. */
  release(): Promise<unknown> {
    return this.#needs.api.releaseHand();
  }

  /** Input, or the page being seen or hidden. */
  signal(kind: 'input' | 'visible' | 'hidden'): void {
    this.#presence.signal(kind);
    if (kind === 'visible') void this.#hand.refill();
    if (kind === 'hidden') this.#screen.drafts.keepTime(this.#presence.clock.readActiveMs());
  }

  /** The network is back, or the person asks. */
  tryNow(): void {
    this.#outbox.flush();
    void this.#hand.refill();
  }

  discardRefused(clientId: string): void {
    this.#outbox.discard(clientId);
  }

  dismissNotice(): void {
    this.#notice = null;
    this.#publish();
  }

  dismissBreak(): void {
    this.#presence.breaks.startAnew();
    this.#publish();
  }

  #finish(done: DoneTask, announcement: string): void {
    const { assignmentId } = done.screen.task;
    // Only now, with the deed kept in the outbox, may the draft's copy go.
    if (done.screen.mode === 'judge') this.#screen.drafts.forget(assignmentId);
    this.#undo.add(done);
    this.#announcement = announcement;
    this.#notice = null;
    this.#screen.clear();
    this.#hand.finish(assignmentId);
    this.#followHand();
  }

  /** Puts the first task in hand on screen, unless an amendment stands there. */
  #followHand(): void {
    const first = this.#hand.state.get().tasks[0];
    const { screen } = this.#screen;
    if (screen?.mode !== 'amend' && screen?.task.assignmentId !== first?.assignmentId) {
      this.#screen.clear();
      if (first !== undefined) this.#screen.show({ mode: 'judge', task: first });
    }
    this.#publish();
  }

  #isDone(assignmentId: string): boolean {
    const last = this.#outbox.state.get().waiting.findLast((entry) => entry.assignmentId === assignmentId);
    return last === undefined ? this.#acknowledged.has(assignmentId) : last.deed.kind !== 'unskip';
  }

  #onSent({ deed, assignmentId, clientId }: OutboxEntry, receipt: Receipt | null): void {
    if (receipt !== null) this.#undo.noteReceipt(clientId, receipt);
    if (deed.kind === 'judgment') this.#hand.countOne();
    if (deed.kind === 'unskip') this.#acknowledged.delete(assignmentId);
    if (deed.kind === 'amendment' || deed.kind === 'unskip') return;
    if (!this.#screen.isJudging(assignmentId)) this.#acknowledged.add(assignmentId);
    void this.#hand.refill();
  }

  #onRefused(entry: OutboxEntry): void {
    const { deed, assignmentId, clientId, refusal } = entry;
    if (deed.kind === 'unskip') {
      this.#outbox.discard(clientId);
      this.#hand.finish(assignmentId);
      this.#notify({ tone: 'warn', text: refusal?.message ?? '' });
    }
    // Where the task is still held it comes back with what was answered.
    if (deed.kind === 'judgment') this.#screen.drafts.keep(assignmentId, deed);
    void this.#hand.refill();
  }

  #onLost(assignmentId: string, message: string): void {
    if (!this.#screen.isJudging(assignmentId)) {
      this.#hand.finish(assignmentId);
      return;
    }
    const text = `${message} You may still submit: it counts while the place is free.`;
    this.#notify({ tone: 'warn', text });
  }

  #notify(notice: SessionNotice): void {
    this.#notice = notice;
    this.#announcement = notice.text;
    this.#publish();
  }

  #publish(): void {
    this.#snapshot.set(this.#look());
  }

  #look(): JudgingSnapshot {
    return lookAtSession({
      hand: this.#hand.state.get(),
      outbox: this.#outbox.state.get(),
      draft: this.#screen.drafts.state.get(),
      screen: this.#screen.screen,
      isPaused: this.#presence.isPaused,
      desk: this.#screen.desk,
      notice: this.#notice,
      isBreakDue: this.#presence.breaks.isDue(),
      announcement: this.#announcement,
    });
  }
}
