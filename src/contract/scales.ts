import { z } from 'zod';
import { perTurnAsks } from '#domain/chat/chat-scale.ts';
import { requirements } from '#domain/rubrics/requirement.ts';
import { rubricLimits } from '#domain/rubrics/rubric.ts';
import {
  rankingModes,
  shapeKinds,
  textFormats,
  toneRules,
  writingPurposes,
  writingStarts,
} from '#domain/rubrics/scale.ts';
import { text } from './wire.ts';

const label = text({ max: rubricLimits.labelCharacters });
const help = text({ max: rubricLimits.helpCharacters });
const anchor = z.strictObject({ value: z.number().int(), label, help: help.optional() });
const anchors = z.array(anchor).max(rubricLimits.ratingPoints);
const option = z.strictObject({ key: text({ max: 60 }), label, help: help.optional() });
const options = z.array(option).max(rubricLimits.options);
const requirement = z.enum(requirements);
const phrases = z.array(text({ max: rubricLimits.phraseCharacters })).max(rubricLimits.phrases);

const writingRules = z.strictObject({
  minWords: z.number().int(),
  maxWords: z.number().int(),
  format: z.enum(textFormats),
  tone: z.array(z.enum(toneRules)).max(toneRules.length),
  mustInclude: phrases,
  mustNotInclude: phrases,
});

/** How a criterion is answered; which scale fits which target is checked when a rubric is published. */
export const scale = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('preference'),
      steps: z.number().int(),
      tie: z.boolean(),
      bothBad: z.boolean(),
      anchors,
    }),
    z.strictObject({
      kind: z.literal('ranking'),
      mode: z.enum(rankingModes),
      ties: z.boolean(),
      allBad: z.boolean(),
      unrankable: z.boolean(),
    }),
    z.strictObject({ kind: z.literal('rating'), min: z.number().int(), max: z.number().int(), anchors }),
    z.strictObject({ kind: z.literal('choice'), options }),
    z.strictObject({
      kind: z.literal('choices'),
      options,
      atLeast: z.number().int(),
      atMost: z.number().int(),
    }),
    z.strictObject({
      kind: z.literal('number'),
      min: z.number(),
      max: z.number(),
      decimals: z.number().int(),
      unit: text({ max: 20 }),
    }),
    z.strictObject({
      kind: z.literal('slider'),
      min: z.number(),
      max: z.number(),
      step: z.number(),
      lowLabel: label,
      highLabel: label,
    }),
    z.strictObject({
      kind: z.literal('text'),
      minCharacters: z.number().int(),
      maxCharacters: z.number().int(),
    }),
    z.strictObject({
      kind: z.literal('marks'),
      types: options,
      severities: options,
      explanation: requirement,
      correction: requirement,
      wholeResponse: z.boolean(),
    }),
    z.strictObject({ kind: z.literal('claims'), verdicts: options, source: requirement, note: requirement }),
    z.strictObject({
      kind: z.literal('regions'),
      shapes: z.array(z.enum(shapeKinds)).max(10),
      labels: options,
      note: requirement,
    }),
    z.strictObject({
      kind: z.literal('step_label'),
      neutral: z.boolean(),
      stopAtFirstError: z.boolean(),
    }),
    z.strictObject({
      kind: z.literal('writing'),
      purpose: z.enum(writingPurposes),
      start: z.enum(writingStarts),
      rules: writingRules,
    }),
    z.strictObject({ kind: z.literal('run') }),
    z.strictObject({ kind: z.literal('continuation'), mayStop: z.boolean() }),
    z.strictObject({
      kind: z.literal('chat'),
      models: z.number().int(),
      perTurn: z.enum(perTurnAsks),
      minTurns: z.number().int(),
      maxTurns: z.number().int(),
      attack: z.strictObject({ techniques: options, harms: options, targets: options }).nullable(),
    }),
  ])
  .meta({ id: 'Scale' });
