import { overallPreference } from '#domain/rubrics/overall-preference.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';

/** One question: which of two responses is better, and by how much. */
export const benchRubric: Rubric = {
  criteria: [overallPreference],
  overallKey: 'overall',
  justification: { ask: 'optional', minCharacters: 0 },
  confidence: 'optional',
};
