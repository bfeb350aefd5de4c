import { z } from 'zod';
import { mediaKinds, messageRoles } from '#domain/items/item.ts';
import { runLanguages } from '#domain/judging/code-run.ts';
import { maxHandSize, skipReasons } from '#domain/queue/assignment.ts';
import { answers } from './answers.ts';
import { route } from './route.ts';
import { submittedTyping } from './typing.ts';
import { empty, id, instant, projectParams, text } from './wire.ts';

export const attachment = z
  .object({
    mediaId: z.string(),
    kind: z.enum(mediaKinds),
    name: z.string(),
    alt: z.string().optional(),
  })
  .meta({ id: 'Attachment' });
const attachments = z.array(attachment).readonly().optional();
export const message = z
  .object({ role: z.enum(messageRoles), content: z.string(), attachments })
  .meta({ id: 'Message' });
/** A response as an annotator sees it: without the model's name. */
export const blindResponse = z
  .object({ id: z.string(), text: z.string(), attachments, steps: z.array(z.string()).readonly().optional() })
  .meta({ id: 'BlindResponse' });
/** What a writer is asked to bring about. */
export const brief = z
  .object({ title: z.string(), goal: z.string(), constraints: z.array(z.string()).readonly() })
  .meta({ id: 'Brief' });
/** What belongs to running a response's code. */
export const codeSetup = z
  .object({
    language: z.enum(runLanguages).optional(),
    tests: z
      .array(
        z.object({
          name: z.string(),
          stdin: z.string().optional(),
          code: z.string().optional(),
          expected: z.string(),
        }),
      )
      .readonly(),
    files: z.array(z.object({ name: z.string(), content: z.string() })).readonly(),
  })
  .meta({ id: 'CodeSetup' });
/** One turn of a recorded dialogue; which model wrote it is never told. */
export const dialogueTurn = z
  .object({
    id: z.string(),
    /** Null for what answers the prompt. */ parentId: z.string().nullable(),
    role: z.enum(['user', 'assistant']),
    text: z.string(),
  })
  .meta({ id: 'DialogueTurn' });
/** What is judged, as an annotator sees it. */
export const itemTexts = {
  prompt: z.array(message),
  responses: z.array(blindResponse),
  brief: brief.optional(),
  code: codeSetup.optional(),
  /** A tree below the prompt; replies to one turn stand in the order to be shown. */
  dialogue: z.array(dialogueTurn).readonly().optional(),
};

export const draft = z
  .object({ revision: z.number().int(), answers, activeMs: z.number().int(), savedAt: instant })
  .meta({ id: 'Draft' });

/** An item given to the asking person until `leaseUntil`; responses stand in the order to be shown. */
export const heldAssignment = z
  .object({
    assignmentId: id,
    itemId: id,
    leaseUntil: instant,
    rubricVersion: z.number().int(),
    guidelineVersion: z.number().int(),
    ...itemTexts,
    draft: draft.nullable(),
  })
  .meta({ id: 'HeldAssignment' });
export type HeldAssignment = z.infer<typeof heldAssignment>;

export const ownProgress = z
  .object({
    doneToday: z.number().int(),
    doneTotal: z.number().int(),
    medianActiveMs: z.number().int().nullable(),
  })
  .meta({ id: 'OwnProgress' });

/** A person's day in a project. */
export const ownDay = ownProgress
  .extend({
    /** Judgments asked for a day; null where the lead asks for none. */
    targetPerDay: z.number().int().nullable(),
    /** How often others said the same of shared items, with its interval (95 %); null below ten such items. */
    agreement: z
      .object({
        share: z.number(),
        lower: z.number(),
        upper: z.number(),
        sharedItems: z.number().int(),
      })
      .nullable(),
  })
  .meta({ id: 'OwnDay' });

export const receipt = z
  .object({
    judgmentId: id,
    assignmentId: id,
    revision: z.number().int(),
    submittedAt: instant,
    /** Until when it may be amended. */
    amendUntil: instant,
    /** True when this very submission had been stored before: nothing was added. */
    replayed: z.boolean(),
    /** True when the lease had run out and the place was still free. */
    late: z.boolean(),
    /** Only there where the task was training: its feedback can be read now. */
    hasFeedback: z.literal(true).optional(),
  })
  .meta({ id: 'Receipt' });

export const ownJudgment = z
  .object({
    judgmentId: id,
    assignmentId: id,
    itemId: id,
    revision: z.number().int(),
    submittedAt: instant,
    amendUntil: instant,
    rubricVersion: z.number().int(),
    guidelineVersion: z.number().int(),
    answers,
    activeMs: z.number().int(),
    ...itemTexts,
  })
  .meta({ id: 'OwnJudgment' });

const feature = 'judging';
const access = 'judge';
const params = z.strictObject({ projectId: id, assignmentId: id });
const activeMs = z.number().int().min(0).max(86_400_000);

