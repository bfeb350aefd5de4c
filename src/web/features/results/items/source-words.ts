import { importFormatTexts, isImportFormat } from '#domain/imports/format.ts';
import { describePreference, responseName } from '#web/features/results/answers/answer-words.ts';
import { type Message, message, say, sayKnown } from '#web/messages/say.ts';
import { describeData } from './describe-data.ts';

type Data = Readonly<Record<string, unknown>>;

const judgeWords: Readonly<Record<string, Message>> = {
  human: message('People, before the import'),
  model: message('A model'),
  unknown: message('Not said'),
};

function nameJudge(judgedBy: string): string {
  const word = Object.hasOwn(judgeWords, judgedBy) ? judgeWords[judgedBy] : undefined;
  return word === undefined ? judgedBy : say(word);
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function formatText(dataset: unknown): string {
  return isImportFormat(dataset) ? sayKnown(importFormatTexts[dataset].label) : describeData(dataset);
}

function preferenceText(value: Data, responseIds: readonly string[], strengthScale: unknown): string {
  const { verdict, responseId, strength } = value;
  if (verdict === 'tie' || verdict === 'both_bad') {
    return describePreference({ verdict }, undefined, responseIds).text;
  }
  if (verdict !== 'prefers' || typeof responseId !== 'string') return describeData(value);
  const name = responseName(responseId, responseIds);
  if (typeof strength !== 'number') return say('{name} is better', { name });
  return typeof strengthScale === 'number'
    ? say('{name} is better by {strength} of {most}', { name, strength, most: strengthScale })
    : say('{name} is better by {strength}', { name, strength });
}

function ratingTexts(ratings: Data, responseIds: readonly string[]): [string, string][] {
  return Object.entries(ratings).map(([responseId, values]) => [
    say('{name} rated', { name: responseName(responseId, responseIds) }),
    isData(values)
      ? Object.entries(values)
          .map(([name, value]) => `${name} ${describeData(value)}`)
          .join(', ')
      : describeData(values),
  ]);
}

/** What the imported file says about an item, in pairs of a name and words. Nothing that it says is left out. */
export function describeSource(verdict: Data, responseIds: readonly string[]): readonly [string, string][] {
  const { dataset, judgedBy, preference, strengthScale, ratings, ...rest } = verdict;
  const lines: [string, string][] = [];
  if (dataset !== undefined) lines.push([say('Format'), formatText(dataset)]);
  if (judgedBy !== undefined) {
    lines.push([say('Judged by'), nameJudge(describeData(judgedBy))]);
  }
  if (isData(preference))
    lines.push([say('Preference'), preferenceText(preference, responseIds, strengthScale)]);
  else if (preference !== undefined) lines.push([say('Preference'), describeData(preference)]);
  if (isData(ratings)) lines.push(...ratingTexts(ratings, responseIds));
  const others = Object.entries(rest).filter(([, value]) => value !== undefined && value !== null);
  return [...lines, ...others.map(([name, value]): [string, string] => [name, describeData(value)])];
}
