import { randomUUID } from 'node:crypto';
import * as contract from '#contract/gold.ts';
import * as judging from '#contract/judging.ts';
import type { GoldSettings } from '#domain/gold/decide-serving.ts';
import type { GoldPurpose } from '#domain/gold/gold.ts';
import type { Answers } from '#domain/judging/answers.ts';
import type { TestPerson } from '#test/support/people.ts';
import { type TestProject, validAnswers } from '#test/support/projects.ts';

export const prefers = (responseId: string): Answers =>
  validAnswers({ verdict: 'prefers', responseId, strength: 2 });

/** Makes items gold for which r1 is better, and serves them. */
export async function serveAsGold(
  project: TestProject,
  itemIds: readonly string[],
  { purpose = 'test', answers = prefers('r1') }: { purpose?: GoldPurpose; answers?: Answers } = {},
): Promise<void> {
  const { client } = project.lead;
  for (const itemId of itemIds)
    await client.call(contract.saveGoldItem, {
      params: { projectId: project.id, itemId },
      body: { answers, purpose },
    });
  await client.call(contract.setGoldState, {
    params: { projectId: project.id },
    body: { itemIds: [...itemIds], state: 'active' },
  });
}

export async function setSettings(project: TestProject, settings: Partial<GoldSettings>): Promise<void> {
  await project.lead.client.call(contract.setGoldSettings, {
    params: { projectId: project.id },
    body: { firstTasks: 0, firstPurpose: 'test', sharePercent: 0, trainingPercent: 0, ...settings },
  });
}

export async function takeOne(project: TestProject, person: TestPerson) {
  const hand = await person.client.call(judging.takeHand, {
    params: { projectId: project.id },
    body: { size: 1 },
  });
  return hand.assignments[0];
}

export async function submit(
  project: TestProject,
  person: TestPerson,
  { assignmentId, answers = prefers('r1') }: { assignmentId: string; answers?: Answers },
) {
  return person.client.call(judging.submitJudgment, {
    params: { projectId: project.id, assignmentId },
    body: { clientId: randomUUID(), answers, activeMs: 1_000 },
  });
}

/** Judges so many tasks, or until none is left; says which assignments came. */
export async function judgeTasks(
  project: TestProject,
  person: TestPerson,
  { count, answers = prefers('r1') }: { count: number; answers?: Answers },
): Promise<string[]> {
  const judged: string[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    const task = await takeOne(project, person);
    if (!task) break;
    await submit(project, person, { assignmentId: task.assignmentId, answers });
    judged.push(task.assignmentId);
  }
  return judged;
}