export const takeHand = route({
  id: 'takeHand',
  feature,
  method: 'POST',
  path: '/projects/:projectId/hand',
  access,
  summary: 'The tasks in hand: what the person holds, topped up from the queue',
  params: projectParams,
  body: z.strictObject({
    size: z.number().int().min(1).max(maxHandSize).default(maxHandSize),
    /** When the person's day began, for "done today"; midnight UTC if left out. */
    dayStartedAt: instant.optional(),
  }),
  response: z.object({
    assignments: z.array(heldAssignment),
    progress: ownProgress,
    /** Why fewer than asked, if so. */ shortage: z.enum(['none', 'queue_empty', 'all_locked', 'held_back']),
  }),
});
export const releaseHand = route({
  id: 'releaseHand',
  feature,
  method: 'DELETE',
  path: '/projects/:projectId/hand',
  access,
  summary: 'Give back everything in hand; drafts are kept for the person',
  params: projectParams,
  response: z.object({ released: z.number().int() }),
});
export const heartbeat = route({
  id: 'heartbeat',
  feature,
  method: 'POST',
  path: '/projects/:projectId/assignments/:assignmentId/heartbeat',
  access,
  summary: 'Extend the lease while the person is at work',
  params,
  response: z.object({ leaseUntil: instant }),
});
export const saveDraft = route({
  id: 'saveDraft',
  feature,
  method: 'PUT',
  path: '/projects/:projectId/assignments/:assignmentId/draft',
  access,
  summary: 'Keep a draft; refused when a newer one or a submission exists',
  params,
  body: z.strictObject({
    /** The revision that this one replaces; 0 for the first. */ baseRevision: z.number().int().min(0),
    answers,
    activeMs,
  }),
  response: draft,
});
/** Chosen by the client before the first try, so that a retry can be told from a second judgment. */
const submissionBody = { clientId: id, answers, activeMs };
export const submitJudgment = route({
  id: 'submitJudgment',
  feature,
  method: 'POST',
  path: '/projects/:projectId/assignments/:assignmentId/submission',
  access,
  summary: 'Submit a judgment; sending it again with the same clientId changes nothing',
  params,
  body: z.strictObject({ ...submissionBody, ...submittedTyping }),
  response: receipt,
});
export const amendJudgment = route({
  id: 'amendJudgment',
  feature,
  method: 'POST',
  path: '/projects/:projectId/assignments/:assignmentId/amendment',
  access,
  summary: 'Replace an own judgment within the window; the earlier one is kept as history',
  params,
  body: z.strictObject({ ...submissionBody, supersedes: id }),
  response: receipt,
});
export const skipAssignment = route({
  id: 'skipAssignment',
  feature,
  method: 'POST',
  path: '/projects/:projectId/assignments/:assignmentId/skip',
  access,
  summary: 'Give the item to somebody else, with a reason',
  params,
  body: z.strictObject({ reason: z.enum(skipReasons), note: text({ max: 2_000 }).default('') }),
  response: empty,
});
export const unskipAssignment = route({
  id: 'unskipAssignment',
  feature,
  method: 'POST',
  path: '/projects/:projectId/assignments/:assignmentId/unskip',
  access,
  summary: 'Take back a skip while the item still needs somebody',
  params,
  response: empty,
});
export const listOwnJudgments = route({
  id: 'listOwnJudgments',
  feature,
  method: 'GET',
  path: '/projects/:projectId/own-judgments',
  access,
  summary: 'Own latest judgments, to look back and amend',
  params: projectParams,
  query: z.strictObject({ limit: z.coerce.number().int().min(1).max(50).default(20) }),
  response: z.object({ judgments: z.array(ownJudgment), progress: ownProgress }),
});

export const readOwnDay = route({
  id: 'readOwnDay',
  feature,
  method: 'GET',
  path: '/projects/:projectId/own-day',
  access,
  summary: 'Own numbers of the day: done, asked for, median time, agreement with others',
  params: projectParams,
  query: z.strictObject({
    /** When the person's day began; midnight UTC if left out. */
    dayStartedAt: instant.optional(),
  }),
  response: ownDay,
});

export const findSimilarPrompts = route({
  id: 'findSimilarPrompts',
  feature,
  method: 'POST',
  path: '/projects/:projectId/assignments/:assignmentId/similar-prompts',
  access,
  summary: 'Prompts of the project that say nearly the same as a text; nothing is written',
  params,
  body: z.strictObject({ text: text({ max: 100_000 }) }),
  response: z.object({
    /** The nearest first, each by its beginning; `share` is what they have in common, 0 to 1. */
    similar: z.array(z.object({ text: z.string(), share: z.number() })),
  }),
});

export const judgingRoutes = [
  takeHand,
  releaseHand,
  heartbeat,
  saveDraft,
  submitJudgment,
  amendJudgment,
  skipAssignment,
  unskipAssignment,
  listOwnJudgments,
  findSimilarPrompts,
  readOwnDay,
] as const;
