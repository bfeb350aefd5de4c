import type { HttpRefusal } from '#contract/refusals.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import {
  comparedCharacters,
  findSimilar,
  type SimilarPrompt,
  shinglesOf,
} from '#domain/writing/prompt-similarity.ts';
import { findAssignmentOf } from '#server/store/assignment-store.ts';
import { listPromptTexts } from '#server/store/prompt-store.ts';
import type { JudgingServices } from './judging-services.ts';
import type { PromptShingles } from './prompt-shingles.ts';
import { noSuchAssignment } from './submit-judgment.ts';

/**
 * Prompts of the project that say nearly the same as what somebody is writing for an assignment. Only where prompts are
 * written, and only prompts: what others answered to a task is nobody's to see.
 */
export async function findSimilarTo(
  services: JudgingServices & { readonly shingles: PromptShingles },
  input: { projectId: string; assignmentId: string; annotatorId: string; text: string },
): Promise<{ similar: SimilarPrompt[] } | HttpRefusal> {
  const { kysely } = services.database;
  const assignment = await findAssignmentOf(kysely, input);
  if (assignment?.annotatorId !== input.annotatorId) return noSuchAssignment();
  const rubric = await services.rubrics.find({
    projectId: input.projectId,
    version: assignment.rubricVersion,
  });
  const keys = rubric ? promptKeysOf(rubric) : [];
  if (keys.length === 0) return refuse('not_found', 'No prompt is written in this task.');
  const texts = await listPromptTexts(kysely, {
    projectId: input.projectId,
    exceptAssignmentId: input.assignmentId,
    keys,
    characters: comparedCharacters,
  });
  return { similar: findSimilar(shinglesOf(input.text), await services.shingles.ofAll(texts)) };
}

function promptKeysOf({ criteria }: Rubric): string[] {
  return criteria.flatMap(({ key, scale }) =>
    scale.kind === 'writing' && scale.purpose === 'prompt' ? [key] : [],
  );
}
