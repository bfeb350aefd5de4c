import { isDeepStrictEqual } from 'node:util';
import type { HttpRefusal } from '#contract/refusals.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { validateRubric } from '#domain/rubrics/validate-rubric.ts';
import { responsesNeeded } from '#domain/rubrics/validate-together.ts';
import { transact } from '#server/database/transact.ts';
import { holdGoldAgainstRubric } from '#server/services/hold-gold-against-rubric.ts';
import type { Services } from '#server/services/services.ts';
import { findItemNotOfSize, findItemWithoutDialogue } from '#server/store/item-store.ts';
import { changeProject, findProject } from '#server/store/project-store.ts';
import { findRubricVersion, insertRubricVersion } from '#server/store/rubric-store.ts';

interface Input {
  readonly projectId: string;
  readonly personId: string;
  readonly rubric: Rubric;
  readonly note: string;
  /** The version that was edited. */
  readonly basedOn: number;
}

function sayMisfit({ fewest, most }: { readonly fewest: number; readonly most: number }): string {
  return fewest === 2 && most === 2
    ? 'This project has items with another number of responses than two: a rubric that compares pairs cannot be asked about them.'
    : `This project has items with fewer than ${fewest} or more than ${most} responses: this rubric cannot be asked about them.`;
}

/** Publishes the next version of a rubric; versions are numbered without gaps and never change. */
export async function publishRubric(services: Services, input: Input): Promise<number | HttpRefusal> {
  const places = validateRubric(input.rubric);
  if (places.length > 0)
    return refuse('rubric_invalid', places[0]?.message ?? 'The rubric contradicts itself.', { places });
  return transact(services.database.kysely, async (transaction): Promise<number | HttpRefusal> => {
    const project = await findProject(transaction, { projectId: input.projectId, lock: true });
    if (!project) return refuse('not_found', 'There is no such project.');
    if (project.rubricVersion !== input.basedOn) {
      return refuse(
        'stale_revision',
        `Version ${project.rubricVersion} was published meanwhile: compare yours with it, then publish again.`,
        { details: { version: project.rubricVersion } },
      );
    }
    const current = await findRubricVersion(transaction, {
      projectId: input.projectId,
      version: project.rubricVersion,
    });
    if (isDeepStrictEqual(current?.rubric, input.rubric))
      return refuse(
        'rubric_unchanged',
        `Nothing differs from version ${project.rubricVersion}: there is nothing to publish.`,
      );
    const range = responsesNeeded(input.rubric);
    if (await findItemNotOfSize(transaction, { projectId: input.projectId, ...range }))
      return refuse('rubric_invalid', sayMisfit(range));
    if (range.needsDialogue && (await findItemWithoutDialogue(transaction, input.projectId)))
      return refuse(
        'rubric_invalid',
        'This project has items without a recorded dialogue: nobody could be asked how they go on. Use a project of its own for dialogues.',
      );
    const version = project.rubricVersion + 1;
    await insertRubricVersion(transaction, {
      projectId: input.projectId,
      version,
      rubric: input.rubric,
      note: input.note,
      createdBy: input.personId,
      now: services.now(),
    });
    await changeProject(transaction, { projectId: input.projectId, change: { rubricVersion: version } });
    await holdGoldAgainstRubric(transaction, input.projectId);
    return version;
  });
}
