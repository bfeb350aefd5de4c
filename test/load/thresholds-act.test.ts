import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeHand } from '#contract/judging.ts';
import { disputeFiring, noteFiringSeen, readOwnStanding } from '#contract/own-thresholds.ts';
import { listPeopleQuality } from '#contract/people-quality.ts';
import { computeQuality } from '#contract/quality.ts';
import * as contract from '#contract/thresholds.ts';
import { computeGoldResults } from '#server/features/gold/compute-results.ts';
import { judgeTasks, serveAsGold } from '#server/features/gold/gold.fixture.ts';
import { applyRules } from '#server/features/thresholds/apply-rules.ts';
import { addPerson } from '#test/support/people.ts';
import { addItems } from '#test/support/projects.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';
import {
  addOddProject,
  addRule,
  answer,
  apply,
  codeOf,
  firingsOf,
  firstFiring,
  type JudgedProject,
  prefers,
  ruleFor,
} from '#test/support/thresholds.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ withJobs: false });
  // Jobs are put in line, and run by nobody: each test says when.
  await server.services.jobs.start();
});
afterAll(async () => {
  await server.services.jobs.stop();
  await server.stop();
});

const paramsOf = ({ id }: { id: string }) => ({ params: { projectId: id } });
const standingOf = (project: JudgedProject) => project.odd.client.call(readOwnStanding, paramsOf(project));
const handOf = (project: JudgedProject) =>
  project.odd.client.call(takeHand, { ...paramsOf(project), body: { size: 1 } });

describe('rules', () => {
  test('a lead sees what a rule would do before it is switched on', async () => {
    const project = await addOddProject(server);
    const { people } = await project.lead.client.call(contract.previewThreshold, {
      ...paramsOf(project),
      body: { rule: ruleFor({ kind: 'pause' }) },
    });
    expect(people.map(({ name, verdict }) => [name, verdict.fires, verdict.reason])).toEqual([
      ['Odd', true, null],
      ['Ana', false, 'within'],
      ['Ben', false, 'within'],
    ]);
    expect(people[0]?.verdict.evidence).toMatchObject({ value: 0, n: 24 });
    expect(await firingsOf(project)).toEqual([]);
  });

  test('a rule that makes no sense is refused with its field, and a stale change is refused', async () => {
    const project = await addOddProject(server, { items: 2 });
    const wrong = addRule(project, ruleFor({ kind: 'pause' }, { side: 'above' }));
    await expect(wrong).rejects.toMatchObject({
      code: 'threshold_invalid',
      places: [{ path: 'body.rule.side' }],
    });
    const { ruleId, version } = await addRule(project, ruleFor({ kind: 'warn' }), false);
    const change = (isOn: boolean) =>
      project.lead.client.call(contract.changeThreshold, {
        params: { projectId: project.id, ruleId },
        body: { name: 'Renamed', rule: ruleFor({ kind: 'warn' }), isOn, version },
      });
    expect(await change(true)).toMatchObject({ name: 'Renamed', version: 2, isOn: true });
    expect(await codeOf(change(false))).toBe('threshold_stale');
    await project.lead.client.call(contract.removeThreshold, { params: { projectId: project.id, ruleId } });
    const { rules } = await project.lead.client.call(contract.listThresholds, paramsOf(project));
    expect(rules).toEqual([]);
    expect(await codeOf(change(true))).toBe('not_found');
  });

  test('that are off do nothing, and those that are on fire once on the same judgments, also twice at once', async () => {
    const project = await addOddProject(server);
    await addRule(project, ruleFor({ kind: 'pause' }), false);
    expect(await apply(project)).toBe(0);
    await addRule(project, ruleFor({ kind: 'warn' }));
    const counts = await Promise.all([1, 2, 3, 4].map(() => applyRules(server.services, project.id)));
    expect(counts.toSorted()).toEqual([0, 0, 0, 1]);
    expect(await apply(project)).toBe(0);
    expect(await firingsOf(project)).toMatchObject([
      { personName: 'Odd', act: 'warn', state: 'in_force', evidence: { n: 24, value: 0 }, excluded: 0 },
    ]);
  });

  test('what a rule did cannot be rewritten', async () => {
    const project = await addOddProject(server);
    await addRule(project, ruleFor({ kind: 'warn' }));
    await apply(project);
    const { pool } = server.services.database;
    const rewrite = pool.query(`update threshold_firings set evidence = '{}' where project_id = $1`, [
      project.id,
    ]);
    await expect(rewrite).rejects.toMatchObject({ code: 'PLB01' });
  });
});

