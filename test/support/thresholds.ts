import type { z } from 'zod';
import * as contract from '#contract/thresholds.ts';
import { type ThresholdAct, usualRule } from '#domain/thresholds/rule.ts';
import { runQuality } from '#server/features/quality/run-quality.ts';
import { askForQuality } from '#server/store/quality-store.ts';
import { addJudgment } from './judgments.ts';
import { addPerson, type TestPerson } from './people.ts';
import { addProject, type TestProject, validAnswers } from './projects.ts';
import type { TestServer } from './test-server.ts';

type Rule = z.infer<typeof contract.thresholdRule>;

export const ruleFor = (act: ThresholdAct, change: Partial<Rule> = {}): Rule => ({
  ...{ ...usualRule, tiers: [...usualRule.tiers], least: 20 },
  act,
  ...change,
});

export const prefers = (responseId: string) => validAnswers({ verdict: 'prefers', responseId, strength: 2 });
export const dayMs = 86_400_000;

export interface JudgedProject extends TestProject {
  readonly ana: TestPerson;
  readonly ben: TestPerson;
  /** Says the opposite of the other two, every time. */
  readonly odd: TestPerson;
}

/** Three people judged every item three times two days ago; nobody has anything left to do. */
export async function addOddProject(server: TestServer, { items = 24 } = {}): Promise<JudgedProject> {
  const project = await addProject(server, { items, overlap: 3 });
  const [ana, ben, odd] = [
    await addPerson(server, { projectId: project.id, name: 'Ana' }),
    await addPerson(server, { projectId: project.id, name: 'Ben' }),
    await addPerson(server, { projectId: project.id, name: 'Odd' }),
  ];
  const start = Date.now() - 2 * dayMs;
  for (const [place, itemId] of project.itemIds.entries())
    for (const person of [ana, ben, odd])
      await addJudgment(server, {
        ...{ projectId: project.id, itemId, annotatorId: person.id },
        answers: prefers(person === odd ? 'r2' : 'r1'),
        submittedAt: new Date(start + place * 60_000),
      });
  await computeReports(server, project.id);
  return { ...project, ana, ben, odd };
}

export async function computeReports(server: TestServer, projectId: string): Promise<void> {
  await server.services.database.kysely
    .transaction()
    .execute((transaction) =>
      askForQuality(transaction, { projectId, now: new Date(), lostBefore: new Date(0) }),
    );
  await runQuality(server.services, projectId);
}

export async function addRule(project: TestProject, rule: Rule, isOn = true) {
  return project.lead.client.call(contract.addThreshold, {
    params: { projectId: project.id },
    body: { name: 'Far from the others', rule, isOn },
  });
}

export async function apply(project: TestProject): Promise<number> {
  const { fired } = await project.lead.client.call(contract.applyThresholds, {
    params: { projectId: project.id },
  });
  return fired;
}

export async function firingsOf(project: TestProject) {
  const { firings } = await project.lead.client.call(contract.listThresholdFirings, {
    params: { projectId: project.id },
    query: {},
  });
  return firings;
}

export async function firstFiring(project: TestProject) {
  const [firing] = await firingsOf(project);
  if (firing === undefined) throw new Error('nothing fired');
  return firing;
}

export async function answer(project: TestProject, firingId: string, step: 'upheld' | 'lifted' | 'reversed') {
  return project.lead.client.call(contract.answerThresholdFiring, {
    params: { projectId: project.id, firingId },
    body: { step, words: 'We looked at it again.' },
  });
}

/** As a program that reads the API would meet it: an error has a code. */
export const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? 'failed',
  );
