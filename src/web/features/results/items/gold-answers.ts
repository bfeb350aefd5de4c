import type { ScaleValue } from '#domain/judging/answers.ts';
import {
  type Answers,
  ownValue,
  type PreferenceAnswer,
  type RankingAnswer,
} from '#domain/judging/answers.ts';
import type { GoldField } from './gold-fields.ts';

/** What is chosen for each question, by the field's key; empty where nothing is. */
export type GoldChoices = Readonly<Record<string, string>>;

/** The answers with what was chosen; what cannot be chosen by hand stays as it was. */
export function writeGold(before: Answers, fields: readonly GoldField[], choices: GoldChoices): Answers {
  const byCriterion = Map.groupBy(fields, ({ criterion }) => criterion.key);
  let answers = before;
  for (const own of byCriterion.values()) answers = writeCriterion(answers, own, choices);
  return answers;
}

function writeCriterion(answers: Answers, fields: readonly GoldField[], choices: GoldChoices): Answers {
  const [first] = fields;
  if (first === undefined) return answers;
  const { key, target } = first.criterion;
  const chosenOf = (field: GoldField) => ownValue(choices, field.key) ?? '';
  const single = chosenOf(first) === '' ? undefined : (JSON.parse(chosenOf(first)) as unknown);
  switch (target) {
    case 'pair':
      return { ...answers, pair: put(answers.pair, key, single as PreferenceAnswer | undefined) };
    case 'task':
      return { ...answers, task: put(answers.task, key, single as ScaleValue | undefined) };
    case 'ranking':
      return { ...answers, ranking: put(answers.ranking ?? {}, key, rankingOf(fields, chosenOf)) };
    default: {
      const record = target === 'step' ? 'step' : 'response';
      return { ...answers, [record]: put(answers[record] ?? {}, key, valuesOf(fields, chosenOf)) };
    }
  }
}

type ChosenOf = (field: GoldField) => string;

function valuesOf(
  fields: readonly GoldField[],
  chosenOf: ChosenOf,
): Readonly<Record<string, ScaleValue>> | undefined {
  const given = fields.filter((field) => chosenOf(field) !== '');
  if (given.length === 0) return undefined;
  return Object.fromEntries(
    given.map((field) => [field.unitId ?? '', JSON.parse(chosenOf(field)) as ScaleValue]),
  );
}

/** Those with one rank are tied; ranks that nobody has are passed over. */
function rankingOf(fields: readonly GoldField[], chosenOf: ChosenOf): RankingAnswer | undefined {
  const given = fields.filter((field) => chosenOf(field) !== '');
  if (given.length === 0) return undefined;
  const byRank = Map.groupBy(given, (field) => Number(chosenOf(field)));
  const groups = [...byRank]
    .sort(([one], [other]) => one - other)
    .map(([, group]) => group.map(({ unitId }) => unitId ?? ''));
  return { verdict: 'ranked', groups };
}

function put<Value>(
  record: Readonly<Record<string, Value>>,
  key: string,
  value: Value | undefined,
): Readonly<Record<string, Value>> {
  const { [key]: _replaced, ...rest } = record;
  return value === undefined ? rest : { ...rest, [key]: value };
}
