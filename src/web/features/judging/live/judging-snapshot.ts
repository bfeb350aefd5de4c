import type { Desk } from '#web/features/judging/desk/desk.ts';
import type { DraftState } from './draft-keeper.ts';
import type { HandState, HeldTask } from './hand-keeper.ts';
import { type OnScreen, showTask } from './on-screen.ts';
import type { OutboxState } from './outbox.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import { describeSaving, type SaveState } from './save-state.ts';

/** A task as it is shown: fresh from the queue, or judged before and now amended. */
export interface ShownTask
  extends Pick<HeldTask, 'assignmentId' | 'rubric' | 'guidelineVersion' | 'prompt' | 'responses'> {
  readonly mode: 'judge' | 'amend';
}

/** A quiet line above the dock, with at most one act. */
export interface SessionNotice {
  readonly text: string;
  readonly tone: 'neutral' | 'warn';
  readonly act?: { readonly label: string; readonly run: () => void };
}

/** All that the judging screen shows. */
export interface JudgingSnapshot {
  readonly phase: HandState['phase'] | 'paused';
  readonly message: string;
  readonly task: ShownTask | null;
  /** Fetched ahead, to be rendered before they are needed. */
  readonly upcoming: readonly ShownTask[];
  readonly desk: Desk;
  readonly progress: HandState['progress'];
  readonly saving: SaveState;
  readonly refused: readonly OutboxEntry[];
  /** Whether this device keeps what is done here. */
  readonly device: OutboxState['device'];
  /** True while the network or the server is away. */
  readonly isOffline: boolean;
  readonly notice: SessionNotice | null;
  /** True when a break is due; a quiet line offers it. */
  readonly isBreakDue: boolean;
  /** Said to screen readers. */
  readonly announcement: string;
}

interface SessionParts extends Pick<JudgingSnapshot, 'desk' | 'notice' | 'isBreakDue' | 'announcement'> {
  readonly hand: HandState;
  readonly outbox: OutboxState;
  readonly draft: DraftState;
  readonly screen: OnScreen | null;
  readonly isPaused: boolean;
}

/** Puts the parts of a session together as the screen takes them. */
export function lookAtSession({
  hand,
  outbox,
  draft,
  screen,
  isPaused,
  ...rest
}: SessionParts): JudgingSnapshot {
  const isOffline = outbox.trouble === 'offline' || hand.isCut;
  const pending = outbox.waiting.filter((entry) => entry.deed.kind === 'judgment').length;
  const upcoming = hand.tasks.filter((task) => task !== screen?.task).slice(0, 2);
  return {
    ...rest,
    phase: isPaused ? 'paused' : hand.phase,
    message: hand.message,
    task: screen === null ? null : showTask(screen.task, screen.mode),
    upcoming: upcoming.map((task) => showTask(task, 'judge')),
    progress: { ...hand.progress, doneToday: hand.progress.doneToday + pending },
    saving: describeSaving(outbox, draft, isOffline),
    refused: outbox.refused,
    device: outbox.device,
    isOffline,
  };
}
