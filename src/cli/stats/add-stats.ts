import type { Command } from 'commander';
import type { Terminal } from '#cli/terminal.ts';
import { addAggregate } from './add-aggregate.ts';
import { addAgreement } from './add-agreement.ts';
import { addRank } from './add-rank.ts';

/** `plumbline stats`: statistics of any table; no server is needed. */
export function addStats(program: Command, terminal: Terminal): void {
  const stats = program
    .command('stats')
    .description('statistics of any CSV or Parquet file, without a server');
  // One line for each subcommand, in the order of the help.
  addAgreement(stats, terminal);
  addAggregate(stats, terminal);
  addRank(stats, terminal);
}
