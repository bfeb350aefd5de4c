import type { z } from 'zod';
import type { goldFeedback } from '#contract/gold-records.ts';
import type { HttpRefusal } from '#contract/refusals.ts';
import { usualTolerance } from '#domain/gold/tolerance.ts';
import { explanationOf } from '#domain/gold/validate-gold.ts';
import { responseIdAt } from '#domain/items/item.ts';
import { ownValue } from '#domain/judging/answers.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import { findCriterion } from '#domain/rubrics/rubric.ts';
import { lineOf } from '#domain/text/line-of.ts';
import type { Services } from '#server/services/services.ts';
import { findTrainingJudgment } from '#server/store/gold-result-store.ts';
import { checkJudgment } from './compute-results.ts';
import { RubricReader } from './rubric-reader.ts';

type Feedback = z.infer<typeof goldFeedback>;

/**
 * What was expected of a person's own training task. Ordinary tasks, tests, others' tasks and gold that is under suspicion
 * get one and the same answer: nothing tells them apart.
 */
export async function readFeedback(
  services: Services,
  query: { projectId: string; assignmentId: string; personId: string },
): Promise<Feedback | HttpRefusal> {
  const { kysely } = services.database;
  const judgment = await findTrainingJudgment(kysely, query);
  if (!judgment || judgment.goldState === 'suspect' || judgment.isWrong)
    return refuse('not_found', 'There is no feedback on this task: go on with your next one.');
  const rubrics = new RubricReader(kysely, query.projectId);
  const { outcomes, passed } = await checkJudgment(rubrics, judgment);
  const rubric = await rubrics.read(judgment.goldRubricVersion);
  return {
    passed,
    promptPreview: lineOf(judgment.promptStart ?? ''),
    rubricVersion: judgment.rubricVersion,
    shownOrder: judgment.shownOrder.map((position) => responseIdAt(position - 1)),
    expected: judgment.expected as Feedback['expected'],
    given: judgment.answers as Feedback['given'],
    criteria: outcomes.map(({ criterionKey, outcome }) => {
      const criterion = findCriterion(rubric, criterionKey);
      return {
        criterionKey,
        outcome,
        explanation: explanationOf(judgment.explanations, criterionKey),
        tolerance:
          ownValue(judgment.tolerances, criterionKey) ?? (criterion ? usualTolerance(criterion.scale) : null),
      };
    }),
  };
}
