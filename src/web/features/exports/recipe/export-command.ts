import { firstRecipe, partsFor, type Recipe, trainPercent } from './recipe.ts';

/** Quotes a word for a shell where it needs it. */
function quote(word: string): string {
  return /^[\w./:@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** The command line that makes the same files; what stands as it does by default is left out. */
export function exportCommand(recipe: Recipe, project: string): string {
  const { format, parquet, options } = recipe;
  const defaults = firstRecipe.options;
  const parts = partsFor(format);
  const words = ['plumbline', 'export', '--project', project, '--format', format, '--out', `./${format}`];
  const add = (isWanted: boolean, ...more: readonly (string | number)[]) => {
    if (isWanted) words.push(...more.map(String));
  };
  const { validationPercent, testPercent } = options;
  add(parquet, '--parquet');
  if (parts.combines) {
    add(options.minJudgments !== defaults.minJudgments, '--min-judgments', options.minJudgments);
    add(options.minAgreement !== defaults.minAgreement, '--min-agreement', options.minAgreement);
    add(options.ratingKey !== null, '--rating-key', options.ratingKey ?? '');
  }
  add(options.includeGold, '--include-gold');
  add(parts.ties && options.ties !== defaults.ties, '--ties', options.ties);
  add(parts.margin && options.margin !== defaults.margin, '--margin', options.margin);
  const isUsualSplit =
    validationPercent === defaults.validationPercent && testPercent === defaults.testPercent;
  add(!isUsualSplit, '--split', `${trainPercent(options)}/${validationPercent}/${testPercent}`);
  add(options.splitSalt !== defaults.splitSalt, '--salt', options.splitSalt);
  add(parts.combines && !options.finalAnswers, '--no-final-answers');
  add(parts.models && options.includeModelNames, '--model-names');
  return words.map(quote).join(' ');
}
