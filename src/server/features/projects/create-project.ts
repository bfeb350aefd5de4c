import type { HttpRefusal } from '#contract/refusals.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { rubricTemplates } from '#domain/rubrics/templates.ts';
import { validateRubric } from '#domain/rubrics/validate-rubric.ts';
import { transact } from '#server/database/transact.ts';
import type { Services } from '#server/services/services.ts';
import { insertGuidelineVersion } from '#server/store/guideline-store.ts';
import { addRoles } from '#server/store/member-store.ts';
import { insertProject } from '#server/store/project-store.ts';
import { insertRubricVersion } from '#server/store/rubric-store.ts';

export interface NewProjectInput {
  readonly personId: string;
  readonly name: string;
  readonly description: string;
  readonly instructions: string;
  readonly overlap: number;
  readonly leaseMs: number;
  readonly amendWindowMs: number;
  readonly targetPerDay?: number | null;
  readonly templateKey?: string | undefined;
  readonly rubric?: Rubric | undefined;
  readonly guidelines?: string | undefined;
}

interface Start {
  readonly rubric: Rubric;
  readonly guidelines: string;
  readonly templateKey: string | null;
}

function chooseStart(input: NewProjectInput): Start | HttpRefusal {
  const template = rubricTemplates.find((candidate) => candidate.key === input.templateKey);
  if (input.templateKey && !template) {
    return refuse(
      'invalid_request',
      `There is no template "${input.templateKey}": choose one of ${rubricTemplates.map((each) => each.key).join(', ')}.`,
      { places: [{ path: 'body.templateKey', message: 'is not a template' }] },
    );
  }
  const rubric = input.rubric ?? template?.rubric;
  if (!rubric)
    return refuse('invalid_request', 'Send a templateKey or a rubric: a project cannot be without.');
  const places = validateRubric(rubric);
  if (places.length > 0)
    return refuse('rubric_invalid', places[0]?.message ?? 'The rubric contradicts itself.', { places });
  return {
    rubric,
    guidelines: input.guidelines ?? template?.guidelines ?? '',
    templateKey: template?.key ?? null,
  };
}

/** Creates a project with version 1 of its rubric and guidelines; the person becomes its owner and lead. */
export async function createProject(
  services: Services,
  input: NewProjectInput,
): Promise<string | HttpRefusal> {
  const start = chooseStart(input);
  if ('refused' in start) return start;
  return transact(services.database.kysely, async (transaction): Promise<string | HttpRefusal> => {
    const projectId = services.newId();
    const now = services.now();
    const inserted = await insertProject(transaction, {
      id: projectId,
      name: input.name,
      description: input.description,
      instructions: input.instructions,
      state: 'draft',
      templateKey: start.templateKey,
      overlap: input.overlap,
      leaseMs: input.leaseMs,
      amendWindowMs: input.amendWindowMs,
      targetPerDay: input.targetPerDay ?? null,
      rubricVersion: 1,
      guidelineVersion: 1,
      createdBy: input.personId,
      now,
    });
    if (!inserted)
      return refuse('name_taken', `There is a project called "${input.name}" already: choose another name.`, {
        places: [{ path: 'body.name', message: 'is taken' }],
      });
    await insertRubricVersion(transaction, {
      projectId,
      version: 1,
      rubric: start.rubric,
      note: 'First version',
      createdBy: input.personId,
      now,
    });
    await insertGuidelineVersion(transaction, {
      projectId,
      version: 1,
      markdown: start.guidelines,
      note: 'First version',
      createdBy: input.personId,
      now,
    });
    await addRoles(transaction, { projectId, personId: input.personId, roles: ['owner', 'lead'], now });
    return projectId;
  });
}