describe('somebody who is paused', () => {
  test('is told why instead of being given tasks, disputes it, and goes on when it is reversed', async () => {
    const project = await addOddProject(server);
    await addItems(server, { projectId: project.id, count: 3, overlap: 3 });
    await addRule(project, ruleFor({ kind: 'pause' }));
    await apply(project);
    await expect(handOf(project)).rejects.toMatchObject({ code: 'person_paused', status: 403 });
    const standing = await standingOf(project);
    expect(standing).toMatchObject({
      blockedBy: 'pause',
      firings: [{ act: 'pause', evidence: { value: 0, n: 24 }, state: 'in_force' }],
    });
    // By the minute, evidence could tell which tasks were gold.
    expect(standing.firings[0]?.evidence.from).toMatch(/^\d{4}-\d\d-\d\d$/);
    const { firingId } = await firstFiring(project);
    const at = { params: { projectId: project.id, firingId } };
    await project.odd.client.call(disputeFiring, { ...at, body: { words: 'The others misread section 2.' } });
    expect(await firstFiring(project)).toMatchObject({
      state: 'disputed',
      steps: [{ kind: 'disputed', name: 'Odd', words: 'The others misread section 2.' }],
    });
    // Nobody disputes for somebody else.
    const stranger = project.ana.client.call(disputeFiring, { ...at, body: { words: 'Not mine.' } });
    expect(await codeOf(stranger)).toBe('not_found');
    expect(await answer(project, firingId, 'reversed')).toMatchObject({
      state: 'reversed',
      isInForce: false,
    });
    expect((await handOf(project)).assignments).toHaveLength(1);
    expect(await standingOf(project)).toMatchObject({ blockedBy: null, firings: [{ state: 'reversed' }] });
    // The same judgments are not held against them again.
    expect(await apply(project)).toBe(0);
  });

  test('finishes what is in hand, and stays paused after leaving the project and coming back', async () => {
    const project = await addOddProject(server);
    await addItems(server, { projectId: project.id, count: 3, overlap: 3 });
    expect((await handOf(project)).assignments).toHaveLength(1);
    await addRule(project, ruleFor({ kind: 'pause' }));
    await apply(project);
    const hand = await project.odd.client.call(takeHand, { ...paramsOf(project), body: { size: 3 } });
    expect(hand).toMatchObject({ assignments: [{}], shortage: 'held_back' });
    await judgeTasks(project, project.odd, { count: 1 });
    expect(await codeOf(handOf(project))).toBe('person_paused');
    const { pool } = server.services.database;
    const who = [project.id, project.odd.id];
    await pool.query('delete from project_members where project_id = $1 and person_id = $2', who);
    await pool.query(
      `insert into project_members (project_id, person_id, role, added_at) values ($1, $2, 'annotator', now())`,
      who,
    );
    expect(await codeOf(handOf(project))).toBe('person_paused');
    const { firingId } = await firstFiring(project);
    await answer(project, firingId, 'lifted');
    expect((await handOf(project)).assignments).toHaveLength(1);
    expect(await codeOf(answer(project, firingId, 'upheld'))).toBe('firing_step_unfit');
  });
});

test('a notice is put away once, and an upheld act is not disputed again', async () => {
  const project = await addOddProject(server);
  await addRule(project, ruleFor({ kind: 'warn' }));
  await apply(project);
  const { firingId } = await firstFiring(project);
  const at = { params: { projectId: project.id, firingId } };
  for (const _ of [1, 2]) await project.odd.client.call(noteFiringSeen, at);
  const dispute = () =>
    project.odd.client.call(disputeFiring, { ...at, body: { words: 'I differ for a reason.' } });
  await dispute();
  await Promise.all([answer(project, firingId, 'upheld'), answer(project, firingId, 'upheld')]);
  const firing = await firstFiring(project);
  expect(firing.state).toBe('upheld');
  expect(firing.steps.map(({ kind }) => kind)).toEqual(['seen', 'disputed', 'upheld']);
  // The same step again is the same step; it says what came of it.
  expect((await dispute()).state).toBe('upheld');
});

test('whoever has to calibrate gets known answers alone, and ordinary work after passing enough of the last ones', async () => {
  const project = await addOddProject(server);
  const fresh = await addItems(server, { projectId: project.id, count: 6, overlap: 3 });
  await addRule(project, ruleFor({ kind: 'calibrate', tasks: 2, passes: 2 }));
  await apply(project);
  expect(await codeOf(handOf(project))).toBe('calibration_lacks_gold');
  const gold = fresh.slice(0, 4);
  await serveAsGold(project, gold.slice(0, 2), { purpose: 'training' });
  await serveAsGold(project, gold.slice(2), { purpose: 'test' });
  await judgeTasks(project, project.odd, { count: 1, answers: prefers('r2') });
  await judgeTasks(project, project.odd, { count: 2, answers: prefers('r1') });
  const { rows } = await server.services.database.pool.query<{ goldPurpose: string }>(
    `select gold_purpose as "goldPurpose" from assignments where project_id = $1 and annotator_id = $2 and gold_purpose is not null order by leased_at`,
    [project.id, project.odd.id],
  );
  expect(rows.map(({ goldPurpose }) => goldPurpose)).toEqual(['training', 'training', 'test']);
  await computeGoldResults(server.services, project.id);
  expect(await standingOf(project)).toMatchObject({
    blockedBy: 'calibrate',
    calibration: { tasks: 2, passes: 2, judged: 2, passed: 2 },
  });
  await applyRules(server.services, project.id);
  expect(await standingOf(project)).toMatchObject({ blockedBy: null, firings: [{ state: 'passed' }] });
  const [task] = (await handOf(project)).assignments;
  const ordinary = await server.services.database.pool.query(
    'select 1 from assignments where id = $1 and gold_purpose is null',
    [task?.assignmentId],
  );
  expect(ordinary.rows).toHaveLength(1);
});

