import { z } from 'zod';
import { heldAssignment, ownProgress } from '#contract/judging.ts';
import type { KeptFolder } from '#web/session/device/kept-folder.ts';
import { startOfToday } from '#web/session/start-of-today.ts';
import type { HeldTask } from './hand-keeper.ts';
import type { Hand } from './judging-api.ts';

type HeldAssignment = Hand['assignments'][number];

const handSchema = z.object({
  assignmentIds: z.array(z.string()),
  progress: ownProgress,
  /** On which day "done today" was counted. */
  dayStartedAt: z.string(),
});
/** Ids are the server's own and are not weighed again. */
const taskSchema = heldAssignment.extend({ assignmentId: z.string(), itemId: z.string() });
const folder = 'task/';

/** The tasks in hand as this device keeps them, for a page that opens without a network. */
export class HandCopy {
  readonly #store: KeptFolder;

  constructor(store: KeptFolder) {
    this.#store = store;
  }

  keep(tasks: readonly HeldTask[], progress: Hand['progress']): void {
    const assignmentIds = tasks.map((task) => task.assignmentId);
    void this.#store.write('hand', { assignmentIds, progress, dayStartedAt: startOfToday() });
    for (const name of this.#store.list(folder)) {
      if (!assignmentIds.includes(name.slice(folder.length))) void this.#store.remove(name);
    }
    for (const { rubric: _keptByVersion, ...task } of tasks) {
      const name = folder + task.assignmentId;
      // A task does not change while it is held; copying long texts at every look would be felt.
      if (this.#store.read(name) === undefined) void this.#store.write(name, task);
    }
  }

  forget(assignmentId: string): void {
    void this.#store.remove(folder + assignmentId);
  }

  /** What was kept last; undefined where there is nothing that this version of the page can read. */
  read(): Pick<Hand, 'assignments' | 'progress'> | undefined {
    const hand = handSchema.safeParse(this.#store.read('hand'));
    if (!hand.success) return undefined;
    const { assignmentIds, progress, dayStartedAt } = hand.data;
    const assignments = assignmentIds.flatMap((id) => {
      const parsed = taskSchema.safeParse(this.#store.read(folder + id));
      return parsed.success ? [parsed.data as HeldAssignment] : [];
    });
    const doneToday = dayStartedAt === startOfToday() ? progress.doneToday : 0;
    return { assignments, progress: { ...progress, doneToday } };
  }
}
