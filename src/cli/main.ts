import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Whoever starts the program often waits half as long. Inside the project, where nobody else may write, unlike /tmp.
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/compiled'));
// After that line, so that what is imported is kept, too.
const { runPlumbline } = await import('./run-plumbline.ts');
const { systemTerminal } = await import('./terminal.ts');

process.exitCode = await runPlumbline(process.argv.slice(2), systemTerminal());
