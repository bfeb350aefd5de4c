import type { flagAssignment } from '#contract/flags.ts';
import type { BodyOf } from '#contract/route.ts';
import type { Answers } from '#domain/judging/answers.ts';
import { say } from '#web/messages/say.ts';
import type { HeldTask } from './hand-keeper.ts';
import type { SessionNotice } from './judging-snapshot.ts';
import type { Outbox } from './outbox.ts';
import { aboutTask, type OutboxEntry } from './outbox-entry.ts';
import type { Timers } from './timers.ts';

/** What a person says in a flag; what they have answered so far goes with it. */
export type FlagWords = Omit<BodyOf<typeof flagAssignment>, 'answersSoFar' | 'clientId'>;

interface FlagNeeds {
  readonly outbox: Pick<Outbox, 'add' | 'state'>;
  readonly timers: Timers;
  readonly newId: () => string;
  readonly isShown: (assignmentId: string) => boolean;
  readonly onNotice: (notice: SessionNotice) => void;
}

/** A flag that arrives sooner is only said to have arrived. */
const patienceMs = 700;

/** Sends flags the way judgments are sent, and says where the last one is as long as its task stands on screen. */
export class FlagKeeper {
  readonly #needs: FlagNeeds;

  constructor(needs: FlagNeeds) {
    this.#needs = needs;
  }

  add(task: HeldTask, flag: FlagWords, answers: Answers): void {
    const { outbox, timers, newId } = this.#needs;
    const [clientId, { assignmentId }] = [newId(), task];
    void outbox.add({
      clientId,
      assignmentId,
      deed: { kind: 'flag', flag, answers },
      about: aboutTask(task),
    });
    timers.after(patienceMs, () => {
      const isWaiting = outbox.state.get().waiting.some((entry) => entry.clientId === clientId);
      if (isWaiting) this.#tell(assignmentId, waitingText());
    });
  }

  noteSent({ assignmentId }: OutboxEntry, isHeld: boolean): void {
    this.#tell(assignmentId, flaggedText(isHeld));
  }

  #tell(assignmentId: string, text: string): void {
    const { isShown, onNotice } = this.#needs;
    // Over another task it would be taken for that one's.
    if (isShown(assignmentId)) onNotice({ tone: 'neutral', text });
  }
}

function waitingText(): string {
  return say('The flag waits on this device and is sent by itself. You may judge the task or skip it.');
}

function flaggedText(isHeld: boolean): string {
  return isHeld
    ? say('Flagged, and out of the queue until somebody decides. You may judge it or skip it.')
    : say('Flagged. You may judge it or skip it.');
}
