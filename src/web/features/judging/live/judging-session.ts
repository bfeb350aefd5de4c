import type { SkipReason } from '#domain/queue/assignment.ts';
import type { JudgeAct } from '#web/features/judging/desk/judge-act.ts';
import { say } from '#web/messages/say.ts';
import { createObservable, type MutableObservable, type Observable } from '#web/session/observable.ts';
import type { FlagWords } from './flag-keeper.ts';
import type { JudgingSnapshot, SessionNotice } from './judging-snapshot.ts';
import { type DoneTask, findOlderJudgment } from './on-screen.ts';
import { aboutTask, type Deed, type OutboxEntry } from './outbox-entry.ts';
import { resendRefused } from './resend-refused.ts';
import type { SendAnswer } from './send-entry.ts';
import { buildParts, lookAtParts, type SessionNeeds, type SessionParts } from './session-parts.ts';
import type { VersionKeeper } from './version-keeper.ts';

/** One person judging one project: what is on screen, what is kept, what is on its way. Knows no React. */
export class JudgingSession {
  readonly #needs: SessionNeeds;
  readonly #snapshot: MutableObservable<JudgingSnapshot>;
  readonly #parts: SessionParts;
  /** Assignments that the server has acknowledged as done; an answer to an earlier question may still hold them. */
  readonly #acknowledged = new Set<string>();
  #notice: SessionNotice | null = null;
  #announcement = '';
  /** How many were said to be kept here, so that each is said once. */
  #saidToWait = 0;
  #stops: (() => void)[] = [];

