import { z } from 'zod';
import { flagKinds } from '#domain/queue/assignment.ts';
import { flagLimits } from '#domain/queue/flag.ts';
import { violationTypes } from '#domain/queue/violation-types.ts';
import { answers } from './answers.ts';
import { route } from './route.ts';
import { id, text } from './wire.ts';

export const flagAssignment = route({
  id: 'flagAssignment',
  feature: 'judging',
  method: 'POST',
  path: '/projects/:projectId/assignments/:assignmentId/flags',
  access: 'judge',
  summary: 'Ask for help with the item, or report it',
  status: 201,
  params: z.strictObject({ projectId: id, assignmentId: id }),
  description:
    'What is answered so far may be sent along. With a `clientId` the flag gets this id (a UUID of version 7 keeps questions in the order of their time), and sending it again changes nothing. Flags of the kinds named in the project’s `flagPolicy` take the item out of the queue at once; the task stays with the person.',
  body: z.strictObject({
    clientId: id.optional(),
    kind: z.enum(flagKinds),
    note: text({ max: flagLimits.noteCharacters }).default(''),
    /** Only with `policy_violation`. */ violationType: z.enum(violationTypes).nullable().default(null),
    /** The passage concerned. */ quote: text({ max: flagLimits.quoteCharacters }).default(''),
    /** The response ("r1") or turn ("t2") concerned. */ unitId: text({ max: 20 }).nullable().default(null),
    answersSoFar: answers.nullable().default(null),
  }),
  response: z.object({
    flagId: id,
    /** Whether the item is out of the queue now. */ held: z.boolean(),
  }),
});
