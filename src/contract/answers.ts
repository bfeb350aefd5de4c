import { z } from 'zod';
import { dialogueLimits } from '#domain/dialogue/dialogue-limits.ts';
import { answerLimits, maxJustificationCharacters } from '#domain/judging/answers.ts';
import { runLanguages, runStatuses } from '#domain/judging/code-run.ts';
import { rubricLimits } from '#domain/rubrics/rubric.ts';
import { id, text } from './wire.ts';

const key = text({ max: 60 });
const responseId = text({ max: 10 });
const unitId = text({ max: 20 });
const note = text({ max: answerLimits.noteCharacters * 2 }).optional();

export const preferenceAnswer = z.discriminatedUnion('verdict', [
  z.strictObject({
    verdict: z.literal('prefers'),
    responseId,
    strength: z.number().int().min(1).max(10),
  }),
  z.strictObject({ verdict: z.literal('tie') }),
  z.strictObject({ verdict: z.literal('both_bad') }),
]);

const responses = z.array(responseId).max(9).readonly();
export const rankingAnswer = z.discriminatedUnion('verdict', [
  z.strictObject({
    verdict: z.literal('ranked'),
    groups: z.array(responses).max(9).readonly(),
    unrankable: responses.optional(),
  }),
  z.strictObject({
    verdict: z.literal('best_worst'),
    best: responseId.nullable(),
    worst: responseId.nullable(),
  }),
  z.strictObject({ verdict: z.literal('all_bad') }),
]);

const scaleValue = z.union([
  z.number(),
  text({ max: rubricLimits.textCharacters * 2 }),
  z.array(key).max(rubricLimits.options).readonly(),
  z.null(),
]);

/** Offsets count Unicode code points of the source text, `end` exclusive; both null for the whole response. */
const spanMark = z
  .strictObject({
    id: text({ min: 1, max: 60 }),
    unitId,
    start: z.number().int().min(0).nullable(),
    end: z.number().int().min(0).nullable(),
    label: key,
    severity: key.optional(),
    note,
    correction: note,
    claim: note,
    source: text({ max: answerLimits.sourceCharacters }).optional(),
  })
  .meta({ id: 'SpanMark' });

const fraction = z.number().min(0).max(1.000_001);
const page = z.number().int().min(1).optional();
export const regionShape = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('box'),
    x: fraction,
    y: fraction,
    width: fraction,
    height: fraction,
    page,
  }),
  z.strictObject({
    kind: z.literal('polygon'),
    points: z
      .array(z.tuple([fraction, fraction]).readonly())
      .max(200)
      .readonly(),
    page,
  }),
  z.strictObject({ kind: z.literal('time'), startMs: z.number().min(0), endMs: z.number().min(0) }),
]);
const regionMark = z
  .strictObject({
    id: text({ min: 1, max: 60 }),
    mediaId: text({ max: 64 }),
    shape: regionShape,
    label: key,
    note,
  })
  .meta({ id: 'RegionMark' });

const runText = text({ max: answerLimits.runCharacters });
const codeRun = z
  .strictObject({
    language: z.enum(runLanguages),
    source: z.enum(['original', 'edited']),
    code: runText,
    stdin: runText,
    status: z.enum(runStatuses),
    stdout: runText,
    stderr: runText,
    isOutputCut: z.boolean(),
    durationMs: z.number().min(0),
    tests: z
      .array(z.strictObject({ name: text({ max: answerLimits.testNameCharacters }), passed: z.boolean() }))
      .max(answerLimits.testsOfRun)
      .readonly(),
  })
  .meta({ id: 'CodeRun' });

const turnId = text({ max: 10 });
const continuationChoices = z
  .array(z.strictObject({ at: turnId.nullable(), chosen: turnId.nullable() }))
  .max(dialogueLimits.turns)
  .readonly();
/** The way that was chosen through a recorded dialogue; `aside` holds choices on branches that were left since. */
const continuation = z
  .strictObject({ path: continuationChoices, aside: continuationChoices.optional() })
  .meta({ id: 'Continuation' });

const unitValues = z.record(key, z.record(unitId, scaleValue));

export const answers = z
  .strictObject({
    pair: z.record(key, preferenceAnswer),
    ranking: z.record(key, rankingAnswer).optional(),
    response: z.record(key, z.record(responseId, scaleValue)),
    turn: unitValues.optional(),
    step: unitValues.optional(),
    task: z.record(key, scaleValue),
    span: z.record(key, z.array(spanMark).max(answerLimits.marks).readonly()).optional(),
    region: z.record(key, z.array(regionMark).max(answerLimits.marks).readonly()).optional(),
    writing: z
      .record(
        key,
        z.strictObject({
          text: text({ max: answerLimits.writtenCharacters * 2 }),
          editedFrom: responseId.nullable(),
        }),
      )
      .optional(),
    chat: z.record(key, z.strictObject({ conversationId: id })).optional(),
    continuation: z.record(key, continuation).optional(),
    runs: z
      .record(key, z.record(responseId, z.array(codeRun).max(answerLimits.runsOfResponse).readonly()))
      .optional(),
    unsettled: z
      .record(
        key,
        z.strictObject({ section: text({ max: 300 }), note: text({ max: answerLimits.noteCharacters * 2 }) }),
      )
      .optional(),
    conflict: z
      .strictObject({
        criterionKeys: z.array(key).max(rubricLimits.criteria).readonly(),
        wonKey: key.nullable(),
      })
      .optional(),
    justification: text({ max: maxJustificationCharacters }).optional(),
    confidence: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
  })
  .meta({ id: 'Answers' });
