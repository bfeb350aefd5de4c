import type { Rubric } from '#domain/rubrics/rubric.ts';
import { say } from '#web/messages/say.ts';
import type { KeptFolder } from '#web/session/device/kept-folder.ts';
import { createObservable, type MutableObservable, type Observable } from '#web/session/observable.ts';
import { classifyFailure } from './classify-failure.ts';
import { HandCopy } from './hand-copy.ts';
import type { Hand, JudgingApi } from './judging-api.ts';
import type { Timers } from './timers.ts';
import type { VersionKeeper } from './version-keeper.ts';

type HeldAssignment = Hand['assignments'][number];

/** A task in hand with the rubric that it is judged by. */
export interface HeldTask extends HeldAssignment {
  readonly rubric: Rubric;
}

export interface HandState {
  /** The one on screen first, then those fetched ahead. */
  readonly tasks: readonly HeldTask[];
  /** ready: tasks may be taken · empty: nothing left here · locked: others hold what is left. */
  readonly phase: 'loading' | 'ready' | 'empty' | 'locked' | 'closed' | 'unreachable' | 'failed';
  readonly message: string;
  readonly progress: Hand['progress'];
  /** The server could not be reached when it was last asked. */
  readonly isCut: boolean;
}

interface HandNeeds {
  readonly api: Pick<JudgingApi, 'takeHand'>;
  readonly store: KeptFolder;
  readonly versions: VersionKeeper;
  readonly timers: Timers;
  /** Assignments that are done here, though the server may not know it yet. */
  readonly isDone: (assignmentId: string) => boolean;
  /** The server has given these out to the person, and no others. */
  readonly onHeld: (assignmentIds: readonly string[]) => void;
}

/** A network that neither answers nor fails must not keep the tasks away that are on this device. */
const patienceMs = 4_000;
const waitMs = { locked: 10_000, empty: 60_000, unreachable: 4_000, failed: 15_000 } as const;