test('a tier goes down by a rule, back by a reversal, and anywhere by hand', async () => {
  const project = await addOddProject(server);
  await addRule(project, ruleFor({ kind: 'lower_tier' }));
  const tierOf = async () => (await standingOf(project)).tier;
  expect(await tierOf()).toBe('regular');
  await apply(project);
  expect(await tierOf()).toBe('trainee');
  const { firingId, tier } = await firstFiring(project);
  expect(tier).toEqual({ before: 'regular', after: 'trainee' });
  await answer(project, firingId, 'reversed');
  expect(await tierOf()).toBe('regular');
  await project.lead.client.call(contract.setPersonTier, {
    params: { projectId: project.id, personId: project.odd.id },
    body: { tier: 'expert' },
  });
  expect(await tierOf()).toBe('expert');
  const outside = await addPerson(server);
  const call = project.lead.client.call(contract.setPersonTier, {
    params: { projectId: project.id, personId: outside.id },
    body: { tier: 'expert' },
  });
  expect(await codeOf(call)).toBe('not_found');
});

test('gold and quick work are watched, too', async () => {
  const project = await addOddProject(server);
  const fresh = await addItems(server, { projectId: project.id, count: 6, overlap: 3 });
  await serveAsGold(project, fresh, { purpose: 'test' });
  const { pool } = server.services.database;
  await pool.query(
    `insert into gold_results (judgment_id, item_id, project_id, person_id, gold_revision, outcomes, passed, judged_at, computed_at)
     select j.id, $2, $1, $3, 1, '{}', false, now(), now() from judgments j where j.project_id = $1 and j.annotator_id = $3`,
    [project.id, fresh[0], project.odd.id],
  );
  // Results belong to tasks that were given out as gold.
  await pool.query(
    `update assignments set gold_purpose = 'test' where project_id = $1 and annotator_id = $2`,
    [project.id, project.odd.id],
  );
  await pool.query('update golds set revision = 1 where project_id = $1', [project.id]);
  const verdictOf = async (measure: 'gold' | 'quick' | 'review' | 'reliability') => {
    const { people } = await project.lead.client.call(contract.previewThreshold, {
      ...paramsOf(project),
      body: {
        rule: ruleFor(
          { kind: 'warn' },
          {
            measure,
            ...(measure === 'quick' && { side: 'above', limit: 0.5 }),
            ...(measure === 'reliability' && { window: { kind: 'all' } }),
          },
        ),
      },
    });
    return people.find(({ name }) => name === 'Odd')?.verdict;
  };
  expect(await verdictOf('gold')).toMatchObject({ fires: true, evidence: { value: 0, n: 24 } });
  expect(await verdictOf('quick')).toMatchObject({ fires: false, evidence: { value: 0, n: 24 } });
  expect(await verdictOf('review')).toMatchObject({ fires: false, reason: 'too_few', n: 0, needed: 20 });
  expect((await verdictOf('reliability'))?.evidence?.n ?? 0).toBeGreaterThan(0);
});

test('a rule that is on acts by itself once figures on people are computed', async () => {
  const working = await startTestServer();
  try {
    const project = await addOddProject(working);
    await addRule(project, ruleFor({ kind: 'exclude', since: 'window' }));
    expect(await firingsOf(project)).toEqual([]);
    await project.lead.client.call(computeQuality, paramsOf(project));
    await expect.poll(async () => (await firingsOf(project)).length, { timeout: 50_000 }).toBe(1);
    // The reports that rest on what counts now come by themselves, too.
    const agreementOf = async () => {
      const { kept } = await project.lead.client.call(listPeopleQuality, paramsOf(project));
      return kept?.people.map(({ name, agreement }) => [name, agreement.value]);
    };
    await expect.poll(agreementOf, { timeout: 50_000 }).toEqual([
      ['Ana', 1],
      ['Ben', 1],
    ]);
    expect(await firingsOf(project)).toHaveLength(1);
  } finally {
    await working.stop();
  }
});
