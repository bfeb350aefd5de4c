import { Command } from 'commander';
import { addServe } from './serve.ts';

const program = new Command('plumbline')
  .description('The workplace for RLHF annotation: judge, calibrate, export.')
  .version('0.1.0');
addServe(program);

try {
  await program.parseAsync();
} catch (error) {
  console.error(`plumbline: ${(error as Error).message}`);
  process.exitCode = 1;
}
