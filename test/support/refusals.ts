import { RefusedError } from '#client/call-errors.ts';

/** The code with which an act was refused, or 'accepted'; a fault is thrown on. */
export async function refusalOf(act: Promise<unknown>): Promise<string> {
  try {
    await act;
    return 'accepted';
  } catch (error) {
    if (error instanceof RefusedError) return error.code;
    throw error;
  }
}

/** How often each outcome stands in a list of outcomes. */
export function countEach(outcomes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
