import { runPlumbline } from './run-plumbline.ts';
import { systemTerminal } from './terminal.ts';

process.exitCode = await runPlumbline(process.argv.slice(2), systemTerminal());
