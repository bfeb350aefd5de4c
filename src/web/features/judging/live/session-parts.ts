import type { KeptFolder } from '#web/session/device/kept-folder.ts';
import { FlagKeeper } from './flag-keeper.ts';
import { HandKeeper } from './hand-keeper.ts';
import type { JudgingApi } from './judging-api.ts';
import { type JudgingSnapshot, lookAtSession, type SessionNotice } from './judging-snapshot.ts';
import { Outbox } from './outbox.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import { Presence } from './presence.ts';
import { ScreenKeeper } from './screen-keeper.ts';
import type { SendAnswer } from './send-entry.ts';
import type { Timers } from './timers.ts';
import type { TypingWatch } from './typing-watch.ts';
import { UndoList } from './undo-list.ts';
import { VersionKeeper } from './version-keeper.ts';

/** What a judging session gets from outside. */
export interface SessionNeeds {
  readonly api: JudgingApi;
  readonly store: KeptFolder;
  readonly timers: Timers;
  /** Runs while no other window of this person and project does. */
  readonly alone: (run: () => Promise<void>) => Promise<void>;
  readonly newId: () => string;
  readonly leaseMs: number;
  readonly isVisible: boolean;
  /** Counts how what is written comes about. */
  readonly typing?: Pick<TypingWatch, 'restart' | 'read'>;
}

/** What the parts tell the session. */
export interface SessionHooks {
  readonly onSent: (entry: OutboxEntry, answer: SendAnswer) => void;
  readonly onRefused: (entry: OutboxEntry) => void;
  /** Whether an assignment is done here, though the server may not know it yet. */
  readonly isDone: (assignmentId: string) => boolean;
  readonly onLost: (assignmentId: string, message: string) => void;
  readonly onNotice: (notice: SessionNotice) => void;
  readonly onChange: () => void;
}

export type SessionParts = ReturnType<typeof buildParts>;

/** The parts of a session, each with its one concern; they know each other only through this. */
export function buildParts(needs: SessionNeeds, hooks: SessionHooks) {
  const versions = new VersionKeeper(needs);
  const outbox = new Outbox({ ...needs, ...hooks });
  const hand = new HandKeeper({
    ...needs,
    ...hooks,
    versions,
    onHeld: (assignmentIds) => screen.drafts.tidy(assignmentIds),
  });
  const presence = new Presence({
    ...needs,
    ...hooks,
    listHeld: () => hand.state.get().tasks.map((task) => task.assignmentId),
  });
  const screen = new ScreenKeeper({ ...needs, ...hooks, clock: presence.clock });
  const flags = new FlagKeeper({
    ...needs,
    ...hooks,
    outbox,
    isShown: (assignmentId) => screen.screen?.task.assignmentId === assignmentId,
  });
  return { versions, outbox, hand, presence, screen, flags, undo: new UndoList(outbox) };
}

/** What the screen shows of the parts. */
export function lookAtParts(
  { hand, outbox, screen, presence }: SessionParts,
  said: Pick<JudgingSnapshot, 'notice' | 'announcement'>,
): JudgingSnapshot {
  return lookAtSession({
    ...said,
    hand: hand.state.get(),
    outbox: outbox.state.get(),
    draft: screen.drafts.state.get(),
    screen: screen.screen,
    desk: screen.desk,
    isPaused: presence.isPaused,
    isBreakDue: presence.breaks.isDue(),
  });
}
