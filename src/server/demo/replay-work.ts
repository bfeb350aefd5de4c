import type { Rubric } from '#domain/rubrics/rubric.ts';
import { type SimulatedAnnotator, simulatedAnnotators } from '#seeds/demo/annotator.ts';
import { planSessions, type Session } from '#seeds/demo/plan-sessions.ts';
import { claimNext } from '#server/features/judging/take-hand.ts';
import { findProjectRules } from '#server/store/project-store.ts';
import type { Random } from '#stats/random/seeded-random.ts';
import { type DoneTask, doTask } from './do-task.ts';
import type { JudgedItem } from './judged-items.ts';
import type { PeopleByEmail } from './seed-people.ts';
import type { SeedServices } from './seed-services.ts';

export interface Work {
  readonly projectId: string;
  /** Annotator key → how many tasks they have had. */
  readonly work: Readonly<Record<string, number>>;
  readonly rubric: Rubric;
  readonly people: PeopleByEmail;
  readonly items: ReadonlyMap<string, JudgedItem>;
  readonly now: Date;
  readonly random: Random;
  /** What happens in between: each called once, when the pretended time has passed `at`. */
  readonly turns?: readonly Turn[];
}

export interface Turn {
  readonly at: Date;
  readonly act: () => Promise<void>;
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
  const turns = (work.turns ?? []).toSorted((one, other) => one.at.getTime() - other.at.getTime());
  const silent = await findProjectRules(services.database.kysely, work.projectId);
  let taskNumber = 0;
  const ends = new Map<string, DoneTask['end'][]>();
  for (;;) {
    const worker = workers.filter(isAtWork).toSorted((one, other) => one.nextAt - other.nextAt)[0];
    await takeTurns(services, { turns, before: worker?.nextAt ?? Number.POSITIVE_INFINITY });
    if (!worker) return;
    services.setNow(new Date(worker.nextAt));
    const who = { projectId: work.projectId, annotatorId: worker.personId };
    const claim = await claimNext(services, { ...who, size: 1, ...(silent && { silent }) });
    const item = typeof claim === 'string' ? undefined : work.items.get(claim.itemId);
    if (typeof claim === 'string' || !item) throw new Error('The demo could not be set up: no item is left.');
    taskNumber += 1;
    const { rubric, random } = work;
    const before = ends.get(claim.itemId) ?? [];
    const done = await doTask(services, {
      ...{ ...who, assignmentId: claim.assignmentId, item, annotator: worker.annotator, taskNumber },
      ...{ rubric, random, skippedBefore: before.includes('skipped') },
      judgedBefore: before.filter((end) => end === 'judged').length,
    });
    ends.set(claim.itemId, [...before, done.end]);
    moveOn(worker, done.readyAt);
  }
}

async function takeTurns(
  services: SeedServices,
  { turns, before }: { turns: Turn[]; before: number },
): Promise<void> {
  while (turns[0] && turns[0].at.getTime() < before) {
    const [turn] = turns.splice(0, 1);
    if (!turn) return;
    services.setNow(turn.at > services.now() ? turn.at : services.now());
    await turn.act();
  }
}

function hire(annotator: SimulatedAnnotator, work: Work): Worker[] {
  const tasks = work.work[annotator.key];
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
