import { randomUUID } from 'node:crypto';
import type { Client } from '#client/call.ts';
import { type HeldAssignment, submitJudgment, takeHand } from '#contract/judging.ts';
import {
  listGuidelineVersions,
  publishGuidelines,
  readGuidelineVersion,
  readRubricVersion,
} from '#contract/rubrics.ts';
import { unitsOf } from '#domain/items/item-units.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { paceOf, perceiveItem } from '#domain/simulation/perceive-item.ts';
import { type Mix, tempers } from '#domain/simulation/population.ts';
import { simulateAnswers } from '#domain/simulation/simulate-answers.ts';
import { seedFromText } from '#stats/random/seed-from-text.ts';
import { seededRandom } from '#stats/random/seeded-random.ts';
import type { Recruit } from './recruit-people.ts';

/** The time that people live in: it waits, or moves a server's clock on. */
export interface SimulatedClock {
  readonly startMs: number;
  reach(ms: number): void | Promise<void>;
}

export interface PopulationRun {
  readonly lead: Client;
  readonly projectId: string;
  readonly people: readonly Recruit[];
  readonly mix: Mix;
  readonly seed: number;
  /** How many judgments there will be, about. */
  readonly expected: number;
  readonly clock: SimulatedClock;
  readonly onProgress?: ((done: number) => void) | undefined;
}

export interface PersonOutcome {
  readonly person: Recruit;
  readonly judgments: number;
}

interface Worker {
  readonly person: Recruit;
  /** When this person is done with the task in hand, in the clock's milliseconds. */
  atMs: number;
  day: number;
  judgments: number;
  inSession: number;
  hand: HeldAssignment[];
}

const dayMs = 86_400_000;
const handSize = 3;

/**
 * Lets everybody judge until they have enough or the queue is empty, one act after the other in the order of their
 * own times, so that the same seed gives the same judgments.
 */
export async function runPopulation(run: PopulationRun): Promise<PersonOutcome[]> {
  const { people, clock, seed, mix } = run;
  const rubrics = new RubricShelf(run.lead, run.projectId);
  const start = seededRandom(seedFromText(`${seed}:start`));
  const workers = people.map((person): Worker => {
    const atMs = clock.startMs + Math.round(start.next() * 3_600_000);
    return { person, atMs, day: 0, judgments: 0, inSession: 0, hand: [] };
  });
  let waiting = workers;
  let done = 0;
  let change: { readonly version: number } | null = null;
  while (waiting.length > 0) {
    const worker = waiting.reduce((first, each) => (each.atMs < first.atMs ? each : first));
    await clock.reach(worker.atMs);
    const goesOn = await judgeOne(worker, { run, rubrics, changedAt: change?.version ?? null });
    if (!goesOn) {
      waiting = waiting.filter((each) => each !== worker);
      continue;
    }
    done += 1;
    run.onProgress?.(done);
    if (change === null && mix.guidelinesChangeAt !== null && done >= mix.guidelinesChangeAt * run.expected)
      change = await changeGuidelines(run);
  }
  return workers.map(({ person, judgments }) => ({ person, judgments }));
}

interface Around {
  readonly run: PopulationRun;
  readonly rubrics: RubricShelf;
  /** The version of the guidelines that changed what people of a drifting kind think. */
  readonly changedAt: number | null;
}

/** Submits the task in hand and takes the next one; false where the person has enough, or there is nothing left. */
async function judgeOne(worker: Worker, { run, rubrics, changedAt }: Around): Promise<boolean> {
  const { person } = worker;
  if (worker.judgments >= person.judgments) return false;
  if (worker.hand.length === 0) {
    const { assignments } = await person.client.call(takeHand, {
      params: { projectId: run.projectId },
      body: { size: handSize },
    });
    worker.hand = assignments;
  }
  const task = worker.hand.shift();
  if (task === undefined) return false;
  const temper = tempers[person.kind];
  const isAfterChange = changedAt !== null && task.guidelineVersion >= changedAt;
  const met = {
    itemId: task.itemId,
    responses: task.responses,
    doneInSession: worker.inSession,
    isAfterChange,
  };
  const seen = perceiveItem(met, { seed: run.seed, person, temper });
  const rubric = await rubrics.read(task.rubricVersion);
  const responseIds = task.responses.map(({ id }) => id);
  const answers = simulateAnswers({ rubric, responseIds, units: unitsOf(task) }, seen);
  const activeMs = paceOf(task, temper, seen.random);
  worker.atMs += activeMs;
  await run.clock.reach(worker.atMs);
  await person.client.call(submitJudgment, {
    params: { projectId: run.projectId, assignmentId: task.assignmentId },
    body: { clientId: randomUUID(), answers, activeMs },
  });
  worker.judgments += 1;
  rest(worker, run);
  return true;
}

/** After a session somebody comes back the next day. */
function rest(worker: Worker, { mix, clock }: PopulationRun): void {
  worker.inSession += 1;
  if (worker.inSession < mix.tasksPerSession) return;
  worker.inSession = 0;
  worker.day += 1;
  worker.hand = [];
  worker.atMs = Math.max(worker.atMs, clock.startMs + worker.day * dayMs);
}

async function changeGuidelines({ lead, projectId }: PopulationRun): Promise<{ version: number }> {
  const { versions } = await lead.call(listGuidelineVersions, { params: { projectId } });
  const version = versions[0]?.version ?? 0;
  const { markdown } = await lead.call(readGuidelineVersion, { params: { projectId, version } });
  return lead.call(publishGuidelines, {
    params: { projectId },
    body: {
      markdown: `${markdown}\n\n## What counts most\n\nPrefer the response that a careful reader would act on.\n`,
      note: 'Changed by the simulation',
      basedOn: version,
    },
  });
}

/** The versions of the rubric, each read once. */
class RubricShelf {
  readonly #client: Client;
  readonly #projectId: string;
  readonly #known = new Map<number, Rubric>();

  constructor(client: Client, projectId: string) {
    this.#client = client;
    this.#projectId = projectId;
  }

  async read(version: number): Promise<Rubric> {
    const known = this.#known.get(version);
    if (known !== undefined) return known;
    const params = { projectId: this.#projectId, version };
    const { rubric } = await this.#client.call(readRubricVersion, { params });
    this.#known.set(version, rubric as Rubric);
    return rubric as Rubric;
  }
}
