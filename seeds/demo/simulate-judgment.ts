import type { Answers, PreferenceAnswer, ScaleValue } from '#domain/judging/answers.ts';
import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';
import type { PreferenceScale } from '#domain/rubrics/scale.ts';
import type { Random } from '#stats/random/seeded-random.ts';
import type { SimulatedAnnotator } from './annotator.ts';
import { drawLogNormal, drawNormal, happens } from './chance.ts';
import { type DemoResponse, overallQuality, type ResponseTruth } from './demo-prompt.ts';
import {
  writeBothBadReason,
  writeJustification,
  writeRatingReason,
  writeTieReason,
} from './write-justification.ts';

export interface JudgedResponse extends DemoResponse {
  /** The response's id within the item. */
  readonly id: string;
}

export interface Task {
  readonly annotator: SimulatedAnnotator;
  readonly rubric: Rubric;
  readonly domain: string;
  readonly promptText: string;
  readonly responses: readonly JudgedResponse[];
  readonly random: Random;
}

export interface SimulatedJudgment {
  readonly answers: Answers;
  readonly activeMs: number;
}

/** Lets a simulated person judge one item: the truth, seen through their skill and leanings. */
export function simulateJudgment(task: Task): SimulatedJudgment {
  const answers = answerCriteria(task);
  return { answers: { ...answers, ...addAround(task, answers) }, activeMs: drawActiveMs(task) };
}

function answerCriteria(task: Task): Answers {
  const pair: Record<string, PreferenceAnswer> = {};
  const response: Record<string, Record<string, ScaleValue>> = {};
  const byTask: Record<string, ScaleValue> = {};
  for (const criterion of task.rubric.criteria) {
    if (!criterion.required && !happens(task.random, task.annotator.diligence)) continue;
    if (criterion.target === 'task')
      byTask[criterion.key] = rate(task, { criterion, truth: averageOf(task) });
    if (criterion.target === 'response')
      response[criterion.key] = Object.fromEntries(
        task.responses.map((each) => [each.id, rate(task, { criterion, truth: each })]),
      );
    if (criterion.target === 'pair' && criterion.scale.kind === 'preference')
      pair[criterion.key] = prefer(task, { key: criterion.key, scale: criterion.scale });
  }
  return { pair, response, task: byTask };
}

/** The part of the truth that a criterion asks about; what no part stands for is judged as a whole. */
function partOf(key: string, truth: ResponseTruth): number {
  if (key === 'honesty') return truth.correctness;
  const part = (truth as unknown as Readonly<Record<string, unknown>>)[key];
  return typeof part === 'number' ? part : overallQuality(truth);
}

/** Whether something could hurt is mostly plain to see; whether all of it is true takes work to find out. */
const noiseShares: Readonly<Record<string, number>> = { harmlessness: 0.3, honesty: 1.7 };

function noiseOf({ annotator }: Task, key: string): number {
  return (0.6 + 4 * (1 - annotator.skill)) * (noiseShares[key] ?? 1);
}

function averageOf({ responses }: Task): ResponseTruth {
  const average = (part: keyof ResponseTruth) =>
    responses.reduce((sum, response) => sum + response[part], 0) / Math.max(1, responses.length);
  return {
    helpfulness: average('helpfulness'),
    correctness: average('correctness'),
    coherence: average('coherence'),
    complexity: average('complexity'),
    verbosity: average('verbosity'),
    harmlessness: average('harmlessness'),
  };
}

function rate(task: Task, asked: { criterion: Criterion; truth: ResponseTruth }): ScaleValue {
  const { key, scale } = asked.criterion;
  const deviation = 0.6 * noiseOf(task, key);
  const seen = drawNormal(task.random, {
    mean: partOf(key, asked.truth) + task.annotator.leniency,
    deviation,
  });
  const share = Math.min(1, Math.max(0, seen / 4));
  if (scale.kind === 'rating') return Math.round(scale.min + share * (scale.max - scale.min));
  // Options of a choice run from best to worst, as people write them.
  if (scale.kind === 'choice')
    return scale.options[Math.round((1 - share) * (scale.options.length - 1))]?.key ?? '';
  return '';
}

function prefer(task: Task, asked: { key: string; scale: PreferenceScale }): PreferenceAnswer {
  const [one, other] = task.responses;
  if (!one || !other) return { verdict: 'tie' };
  const { scale } = asked;
  const seen = [one, other].map((response) => partOf(asked.key, response));
  const looksUnusable = Math.max(...seen) + task.annotator.leniency < 1;
  if (scale.bothBad && looksUnusable && happens(task.random, 0.5)) return { verdict: 'both_bad' };
  const lengthPull = task.annotator.lengthBias * Math.log2(one.text.length / other.text.length);
  const gap = (seen[0] ?? 0) - (seen[1] ?? 0) + lengthPull;
  const felt = drawNormal(task.random, { mean: gap, deviation: noiseOf(task, asked.key) });
  // Half a point of quality is worth a mention; the widest gaps fill the scale.
  const strength = Math.min(scale.steps, Math.round((Math.abs(felt) / 3) * scale.steps));
  if (strength === 0 && scale.tie) return { verdict: 'tie' };
  return { verdict: 'prefers', responseId: felt >= 0 ? one.id : other.id, strength: Math.max(1, strength) };
}

function addAround(task: Task, answers: Answers): Pick<Answers, 'justification' | 'confidence'> {
  const { rubric, annotator, random } = task;
  const writes =
    rubric.justification.ask === 'required' ||
    (rubric.justification.ask === 'optional' && happens(random, annotator.wordiness));
  const says =
    rubric.confidence === 'required' ||
    (rubric.confidence === 'optional' && happens(random, annotator.diligence));
  return {
    ...(writes ? { justification: giveReason(task, answers) } : {}),
    ...(says ? { confidence: feelConfidence(task, answers) } : {}),
  };
}

function giveReason(task: Task, answers: Answers): string {
  const { rubric, responses, domain, random } = task;
  const overall = rubric.overallKey === null ? undefined : answers.pair[rubric.overallKey];
  if (overall === undefined) return writeRatingReason(responses, random);
  if (overall.verdict === 'tie') return writeTieReason(random);
  if (overall.verdict === 'both_bad') return writeBothBadReason(random);
  const better = responses.find((response) => response.id === overall.responseId);
  const worse = responses.find((response) => response.id !== overall.responseId);
  return better && worse ? writeJustification({ domain, better, worse, random }) : writeTieReason(random);
}

function feelConfidence(task: Task, answers: Answers): 1 | 2 | 3 {
  const overall = task.rubric.overallKey === null ? undefined : answers.pair[task.rubric.overallKey];
  const clear = overall?.verdict === 'prefers' ? overall.strength : overall === undefined ? 2 : 1;
  const felt = drawNormal(task.random, { mean: 1.2 + 0.55 * clear, deviation: 0.5 });
  if (felt < 1.5) return 1;
  return felt < 2.5 ? 2 : 3;
}

const millisecondsPerWord = 190;
const decisionMs = 9_000;

function drawActiveMs({ annotator, responses, promptText, random }: Task): number {
  const words = [promptText, ...responses.map((response) => response.text)].join(' ').split(/\s+/).length;
  const median = (decisionMs + words * millisecondsPerWord) * annotator.slowness;
  return Math.round(Math.min(900_000, drawLogNormal(random, { median, spread: 0.4 })));
}
