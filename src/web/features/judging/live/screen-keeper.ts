import { emptyAnswers } from '#domain/judging/answers.ts';
import { tidyAnswers } from '#web/features/judging/desk/apply-answer.ts';
import { type Desk, reduceDesk, resumeDesk, seekMissing } from '#web/features/judging/desk/desk.ts';
import { deskTaskOf } from '#web/features/judging/desk/desk-task.ts';
import type { JudgeAct } from '#web/features/judging/desk/judge-act.ts';
import { say } from '#web/messages/say.ts';
import type { KeptFolder } from '#web/session/device/kept-folder.ts';
import type { ActivityClock } from './activity-clock.ts';
import { DraftKeeper, type Work } from './draft-keeper.ts';
import type { JudgingApi } from './judging-api.ts';
import type { SessionNotice } from './judging-snapshot.ts';
import type { OnScreen } from './on-screen.ts';
import type { Timers } from './timers.ts';
import type { TypingWatch } from './typing-watch.ts';

interface ScreenNeeds {
  readonly api: Pick<JudgingApi, 'saveDraft' | 'takeHand'>;
  readonly store: KeptFolder;
  readonly timers: Timers;
  readonly clock: ActivityClock;
  readonly typing?: Pick<TypingWatch, 'restart' | 'read'>;
  readonly onNotice: (notice: SessionNotice) => void;
  readonly onChange: () => void;
}

const noDesk: Desk = { answers: emptyAnswers, active: null, missing: null };

/** The task on screen with its answers, its time and its draft. */
export class ScreenKeeper {
  readonly #needs: ScreenNeeds;
  readonly drafts: DraftKeeper;
  #screen: OnScreen | null = null;
  #desk: Desk = noDesk;
  #isTouched = false;

  constructor(needs: ScreenNeeds) {
    this.#needs = needs;
    const { api, store, timers } = needs;
    this.drafts = new DraftKeeper({
      api,
      store,
      timers,
      loadDraft: async (assignmentId) =>
        (await api.takeHand()).assignments.find((each) => each.assignmentId === assignmentId)?.draft ?? null,
      onReplaced: (assignmentId, theirs, mine) => this.#onReplaced(assignmentId, theirs, mine),
    });
  }

  get screen(): OnScreen | null {
    return this.#screen;
  }

  get desk(): Desk {
    return this.#screen === null ? noDesk : this.#desk;
  }

  /** Whether something was answered in this window since the task came. */
  get isTouched(): boolean {
    return this.#isTouched;
  }

  /** Whether this assignment is on screen to be judged. */
  isJudging(assignmentId: string): boolean {
    return this.#screen?.mode === 'judge' && this.#screen.task.assignmentId === assignmentId;
  }

  show(screen: OnScreen, given?: Work): void {
    this.#screen = screen;
    this.#isTouched = false;
    const { assignmentId, draft } = screen.task;
    if (screen.mode === 'amend') this.drafts.close();
    const opened = screen.mode === 'judge' ? this.drafts.open(assignmentId, draft, given) : given;
    const answers = opened?.answers ?? emptyAnswers;
    this.#desk = resumeDesk(deskTaskOf(screen.task), answers);
    this.#needs.clock.restart(opened?.activeMs ?? 0);
    this.#needs.typing?.restart(opened?.typing);
  }

  clear(): void {
    this.#screen = null;
  }

  /** Applies an act to the answers and keeps them. */
  answer(act: JudgeAct): void {
    if (this.#screen === null) return;
    const before = this.#desk;
    this.#desk = reduceDesk(before, act, deskTaskOf(this.#screen.task));
    if (this.#desk === before) return;
    if (this.#desk.answers !== before.answers) {
      this.#isTouched = true;
      if (this.#screen.mode === 'judge') this.drafts.change(this.readWork());
    }
    this.#needs.onChange();
  }

  /** True where an answer is missing; the desk then stands at it. */
  seekMissing(): boolean {
    const sought = this.#screen === null ? undefined : seekMissing(this.#desk, deskTaskOf(this.#screen.task));
    if (sought !== undefined) this.#desk = sought;
    return sought !== undefined;
  }

  readWork(): Work {
    const answers = tidyAnswers(this.#desk.answers, this.#screen?.task.rubric);
    const typing = this.#needs.typing?.read();
    const activeMs = this.#needs.clock.readActiveMs();
    return { answers, activeMs, ...(typing !== undefined && { typing }) };
  }

  #onReplaced(assignmentId: string, theirs: Work, mine: Work): void {
    if (!this.isJudging(assignmentId) || this.#screen === null) return;
    const task = deskTaskOf(this.#screen.task);
    this.#desk = resumeDesk(task, theirs.answers);
    const useMine = () => {
      if (!this.isJudging(assignmentId)) return;
      this.#desk = resumeDesk(task, mine.answers);
      this.drafts.change(this.readWork());
      this.#needs.onChange();
    };
    const text = say('A newer draft of this task was found, from another window or device. It is shown now.');
    this.#needs.onNotice({ tone: 'neutral', text, act: { label: say('Use mine instead'), run: useMine } });
  }
}
