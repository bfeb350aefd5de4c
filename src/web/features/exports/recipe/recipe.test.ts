import { describe, expect, it } from 'vitest';
import { exportCommand } from './export-command.ts';
import {
  type ExportOptions,
  firstRecipe,
  nextRecipe,
  partsFor,
  type Recipe,
  type RecipeEvent,
} from './recipe.ts';

const recipeAfter = (...events: RecipeEvent[]): Recipe => events.reduce(nextRecipe, firstRecipe);
const option = (change: Partial<ExportOptions>): RecipeEvent => ({ type: 'option', change });

describe('a recipe', () => {
  it.each<[string, RecipeEvent[], object]>([
    ['changes one option', [option({ minJudgments: 2 })], { options: { minJudgments: 2, ties: 'drop' } }],
    ['changes the kind of file', [{ type: 'parquet', parquet: true }], { parquet: true }],
    [
      'keeps ties that the new format can hold',
      [option({ ties: 'separate' }), { type: 'format', format: 'trl-reward' }],
      { format: 'trl-reward', options: { ties: 'separate' } },
    ],
    [
      'drops ties that the new format cannot hold',
      [option({ ties: 'separate' }), { type: 'format', format: 'openai-dpo' }],
      { format: 'openai-dpo', options: { ties: 'drop' } },
    ],
  ])('%s', (_, events, expected) => {
    expect(recipeAfter(...events)).toMatchObject(expected);
  });

  it('knows the margin only for reward models', () => {
    expect(partsFor('trl-reward').margin).toBe(true);
    expect(partsFor('trl-preference').margin).toBe(false);
  });
});

describe('the command line of a recipe', () => {
  const bare = 'plumbline export --project hh --format trl-preference --out ./trl-preference';
  it.each<[string, RecipeEvent[], string]>([
    ['leaves out what is usual', [], bare],
    ['names Parquet', [{ type: 'parquet', parquet: true }], `${bare} --parquet`],
    [
      'names thresholds',
      [option({ minJudgments: 2, minAgreement: 0.6 })],
      `${bare} --min-judgments 2 --min-agreement 0.6`,
    ],
    ['names gold', [option({ includeGold: true })], `${bare} --include-gold`],
    ['names the split as shares', [option({ validationPercent: 10 })], `${bare} --split 85/10/5`],
    ['quotes what a shell would cut', [option({ splitSalt: "it's two" })], `${bare} --salt 'it'\\''s two'`],
    ['lets votes decide', [option({ finalAnswers: false })], `${bare} --no-final-answers`],
    ['leaves out what the format does not know', [option({ margin: 'large' })], bare],
    [
      'names the margin of reward models',
      [{ type: 'format', format: 'trl-reward' }, option({ margin: 'large', ties: 'both_ways' })],
      'plumbline export --project hh --format trl-reward --out ./trl-reward --ties both_ways --margin large',
    ],
    [
      'knows no thresholds for single judgments',
      [{ type: 'format', format: 'annotations' }, option({ minJudgments: 2, includeModelNames: true })],
      'plumbline export --project hh --format annotations --out ./annotations --model-names',
    ],
  ])('%s', (_, events, command) => {
    expect(exportCommand(recipeAfter(...events), 'hh')).toBe(command);
  });

  it('quotes the name of a project', () => {
    expect(exportCommand(firstRecipe, 'Harmless base')).toContain("--project 'Harmless base' ");
  });
});
