import { Command, CommanderError } from 'commander';
import { appVersion } from '#server/version.ts';
import { exitCodes, explainError } from './command-errors.ts';
import { addExport } from './export.ts';
import { addImport } from './import.ts';
import { addLocalKey } from './local-key.ts';
import { addLogin } from './login.ts';
import { addMigrate } from './migrate.ts';
import { addProjects } from './projects.ts';
import { addRubrics } from './rubrics.ts';
import { addServe } from './serve.ts';
import { addSimulate } from './simulate/add-simulate.ts';
import { addStats } from './stats/add-stats.ts';
import type { Terminal } from './terminal.ts';

/** Runs one command line and returns its exit code: 0 done, 1 failed, 2 not understood, 130 interrupted. */
export async function runPlumbline(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    await createProgram(terminal).parseAsync(words, { from: 'user' });
    return exitCodes.done;
  } catch (error) {
    terminal.draw('');
    // Commander has said what is wrong, or has shown the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    const { text, exitCode } = explainError(error);
    terminal.note(`plumbline: ${text}`);
    return exitCode;
  }
}

function createProgram(terminal: Terminal): Command {
  const program = new Command('plumbline')
    .description('The workplace for RLHF annotation: judge, calibrate, export.')
    .version(appVersion)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.say(text.trimEnd()),
      writeErr: (text) => terminal.note(text.trimEnd()),
    });
  addServe(program);
  addLogin(program, terminal);
  addProjects(program, terminal);
  addImport(program, terminal);
  addExport(program, terminal);
  addRubrics(program, terminal);
  addSimulate(program, terminal);
  addStats(program, terminal);
  addMigrate(program, terminal);
  addLocalKey(program, terminal);
  return program;
}
