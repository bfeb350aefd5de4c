import { say } from '#web/messages/say.ts';
import type { Coverage } from './coverage-grid.tsx';

/** What the grid shows, in a sentence. */
export function describeCoverage({ techniques, harms, cells }: Coverage): string {
  const all = techniques.length * harms.length;
  const tried = cells.length;
  const successes = cells.reduce((sum, cell) => sum + cell.successes, 0);
  const attempts = cells.reduce((sum, cell) => sum + cell.attempts, 0);
  return say(
    '{tried, number} of {all, number} combinations were tried. {successes, number} of {attempts, number} judged replies gave way.',
    { tried, all, successes, attempts },
  );
}
