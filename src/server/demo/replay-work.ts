import { type SimulatedAnnotator, simulatedAnnotators } from '#seeds/demo/annotator.ts';
import type { DemoProject } from '#seeds/demo/demo-projects.ts';
import { planSessions, type Session } from '#seeds/demo/plan-sessions.ts';
import { claimNext } from '#server/features/judging/take-hand.ts';
import type { Random } from '#stats/random/seeded-random.ts';
import { doTask } from './do-task.ts';
import type { JudgedItem } from './judged-items.ts';
import type { PeopleByEmail } from './seed-people.ts';
import type { SeedServices } from './seed-services.ts';

export interface Work {
  readonly projectId: string;
  readonly project: DemoProject;
  readonly people: PeopleByEmail;
  readonly items: ReadonlyMap<string, JudgedItem>;
  readonly now: Date;
  readonly random: Random;
  /** Something that happens in between: called once, when the pretended time has passed `at`. */
  readonly turn: { readonly at: Date; readonly act: () => Promise<void> };
}

interface Worker {
  readonly annotator: SimulatedAnnotator;
  readonly personId: string;
  readonly sessions: readonly Session[];
  sessionIndex: number;
  doneInSession: number;
  /** When this person's next task begins. */
  nextAt: number;
}

/** Lets everybody do their tasks in the order of time, each through the queue. */
export async function replayWork(services: SeedServices, work: Work): Promise<void> {
  const workers = simulatedAnnotators.flatMap((annotator) => hire(annotator, work));
  let turned = false;
  let taskNumber = 0;
  for (;;) {
    const worker = workers.filter(isAtWork).toSorted((one, other) => one.nextAt - other.nextAt)[0];
    if (!worker) return;
    if (!turned && worker.nextAt > work.turn.at.getTime()) {
      services.setNow(work.turn.at);
      await work.turn.act();
      turned = true;
    }
    services.setNow(new Date(worker.nextAt));
    const who = { projectId: work.projectId, annotatorId: worker.personId };
    const claim = await claimNext(services, { ...who, size: 1 });
    const item = typeof claim === 'string' ? undefined : work.items.get(claim.itemId);
    if (typeof claim === 'string' || !item) throw new Error('The demo could not be set up: no item is left.');
    taskNumber += 1;
    const task = { ...who, assignmentId: claim.assignmentId, item, annotator: worker.annotator, taskNumber };
    moveOn(worker, await doTask(services, { ...task, random: work.random }));
  }
}

function hire(annotator: SimulatedAnnotator, work: Work): Worker[] {
  const tasks = work.project.work[annotator.key];
  const personId = work.people.get(annotator.email);
  if (tasks === undefined || personId === undefined) return [];
  const sessions = planSessions({ now: work.now, tasks, random: work.random });
  const nextAt = sessions[0]?.startsAt.getTime() ?? 0;
  return [{ annotator, personId, sessions, sessionIndex: 0, doneInSession: 0, nextAt }];
}

function isAtWork(worker: Worker): boolean {
  return worker.sessionIndex < worker.sessions.length;
}

function moveOn(worker: Worker, finishedAt: Date): void {
  worker.doneInSession += 1;
  worker.nextAt = finishedAt.getTime();
  if (worker.doneInSession < (worker.sessions[worker.sessionIndex]?.tasks ?? 0)) return;
  worker.sessionIndex += 1;
  worker.doneInSession = 0;
  const next = worker.sessions[worker.sessionIndex];
  if (next) worker.nextAt = Math.max(worker.nextAt, next.startsAt.getTime());
}