  constructor(needs: SessionNeeds) {
    this.#needs = needs;
    this.#parts = buildParts(needs, {
      onSent: (entry, answer) => this.#onSent(entry, answer),
      onRefused: (entry) => this.#onRefused(entry),
      isDone: (assignmentId) => this.#isDone(assignmentId),
      onLost: (assignmentId, message) => this.#onLost(assignmentId, message),
      onNotice: (notice) => this.#notify(notice),
      onChange: () => this.#publish(),
    });
    this.#snapshot = createObservable(this.#look());
  }

  get snapshot(): Observable<JudgingSnapshot> {
    return this.#snapshot;
  }

  /** Rubrics and guidelines, also without a network. */
  get versions(): VersionKeeper {
    return this.#parts.versions;
  }

  start(): void {
    const publish = () => this.#publish();
    this.#stops = [
      this.#parts.hand.state.subscribe(() => this.#followHand()),
      this.#parts.outbox.state.subscribe(() => this.#followOutbox()),
      this.#parts.screen.drafts.state.subscribe(publish),
    ];
    this.#parts.outbox.start();
    this.#parts.hand.start();
    this.#parts.presence.heartbeat.start();
  }

  stop(): void {
    this.#parts.outbox.stop();
    this.#parts.hand.stop();
    this.#parts.presence.heartbeat.stop();
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  /** An act on the answers, or submit, undo and pause. */
  act(act: JudgeAct): void {
    if (act.kind === 'command' && act.id === 'submit') this.submit();
    else if (act.kind === 'command' && act.id === 'undo') void this.undo();
    else if (act.kind === 'command' && act.id === 'pause') this.setPaused(!this.#parts.presence.isPaused);
    else if (!this.#parts.presence.isPaused) this.#parts.screen.answer(act);
  }

  /** Sends the judgment on its way and shows the next task at once; stops at what is missing. */
  submit(): void {
    const { screen } = this.#parts.screen;
    if (screen === null || this.#parts.presence.isPaused) return;
    if (this.#parts.screen.seekMissing()) {
      this.#publish();
      return;
    }
    const work = this.#parts.screen.readWork();
    if (screen.mode === 'judge') this.#parts.presence.breaks.countTask();
    this.#finish(screen, this.#parts.undo.deedOf(screen, work));
  }

  skip(reason: SkipReason, note: string): void {
    const { screen } = this.#parts.screen;
    if (screen === null) return;
    if (screen.mode === 'amend') {
      this.#notify({
        tone: 'neutral',
        text: say('A judgment that was sent cannot be skipped. Escape leaves it.'),
      });
      return;
    }
    this.#finish(screen, { kind: 'skip', reason, note });
  }

  /** Asks for help with the task, with what is answered so far. */
  flag(words: FlagWords): void {
    const task = this.#parts.screen.screen?.task;
    if (task !== undefined) this.#parts.flags.add(task, words, this.#parts.screen.readWork().answers);
  }

  /** Brings the last submission or skip back on screen; also one of an earlier visit. */
  async undo(): Promise<void> {
    const undone = this.#parts.undo.takeLast();
    if (undone === undefined) return this.#undoOlder();
    const { screen, work } = undone.done;
    const { assignmentId } = screen.task;
    if (undone.kind === 'unskip') this.#send(screen.task, { kind: 'unskip' });
    if (undone.kind !== 'amend') this.#acknowledged.delete(assignmentId);
    this.#announcement = say('The last task is back.');
    this.#notice = null;
    this.#parts.screen.show(undone.kind === 'amend' ? undone.screen : screen, work);
    if (this.#parts.screen.isJudging(assignmentId)) this.#parts.hand.putBack(screen.task);
    this.#publish();
  }

  async #undoOlder(): Promise<void> {
    if (this.#parts.screen.screen?.mode === 'amend') return;
    const older = await findOlderJudgment(this.#needs.api, (version) => this.#parts.versions.rubric(version));
    if (older.kind === 'none') this.#notify({ tone: 'neutral', text: older.message });
    else this.#parts.screen.show(older.screen, older.work);
    this.#publish();
  }

  /** Leaves an amendment: the judgment stays as it was sent. */
  leaveAmendment(): void {
    if (this.#parts.screen.screen?.mode !== 'amend') return;
    this.#parts.screen.clear();
    this.#followHand();
  }

  setPaused(isPaused: boolean): void {
    this.#parts.presence.setPaused(isPaused);
    if (!isPaused) void this.#parts.hand.refill();
    this.#publish();
  }

  /** Gives everything in hand back to the queue; drafts stay. */
  async release(): Promise<void> {
    await this.#needs.api.releaseHand();
    this.#parts.hand.forgetCopy();
  }

  /** Input, or the page being seen or hidden. */
  signal(kind: 'input' | 'visible' | 'hidden'): void {
    this.#parts.presence.signal(kind);
    if (kind === 'visible') void this.#parts.hand.refill();
    if (kind === 'hidden') this.#parts.screen.drafts.keepTime(this.#parts.presence.clock.readActiveMs());
  }

  /** The network is back, or the person asks. */
  tryNow(): void {
    this.#parts.outbox.flush();
    void this.#parts.hand.refill();
  }

  /** Lets a refused entry go; the answer takes that back. */
  discardRefused(clientId: string): () => void {
    return this.#parts.outbox.discard(clientId);
  }

  /** Sends what was refused anew; the answer says why it could not be, or null. */
  async resendRefused(clientId: string): Promise<string | null> {
    const entry = this.#parts.outbox.state.get().refused.find((each) => each.clientId === clientId);
    return entry === undefined ? null : resendRefused(entry, { ...this.#needs, outbox: this.#parts.outbox });
  }

  dismissNotice(): void {
    this.#notice = null;
    this.#publish();
  }

  dismissBreak(): void {
    this.#parts.presence.breaks.startAnew();
    this.#publish();
  }

  /** Sends a deed on its way; its receipt comes under the client id. */
  #send(task: DoneTask['screen']['task'], deed: Deed): string {
    const { assignmentId } = task;
    const clientId = this.#needs.newId();
    void this.#parts.outbox.add({ clientId, assignmentId, deed, about: aboutTask(task) });
    return clientId;
  }

  #finish(screen: DoneTask['screen'], deed: Deed): void {
    const { assignmentId } = screen.task;
    const work = this.#parts.screen.readWork();
    this.#announcement =
      deed.kind === 'skip' ? say('Skipped. The next task is here.') : say('The next task is here.');
    this.#notice = null;
    this.#parts.screen.clear();
    // In the same turn, so in the same commit: the draft's copy goes only with the deed kept in the outbox.
    if (screen.mode === 'judge') this.#parts.screen.drafts.forget(assignmentId);
    const clientId = this.#send(screen.task, deed);
    this.#parts.undo.add({ screen, work, deed: deed.kind === 'skip' ? 'skip' : 'judgment', clientId });
    this.#parts.hand.finish(assignmentId);
    this.#followHand();
  }

  /** Another window of this person may have finished what stands here. */
  #followOutbox(): void {
    const { screen, isTouched } = this.#parts.screen;
    if (screen?.mode === 'judge' && this.#isDone(screen.task.assignmentId)) {
      const text = isTouched
        ? say('You finished this task in another window. What you wrote here is not part of it.')
        : say('You finished the last task in another window. This is the next one.');
      if (!isTouched) this.#parts.hand.finish(screen.task.assignmentId);
      if (this.#notice?.text !== text) this.#notify({ tone: isTouched ? 'warn' : 'neutral', text });
    }
    this.#sayKept();
    this.#publish();
  }

  #sayKept(): void {
    const { waiting, isKeeping, trouble } = this.#parts.outbox.state.get();
    if (isKeeping) return;
    if (trouble === 'offline' && waiting.length > this.#saidToWait)
      this.#announcement = say('Kept on this device until the network is back.');
    this.#saidToWait = trouble === 'offline' ? waiting.length : 0;
  }

  /** Puts the first task in hand on screen, unless an amendment stands there. */
  #followHand(): void {
    const first = this.#parts.hand.state.get().tasks[0];
    const { screen } = this.#parts.screen;
    if (screen?.mode !== 'amend' && screen?.task.assignmentId !== first?.assignmentId) {
      this.#parts.screen.clear();
      if (first !== undefined) this.#parts.screen.show({ mode: 'judge', task: first });
    }
    this.#publish();
  }

  #isDone(assignmentId: string): boolean {
    const last = this.#parts.outbox.state
      .get()
      .waiting.findLast((entry) => entry.assignmentId === assignmentId && entry.deed.kind !== 'flag');
    return last === undefined ? this.#acknowledged.has(assignmentId) : last.deed.kind !== 'unskip';
  }

  #onSent(entry: OutboxEntry, { receipt, isHeld }: SendAnswer): void {
    const { deed, assignmentId, clientId } = entry;
    if (deed.kind === 'flag') this.#parts.flags.noteSent(entry, isHeld);
    if (receipt !== null) this.#parts.undo.noteReceipt(clientId, receipt);
    if (deed.kind === 'judgment') this.#parts.hand.countOne();
    if (deed.kind === 'unskip') this.#acknowledged.delete(assignmentId);
    if (deed.kind !== 'judgment' && deed.kind !== 'skip') return;
    if (!this.#parts.screen.isJudging(assignmentId)) this.#acknowledged.add(assignmentId);
    void this.#parts.hand.refill();
  }

  #onRefused(entry: OutboxEntry): void {
    const { deed, assignmentId, clientId, refusal } = entry;
    if (deed.kind === 'unskip') {
      this.#parts.outbox.discard(clientId);
      this.#parts.hand.finish(assignmentId);
      this.#notify({ tone: 'warn', text: refusal?.message ?? '' });
    }
    // Where the task is still held it comes back with what was answered.
    if (deed.kind === 'judgment') this.#parts.screen.drafts.keep(assignmentId, deed);
    void this.#parts.hand.refill();
  }

  #onLost(assignmentId: string, message: string): void {
    if (!this.#parts.screen.isJudging(assignmentId)) {
      this.#parts.hand.finish(assignmentId);
      return;
    }
    const text = `${message} ${say('You may still submit: it counts while the place is free.')}`;
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
    return lookAtParts(this.#parts, { notice: this.#notice, announcement: this.#announcement });
  }
}
