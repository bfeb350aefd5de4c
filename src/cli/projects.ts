import type { Command } from 'commander';
import { listProjects } from '#contract/projects.ts';
import { addConnectionOptions, type ConnectionOptions, connect } from './connect.ts';
import type { Terminal } from './terminal.ts';
import { number, oneLine, table } from './words.ts';

/** `plumbline projects`: what the person may see. */
export function addProjects(program: Command, terminal: Terminal): void {
  const command = program.command('projects').description('list your projects').option('--json', 'as JSON');
  addConnectionOptions(command).action(async (options: ConnectionOptions & { json?: boolean }) => {
    const { projects } = await connect(terminal, options).call(listProjects);
    if (options.json === true) return terminal.say(JSON.stringify(projects, null, 2));
    if (projects.length === 0) return terminal.say('You are on no project yet.');
    const rows = projects.map((project) => [
      oneLine(project.name, 40),
      project.state,
      `${number(project.itemsDone)}/${number(project.itemsTotal)} items`,
      `${number(project.judgmentsTotal)} judgments`,
      project.id,
    ]);
    for (const line of table(rows)) terminal.say(line);
  });
}
