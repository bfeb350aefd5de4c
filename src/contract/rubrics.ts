import { z } from 'zod';
import { requirements } from '#domain/rubrics/requirement.ts';
import { rubricLimits } from '#domain/rubrics/rubric.ts';
import { criterionTargets } from '#domain/rubrics/target.ts';
import { route } from './route.ts';
import { scale } from './scales.ts';
import { id, instant, projectParams, text } from './wire.ts';

const label = text({ max: rubricLimits.labelCharacters });
const help = text({ max: rubricLimits.helpCharacters });
const key = text({ max: 60 });

const condition = z
  .strictObject({
    criterionKey: key,
    test: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('answered') }),
      z.strictObject({ kind: z.literal('one_of'), values: z.array(z.union([z.number(), key])).max(40) }),
      z.strictObject({ kind: z.literal('at_least'), value: z.number() }),
      z.strictObject({ kind: z.literal('at_most'), value: z.number() }),
      z.strictObject({ kind: z.literal('marked'), labels: z.array(key).max(40) }),
    ]),
  })
  .meta({ id: 'Condition' });

export const criterion = z
  .strictObject({
    key,
    label,
    help,
    target: z.enum(criterionTargets),
    scale,
    required: z.boolean(),
    allowNotApplicable: z.boolean().optional(),
    condition: condition.optional(),
  })
  .meta({ id: 'Criterion' });

export const rubric = z
  .strictObject({
    criteria: z.array(criterion).max(rubricLimits.criteria),
    overallKey: key.nullable(),
    justification: z.strictObject({
      ask: z.enum(requirements),
      minCharacters: z.number().int().min(0).max(5_000),
    }),
    confidence: z.enum(requirements),
    conflict: z.enum(requirements).optional(),
    unsettled: z.boolean().optional(),
  })
  .meta({ id: 'Rubric' });

export const versionFacts = {
  version: z.number().int(),
  note: z.string(),
  createdAt: instant,
  createdByName: z.string(),
};
export const rubricVersion = z.object({ ...versionFacts, rubric }).meta({ id: 'RubricVersion' });
export const guidelineVersion = z
  .object({ ...versionFacts, markdown: z.string() })
  .meta({ id: 'GuidelineVersion' });

const versionParams = z.strictObject({
  projectId: id,
  version: z.coerce.number().int().min(1).max(2_147_483_647),
});
const note = text({ max: 500 }).default('');

export const listRubricVersions = route({
  id: 'listRubricVersions',
  feature: 'rubrics',
  method: 'GET',
  path: '/projects/:projectId/rubrics',
  access: 'view_project',
  summary: 'Versions of the rubric, newest first',
  params: projectParams,
  response: z.object({ versions: z.array(z.object(versionFacts)) }),
});
export const readRubricVersion = route({
  id: 'readRubricVersion',
  feature: 'rubrics',
  method: 'GET',
  path: '/projects/:projectId/rubrics/:version',
  access: 'view_project',
  summary: 'One version of the rubric; it never changes',
  params: versionParams,
  response: rubricVersion,
});
export const publishRubric = route({
  id: 'publishRubric',
  feature: 'rubrics',
  method: 'POST',
  path: '/projects/:projectId/rubrics',
  access: 'manage_project',
  summary: 'Publish a new rubric version',
  status: 201,
  params: projectParams,
  body: z.strictObject({
    rubric,
    note,
    /** The version that was edited; refused when another came in between. */ basedOn: z.number().int(),
  }),
  response: rubricVersion,
});
export const listGuidelineVersions = route({
  id: 'listGuidelineVersions',
  feature: 'guidelines',
  method: 'GET',
  path: '/projects/:projectId/guidelines',
  access: 'view_project',
  summary: 'Versions of the guidelines, newest first',
  params: projectParams,
  response: z.object({ versions: z.array(z.object(versionFacts)) }),
});
export const readGuidelineVersion = route({
  id: 'readGuidelineVersion',
  feature: 'guidelines',
  method: 'GET',
  path: '/projects/:projectId/guidelines/:version',
  access: 'view_project',
  summary: 'One version of the guidelines; it never changes',
  params: versionParams,
  response: guidelineVersion,
});
export const publishGuidelines = route({
  id: 'publishGuidelines',
  feature: 'guidelines',
  method: 'POST',
  path: '/projects/:projectId/guidelines',
  access: 'manage_project',
  summary: 'Publish a new guideline version',
  status: 201,
  params: projectParams,
  body: z.strictObject({ markdown: text({ max: 400_000 }), note, basedOn: z.number().int() }),
  response: guidelineVersion,
});

export const readRubricSchema = route({
  id: 'readRubricSchema',
  feature: 'rubrics',
  method: 'GET',
  path: '/schemas/rubric.json',
  access: 'public',
  summary: 'The JSON Schema of a rubric file, for editors and scripts',
  response: z.record(z.string(), z.unknown()),
});

export const rubricRoutes = [
  readRubricSchema,
  listRubricVersions,
  readRubricVersion,
  publishRubric,
  listGuidelineVersions,
  readGuidelineVersion,
  publishGuidelines,
] as const;
