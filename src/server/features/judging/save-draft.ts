import { isDeepStrictEqual } from 'node:util';
import type { HttpRefusal } from '#contract/refusals.ts';
import { responseIdAt } from '#domain/items/item.ts';
import type { Answers } from '#domain/judging/answers.ts';
import { checkAnswers } from '#domain/judging/check-answers.ts';
import { decideDraft } from '#domain/judging/decide-draft.ts';
import { isRefusal, refuse } from '#domain/outcomes/refusal.ts';
import { transact } from '#server/database/transact.ts';
import { lockAssignment } from '#server/store/assignment-store.ts';
import { findDraft, writeDraft } from '#server/store/draft-store.ts';
import type { JudgingServices } from './judging-services.ts';
import { readUnits } from './read-units.ts';
import { noSuchAssignment } from './submit-judgment.ts';

interface Input {
  readonly projectId: string;
  readonly assignmentId: string;
  readonly annotatorId: string;
  readonly baseRevision: number;
  readonly answers: Answers;
  readonly activeMs: number;
}

/** Keeps a draft unless a newer one or a submission is there; the refusal carries the newer draft. */
export async function saveDraft(services: JudgingServices, input: Input) {
  return transact(
    services.database.kysely,
    async (
      transaction,
    ): Promise<{ revision: number; answers: Answers; activeMs: number; savedAt: string } | HttpRefusal> => {
      const assignment = await lockAssignment(transaction, input);
      if (!assignment || assignment.annotatorId !== input.annotatorId) return noSuchAssignment();
      const stored = await findDraft(transaction, input.assignmentId);
      const decision = decideDraft({
        annotatorId: input.annotatorId,
        assignment,
        baseRevision: input.baseRevision,
        currentRevision: stored?.revision ?? 0,
        sameContent: isDeepStrictEqual(stored?.answers, input.answers),
      });
      const now = services.now();
      if (isRefusal(decision)) {
        if (decision.refused !== 'stale_draft' || !stored) return decision;
        return {
          ...decision,
          details: {
            draft: {
              revision: stored.revision,
              answers: stored.answers,
              activeMs: stored.activeMs,
              savedAt: stored.savedAt.toISOString(),
            },
          },
        };
      }
      if (decision.kind === 'unchanged' && stored)
        return {
          revision: stored.revision,
          answers: input.answers,
          activeMs: stored.activeMs,
          savedAt: stored.savedAt.toISOString(),
        };
      const rubric = await services.rubrics.read({
        projectId: input.projectId,
        version: assignment.rubricVersion,
      });
      const responseIds = Array.from({ length: assignment.responseCount }, (_, index) => responseIdAt(index));
      const units = await readUnits(transaction, { rubric, itemId: assignment.itemId });
      const places = checkAnswers({ rubric, responseIds, units, answers: input.answers, purpose: 'draft' });
      if (places.length > 0)
        return refuse('answers_invalid', places[0]?.message ?? 'The draft does not fit the rubric.', {
          places,
        });
      await writeDraft(transaction, { ...input, revision: decision.revision, now });
      return {
        revision: decision.revision,
        answers: input.answers,
        activeMs: input.activeMs,
        savedAt: now.toISOString(),
      };
    },
  );
}
