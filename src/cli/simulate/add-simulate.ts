import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import { FailedError } from '#cli/command-errors.ts';
import { addConnectionOptions, type ConnectionOptions, connect } from '#cli/connect.ts';
import { findProject } from '#cli/find-project.ts';
import { wholeNumber } from '#cli/import-options.ts';
import { createProgress } from '#cli/progress.ts';
import type { Terminal } from '#cli/terminal.ts';
import { number, table } from '#cli/words.ts';
import type { Project } from '#contract/projects.ts';
import { readRubricVersion } from '#contract/rubrics.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { kindWords, listPeople, type SimulatedPerson } from '#domain/simulation/population.ts';
import { explainUnsimulated } from '#domain/simulation/simulate-answers.ts';
import { readMix } from './read-mix.ts';
import { recruitPeople } from './recruit-people.ts';
import { type PersonOutcome, runPopulation, type SimulatedClock } from './run-population.ts';

interface SimulateOptions extends ConnectionOptions {
  readonly project: string;
  readonly mix: string;
  readonly seed: number;
  readonly pace?: boolean;
  readonly truth?: string;
}

/** `plumbline simulate`: annotators of known kinds, so that one sees what the product finds. */
export function addSimulate(program: Command, terminal: Terminal): void {
  const command = program
    .command('simulate')
    .description('let simulated annotators of known kinds judge a project, through the same API as everybody')
    .requiredOption('--project <id or name>', 'the project; make one for it, as the judgments stay')
    .requiredOption('--mix <file>', 'who is simulated, as JSON: {"groups": [{"kind": "good", "count": 4}]}')
    .option(
      '--seed <number>',
      'the same seed gives the same judgments of the same items',
      wholeNumber({ name: '--seed', min: 0, max: 2_147_483_647 }),
      1,
    )
    .option('--pace', 'take the time that people would take, so that speed can be seen')
    .option('--truth <file>', 'write who is of which kind as JSON');
  addConnectionOptions(command).action((options: SimulateOptions) => simulate(terminal, options));
}

async function simulate(terminal: Terminal, options: SimulateOptions): Promise<void> {
  const mix = readMix(await readFile(options.mix, 'utf8'), options.mix);
  const lead = connect(terminal, options);
  const project = await findProject(lead, options.project);
  if (project.state !== 'open')
    throw new FailedError(`"${project.name}" is ${project.state}: open it first, or nobody is given a task.`);
  const { rubric } = await lead.call(readRubricVersion, {
    params: { projectId: project.id, version: project.rubricVersion },
  });
  const problem = explainUnsimulated(rubric as Rubric);
  if (problem !== null) throw new FailedError(problem);
  const run = randomBytes(4).toString('hex');
  const people = await recruitPeople(lead, { projectId: project.id, people: listPeople(mix), run });
  const progress = createProgress(terminal);
  const outcomes = await runPopulation({
    lead,
    projectId: project.id,
    people,
    mix,
    seed: options.seed,
    expected: expectJudgments(people, project),
    clock: options.pace === true ? realPace() : noPace,
    onProgress: (done) =>
      progress.show({ label: 'Judging', share: null, facts: `${number(done)} judgments` }),
  });
  progress.end();
  tell(terminal, outcomes);
  if (options.truth !== undefined) await writeTruth(options.truth, outcomes);
  if (options.pace !== true)
    terminal.note(
      'Nobody waited: the server counts no more active time than passes, so speed is not to be seen.',
    );
}

/** Nobody judges an item twice, and no item is judged by more people than are wanted. */
function expectJudgments(people: readonly SimulatedPerson[], { itemsTotal, overlap }: Project): number {
  const each = people.reduce((sum, { judgments }) => sum + Math.min(judgments, itemsTotal), 0);
  return Math.min(each, itemsTotal * overlap);
}

const noPace: SimulatedClock = { startMs: 0, reach: () => {} };

function realPace(): SimulatedClock {
  const startMs = Date.now();
  return {
    startMs,
    reach: async (ms) => {
      const left = ms - Date.now();
      if (left > 0) await sleep(left);
    },
  };
}

function tell(terminal: Terminal, outcomes: readonly PersonOutcome[]): void {
  const rows = outcomes.map(({ person, judgments }) => [
    `Simulated ${person.name}`,
    `${number(judgments)} judgments`,
    kindWords[person.kind],
  ]);
  for (const line of table(rows)) terminal.say(line);
}

async function writeTruth(path: string, outcomes: readonly PersonOutcome[]): Promise<void> {
  const people = outcomes.map(({ person, judgments }) => ({
    personId: person.personId,
    name: `Simulated ${person.name}`,
    kind: person.kind,
    judgments,
  }));
  await writeFile(path, `${JSON.stringify({ people }, null, 2)}\n`);
}
