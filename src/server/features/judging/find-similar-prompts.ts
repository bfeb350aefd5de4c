import type { HttpRefusal } from '#contract/refusals.ts';
import { findSimilar, type SimilarPrompt } from '#domain/writing/prompt-similarity.ts';
import { findAssignmentOf } from '#server/store/assignment-store.ts';
import { listPromptTexts } from '#server/store/prompt-store.ts';
import type { JudgingServices } from './judging-services.ts';
import { noSuchAssignment } from './submit-judgment.ts';

/** Prompts of the project that say nearly the same as what somebody is writing for an assignment. */
export async function findSimilarTo(
  services: JudgingServices,
  input: { projectId: string; assignmentId: string; annotatorId: string; text: string },
): Promise<{ similar: SimilarPrompt[] } | HttpRefusal> {
  const assignment = await findAssignmentOf(services.database.kysely, input);
  if (assignment?.annotatorId !== input.annotatorId) return noSuchAssignment();
  const prompts = await listPromptTexts(services.database.kysely, input.projectId);
  return { similar: findSimilar(input.text, prompts) };
}
