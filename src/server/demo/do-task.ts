import type { SimulatedAnnotator } from '#seeds/demo/annotator.ts';
import { explainFlag, explainSkip } from '#seeds/demo/notes.ts';
import { type SimulatedJudgment, simulateJudgment } from '#seeds/demo/simulate-judgment.ts';
import { amendJudgment } from '#server/features/judging/amend-judgment.ts';
import { flagAssignment } from '#server/features/judging/flag-assignment.ts';
import { skipAssignment } from '#server/features/judging/skip-assignment.ts';
import { type Receipt, submitJudgment } from '#server/features/judging/submit-judgment.ts';
import { findProject } from '#server/store/project-store.ts';
import type { Random } from '#stats/random/seeded-random.ts';
import { granted } from './granted.ts';
import type { JudgedItem } from './judged-items.ts';
import type { SeedServices } from './seed-services.ts';

export interface Task {
  readonly projectId: string;
  readonly assignmentId: string;
  readonly annotatorId: string;
  readonly annotator: SimulatedAnnotator;
  readonly item: JudgedItem;
  /** Counts the project's tasks: every so many is skipped, flagged or amended. */
  readonly taskNumber: number;
  readonly random: Random;
}

const skipEvery = 37;
const flagEvery = 29;
const amendEvery = 41;

/** Does one task at the pretended time, and returns when the person is ready for the next one. */
export async function doTask(services: SeedServices, task: Task): Promise<Date> {
  const { projectId, assignmentId, annotatorId, item, taskNumber } = task;
  const which = { projectId, assignmentId, annotatorId };
  if (taskNumber % skipEvery === 0) {
    later(services, 20_000);
    granted(await skipAssignment(services, { ...which, ...explainSkip(item.domain) }));
    return later(services, 5_000);
  }
  const judgment = await judge(services, task);
  later(services, judgment.activeMs);
  if (taskNumber % flagEvery === 0)
    granted(await flagAssignment(services, { ...which, ...explainFlag(item.domain) }));
  later(services, 1_000 + task.random.below(4_000));
  const submission = { ...which, ...judgment, clientId: services.newId() };
  const receipt = granted(await submitJudgment(services, submission));
  if (taskNumber % amendEvery === 0) await amend(services, { task, receipt, activeMs: judgment.activeMs });
  return later(services, 2_000 + task.random.below(9_000));
}

async function judge(services: SeedServices, task: Task): Promise<SimulatedJudgment> {
  const project = await findProject(services.database.kysely, { projectId: task.projectId });
  const rubric = await services.rubrics.read({
    projectId: task.projectId,
    version: project?.rubricVersion ?? 1,
  });
  const { annotator, random } = task;
  return simulateJudgment({ annotator, rubric, random, ...task.item });
}

/** The person looks again a little later and sees better. */
async function amend(
  services: SeedServices,
  again: { task: Task; receipt: Receipt; activeMs: number },
): Promise<void> {
  const { task, receipt } = again;
  const careful = { ...task.annotator, skill: 0.97, lengthBias: 0 };
  const { answers } = await judge(services, { ...task, annotator: careful });
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
