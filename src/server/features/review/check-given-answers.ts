import type { HttpRefusal } from '#contract/refusals.ts';
import { responseIdAt } from '#domain/items/item.ts';
import { noUnits, unitsOf } from '#domain/items/item-units.ts';
import type { Answers } from '#domain/judging/answers.ts';
import { checkAnswers } from '#domain/judging/check-answers.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import type { Transaction } from '#server/database/database.ts';
import { checkConversations } from '#server/services/check-conversations.ts';
import type { LockedAssignment } from '#server/store/assignment-store.ts';
import { readItemContent } from '#server/store/item-content-store.ts';
import type { ReviewServices } from './review-services.ts';

/** Whether answers that a reviewer or a returned author gives fit the rubric that the judgment was made under. */
export async function checkGivenAnswers(
  services: ReviewServices,
  transaction: Transaction,
  given: { projectId: string; assignment: LockedAssignment; answers: Answers },
): Promise<HttpRefusal | null> {
  const { projectId, assignment, answers } = given;
  const { assignmentId } = assignment;
  const rubric = await services.rubrics.read({ projectId, version: assignment.rubricVersion });
  const content = await readItemContent(transaction, assignment.itemId);
  const places = checkAnswers({
    rubric,
    responseIds: Array.from({ length: assignment.responseCount }, (_, index) => responseIdAt(index)),
    units: content === undefined ? noUnits : unitsOf(content),
    answers,
    purpose: 'submission',
  });
  places.push(
    ...(await checkConversations(transaction, { assignmentId, rubric, answers, now: services.now() })),
  );
  return places[0] ? refuse('answers_invalid', places[0].message, { places }) : null;
}
