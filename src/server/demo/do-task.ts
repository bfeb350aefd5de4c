import { explainFlag, explainSkip } from '#seeds/demo/notes.ts';
import { amendJudgment } from '#server/features/judging/amend-judgment.ts';
import { flagAssignment } from '#server/features/judging/flag-assignment.ts';
import { skipAssignment } from '#server/features/judging/skip-assignment.ts';
import { type Receipt, submitJudgment } from '#server/features/judging/submit-judgment.ts';
import { granted } from './granted.ts';
import type { JudgedItem, Judging } from './judged-items.ts';
import type { SeedServices } from './seed-services.ts';

export interface Task extends Judging {
  readonly projectId: string;
  readonly assignmentId: string;
  readonly annotatorId: string;
  readonly item: JudgedItem;
  readonly skippedBefore: boolean;
  /** Counts the project's tasks: every so many is skipped, flagged or amended. */
  readonly taskNumber: number;
}

export interface DoneTask {
  readonly end: 'judged' | 'skipped';
  readonly readyAt: Date;
}

const skipEvery = 37;
const flagEvery = 29;
const amendEvery = 41;

/** Does one task at the pretended time: how it ended, and when the person is ready for the next one. */
export async function doTask(services: SeedServices, task: Task): Promise<DoneTask> {
  const { projectId, assignmentId, annotatorId, item } = task;
  const which = { projectId, assignmentId, annotatorId };
  const skip = findSkip(task);
  if (skip) {
    later(services, 20_000);
    granted(await skipAssignment(services, { ...which, ...skip }));
    return { end: 'skipped', readyAt: later(services, 5_000) };
  }
  const judgment = item.judge(task);
  later(services, judgment.activeMs);
  const flag = findFlag(task);
  if (flag) granted(await flagAssignment(services, { ...which, ...flag }));
  later(services, 1_000 + task.random.below(4_000));
  const submission = { ...which, ...judgment, clientId: services.newId() };
  const receipt = granted(await submitJudgment(services, submission));
  if (task.taskNumber % amendEvery === 0)
    await amend(services, { task, receipt, activeMs: judgment.activeMs });
  return { end: 'judged', readyAt: later(services, 2_000 + task.random.below(9_000)) };
}

/** In large projects every so many is skipped or flagged; in small ones the content says what is worth it. */
function findSkip({ item, taskNumber, judgedBefore, skippedBefore }: Task): JudgedItem['skip'] {
  if (taskNumber % skipEvery === 0) return explainSkip(item.domain);
  return judgedBefore === 1 && !skippedBefore ? item.skip : undefined;
}

function findFlag({ item, taskNumber, judgedBefore }: Task): JudgedItem['flag'] {
  if (taskNumber % flagEvery === 0) return explainFlag(item.domain);
  return judgedBefore === 0 ? item.flag : undefined;
}

/** The person looks again a little later and sees better. */
async function amend(
  services: SeedServices,
  again: { task: Task; receipt: Receipt; activeMs: number },
): Promise<void> {
  const { task, receipt } = again;
  const careful = { ...task.annotator, skill: 0.97, lengthBias: 0 };
  const { answers } = task.item.judge({ ...task, annotator: careful });
  later(services, 150_000);
  granted(
    await amendJudgment(services, {
      projectId: task.projectId,
      assignmentId: task.assignmentId,
      annotatorId: task.annotatorId,
      clientId: services.newId(),
      answers,
      activeMs: again.activeMs + 40_000,
      supersedes: receipt.judgmentId,
    }),
  );
}

function later(services: SeedServices, ms: number): Date {
  const then = new Date(services.now().getTime() + ms);
  services.setNow(then);
  return then;
}
