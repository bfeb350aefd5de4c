import type { HttpRefusal } from '#contract/refusals.ts';
import { type ItemContent, type ItemExtras, responseIdAt } from '#domain/items/item.ts';
import { unitsOf } from '#domain/items/item-units.ts';
import type { Answers } from '#domain/judging/answers.ts';
import { checkAnswers } from '#domain/judging/check-answers.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import { hasKnownAnswer } from '#domain/results/known-criteria.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import type { Services } from '#server/services/services.ts';
import { removeGold as removeStored, writeGoldAnswers } from '#server/store/gold-writing-store.ts';
import { findProject } from '#server/store/project-store.ts';
import { findResultItem } from '#server/store/result-store.ts';
import { findRubricVersion } from '#server/store/rubric-store.ts';
import { noSuchItem } from './read-item.ts';

/** Sets the known answer of an item, held against the rubric of today. */
export async function setGold(
  services: Services,
  gold: { projectId: string; itemId: string; answers: Answers; personId: string },
): Promise<HttpRefusal | undefined> {
  return services.database.kysely.transaction().execute(async (transaction) => {
    const { projectId, itemId, answers } = gold;
    const item = await findResultItem(transaction, { projectId, itemId });
    if (!item) return noSuchItem();
    // Held, so that no new rubric is published between the check and the write.
    const project = await findProject(transaction, { projectId, lock: true });
    const version = project?.rubricVersion ?? 0;
    const newest = await findRubricVersion(transaction, { projectId, version });
    if (!newest) return refuse('answers_invalid', 'The project has no rubric yet: publish one first.');
    const responseIds = Array.from({ length: item.responseCount }, (_, index) => responseIdAt(index));
    const units = unitsOf({ ...(item as unknown as ItemContent), ...(item.extras as ItemExtras) });
    const places = checkAnswers({
      rubric: withoutReasons(newest.rubric),
      responseIds,
      units,
      answers,
      purpose: 'submission',
    });
    if (places[0])
      return refuse('answers_invalid', `These answers do not fit the rubric: ${places[0].message}`, {
        places,
      });
    await writeGoldAnswers(transaction, {
      itemId,
      projectId,
      answers,
      source: 'set_by_hand',
      rubricVersion: version,
      createdBy: gold.personId,
      now: services.now(),
    });
    return undefined;
  });
}

/** Removes the known answer of an item; one that was served is retired. An item without one is fine. */
export async function removeGold(
  services: Services,
  gold: { projectId: string; itemId: string },
): Promise<Record<string, never> | HttpRefusal> {
  return services.database.kysely.transaction().execute(async (transaction) => {
    const item = await findResultItem(transaction, gold);
    if (!item) return noSuchItem();
    await removeStored(transaction, { ...gold, now: services.now() });
    return {};
  });
}

/** A known answer may say why and how surely, and what has no one right answer, but need not. */
function withoutReasons(rubric: Rubric): Rubric {
  return {
    ...rubric,
    criteria: rubric.criteria.map((criterion) =>
      hasKnownAnswer(criterion) ? criterion : { ...criterion, required: false },
    ),
    justification: {
      ask: rubric.justification.ask === 'off' ? 'off' : 'optional',
      minCharacters: 0,
    },
    confidence: rubric.confidence === 'off' ? 'off' : 'optional',
  };
}