/** Keeps the task on screen and up to two fetched ahead, so that the next one is there at once. */
export class HandKeeper {
  readonly #needs: HandNeeds;
  readonly #copy: HandCopy;
  readonly #state: MutableObservable<HandState> = createObservable<HandState>({
    tasks: [],
    phase: 'loading',
    message: '',
    progress: { doneToday: 0, doneTotal: 0, medianActiveMs: null },
    isCut: false,
  });
  #isRefilling = false;
  #isAskedAgain = false;
  #isRunning = false;
  #cancelRetry = () => {};
  #cancelPatience = () => {};

  constructor(needs: HandNeeds) {
    this.#needs = needs;
    this.#copy = new HandCopy(needs.store);
  }

  get state(): Observable<HandState> {
    return this.#state;
  }

  start(): void {
    this.#isRunning = true;
    void this.refill();
    this.#cancelPatience = this.#needs.timers.after(patienceMs, () => this.#layCopy());
  }

  stop(): void {
    this.#isRunning = false;
    this.#cancelPatience();
    this.#cancelRetry();
  }

  /** Takes the task on screen out; the next one moves up. */
  finish(assignmentId: string): void {
    const { tasks: before, phase } = this.#state.get();
    const tasks = before.filter((task) => task.assignmentId !== assignmentId);
    const isLast = before.length > 0 && tasks.length === 0;
    this.#copy.forget(assignmentId);
    this.#change({ tasks, phase: isLast ? 'loading' : phase });
    if (isLast) void this.refill();
  }

  /** Puts a task back on screen, before all others. */
  putBack(task: HeldTask): void {
    const others = this.#state.get().tasks.filter((each) => each.assignmentId !== task.assignmentId);
    this.#change({ tasks: [task, ...others], phase: 'ready', message: '' });
    this.#copy.keep(this.#state.get().tasks, this.#state.get().progress);
  }

  /** Everything was given back: this device has no tasks to go on with. */
  forgetCopy(): void {
    this.#copy.keep([], this.#state.get().progress);
  }

  /** Counts a judgment that was just stored, until the server's own count comes. */
  countOne(): void {
    const { progress } = this.#state.get();
    this.#change({
      progress: { ...progress, doneToday: progress.doneToday + 1, doneTotal: progress.doneTotal + 1 },
    });
  }

  /** Tops the hand up from the queue; asked during a refill, it refills once more. */
  async refill(): Promise<void> {
    this.#cancelRetry();
    if (this.#isRefilling) {
      this.#isAskedAgain = true;
      return;
    }
    this.#isRefilling = true;
    try {
      const hand = await this.#needs.api.takeHand();
      await this.#lay(hand);
    } catch (error) {
      this.#fail(error);
    }
    this.#isRefilling = false;
    if (!this.#isAskedAgain) return;
    this.#isAskedAgain = false;
    await this.refill();
  }

  #change(part: Partial<HandState>): void {
    this.#state.set({ ...this.#state.get(), ...part });
  }

  #retryAfter(ms: number): void {
    if (this.#isRunning) this.#cancelRetry = this.#needs.timers.after(ms, () => void this.refill());
  }

  /** Shows what this device kept, while nothing else can be had. */
  #layCopy(): void {
    const { tasks: shown, phase } = this.#state.get();
    if (shown.length > 0 || (phase !== 'loading' && phase !== 'unreachable')) return;
    const kept = this.#copy.read();
    const tasks = (kept?.assignments ?? []).flatMap((each) => {
      const rubric = this.#needs.versions.keptRubric(each.rubricVersion);
      return rubric === undefined || this.#needs.isDone(each.assignmentId) ? [] : [{ ...each, rubric }];
    });
    if (kept !== undefined) this.#change({ progress: kept.progress });
    if (tasks.length > 0) this.#change({ tasks, phase: 'ready', message: '' });
  }

  async #lay(hand: Hand): Promise<void> {
    const fetched = await Promise.all(
      hand.assignments.map(async (each) => ({
        ...each,
        rubric: await this.#needs.versions.rubric(each.rubricVersion),
      })),
    );
    // Wanted by a key; without a network it would be too late to ask.
    for (const { guidelineVersion } of fetched)
      this.#needs.versions.guidelines(guidelineVersion).catch(() => {});
    const open = fetched.filter((task) => !this.#needs.isDone(task.assignmentId));
    const before = this.#state.get().tasks;
    const isHeld = (task: HeldTask) => open.some((each) => each.assignmentId === task.assignmentId);
    // The one on screen stays even when its lease was lost: what is written there must not vanish.
    const kept = before.filter((task, index) => index === 0 || isHeld(task));
    const added = open.filter((task) => !kept.some((each) => each.assignmentId === task.assignmentId));
    const tasks = [...kept, ...added];
    const shortage = hand.shortage === 'all_locked' ? 'locked' : 'empty';
    const phase = tasks.length > 0 ? 'ready' : hand.assignments.length > 0 ? 'loading' : shortage;
    this.#change({ tasks, phase, message: '', progress: hand.progress, isCut: false });
    this.#copy.keep(tasks, hand.progress);
    this.#needs.onHeld(fetched.map((task) => task.assignmentId));
    if (phase === 'locked' || phase === 'empty') this.#retryAfter(waitMs[phase]);
  }

  #fail(error: unknown): void {
    const failure = classifyFailure(error);
    const phase =
      failure.kind === 'passing' ? 'unreachable' : failure.kind === 'fault' ? 'failed' : ('closed' as const);
    const message = error instanceof Error ? error.message : say('Something went wrong.');
    if (failure.kind === 'passing' && failure.trouble === 'offline') this.#change({ isCut: true });
    // What is in hand can still be judged and waits in the outbox.
    if (phase !== 'closed') this.#layCopy();
    if (this.#state.get().tasks.length === 0) this.#change({ phase, message });
    if (phase !== 'closed') this.#retryAfter(waitMs[phase]);
  }
}
