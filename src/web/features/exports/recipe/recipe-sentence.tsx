import { exportFormat } from '#contract/exports.ts';
import { formatDescriptions } from '#domain/exports/export-format.ts';
import { listFittingFormats } from '#domain/exports/fitting-formats.ts';
import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';
import { message, say, sayKnown } from '#web/messages/say.ts';
import { Say } from '#web/messages/say-element.tsx';
import { InlineNumber, InlineSelect } from '#web/ui/inline-edit.tsx';
import styles from './recipe.module.css';
import { partsFor, type Recipe, type RecipeEvent, ratingsFor, tiesFor, trainPercent } from './recipe.ts';

interface RecipeSentenceProps {
  readonly recipe: Recipe;
  readonly rubric: Rubric | undefined;
  readonly tell: (event: RecipeEvent) => void;
}

const tieLabels = {
  drop: message('left out'),
  separate: message('in files of their own'),
  both_ways: message('both ways with margin 0'),
} as const;

const marginOptions = [
  { value: 'small', label: message('a margin up to 1') },
  { value: 'large', label: message('a margin up to 3') },
  { value: 'none', label: message('no margin') },
] as const;

function Thresholds({ recipe, tell }: RecipeSentenceProps) {
  const { minJudgments, minAgreement } = recipe.options;
  const count = (
    <InlineNumber
      label={say('Least judgments an item')}
      value={minJudgments}
      min={1}
      max={50}
      onChange={(next) => tell({ type: 'option', change: { minJudgments: next } })}
    />
  );
  const majority = (
    <InlineNumber
      label={say('Least majority in percent')}
      value={Math.round(minAgreement * 100)}
      min={0}
      max={100}
      onChange={(percent) => tell({ type: 'option', change: { minAgreement: percent / 100 } })}
    />
  );
  return (
    <>
      <Say
        text="of items with at least {count} {minJudgments, plural, one {judgment} other {judgments}} and a majority of at least {majority}%,"
        values={{ count, minJudgments, majority }}
      />{' '}
    </>
  );
}

function Ratings({
  ratings,
  recipe,
  tell,
}: RecipeSentenceProps & { readonly ratings: readonly Criterion[] }) {
  const rating = (
    <InlineSelect
      label={say('Rating that orders responses')}
      options={[
        { value: '', label: say('the main rating') },
        ...ratings.map(({ key, label }) => ({ value: key, label })),
      ]}
      value={recipe.options.ratingKey ?? ''}
      onChange={(key) => tell({ type: 'option', change: { ratingKey: key === '' ? null : key } })}
    />
  );
  return (
    <>
      <Say text="ordered by {rating}," values={{ rating }} />{' '}
    </>
  );
}

function Ties({ recipe, tell }: RecipeSentenceProps) {
  const ties = (
    <InlineSelect
      label={say('Ties')}
      options={tiesFor(recipe.format).map((value) => ({ value, label: say(tieLabels[value]) }))}
      value={recipe.options.ties}
      onChange={(next) => tell({ type: 'option', change: { ties: next } })}
    />
  );
  return (
    <>
      <Say text="ties {ties}," values={{ ties }} />{' '}
    </>
  );
}

function Margin({ recipe, tell }: RecipeSentenceProps) {
  const margin = (
    <InlineSelect
      label={say('Margin')}
      options={marginOptions.map(({ value, label }) => ({ value, label: say(label) }))}
      value={recipe.options.margin}
      onChange={(next) => tell({ type: 'option', change: { margin: next } })}
    />
  );
  return (
    <>
      <Say text="strength as {margin}," values={{ margin }} />{' '}
    </>
  );
}

function Split({ recipe: { options }, tell }: RecipeSentenceProps) {
  const split = (
    <span className={styles.split}>
      {trainPercent(options)} /{' '}
      <InlineNumber
        label={say('Percent for validation')}
        value={options.validationPercent}
        min={0}
        max={50}
        onChange={(validationPercent) => tell({ type: 'option', change: { validationPercent } })}
      />{' '}
      /{' '}
      <InlineNumber
        label={say('Percent for test')}
        value={options.testPercent}
        min={0}
        max={50}
        onChange={(testPercent) => tell({ type: 'option', change: { testPercent } })}
      />
    </span>
  );
  return (
    <>
      <Say text="split {split} by prompt," values={{ split }} />{' '}
    </>
  );
}

function ModelNames({ recipe, tell }: RecipeSentenceProps) {
  const choice = (
    <InlineSelect
      label={say('Names of models')}
      options={[
        { value: 'without', label: say('without') },
        { value: 'with', label: say('with') },
      ]}
      value={recipe.options.includeModelNames ? 'with' : 'without'}
      onChange={(next) => tell({ type: 'option', change: { includeModelNames: next === 'with' } })}
    />
  );
  return (
    <>
      <Say text="{choice} names of models," values={{ choice }} />{' '}
    </>
  );
}

function FinalAnswers({ recipe, tell }: RecipeSentenceProps) {
  const choice = (
    <InlineSelect
      label={say('Settled items')}
      options={[
        { value: 'final', label: say('the final answer') },
        { value: 'votes', label: say('the votes') },
      ]}
      value={recipe.options.finalAnswers ? 'final' : 'votes'}
      onChange={(next) => tell({ type: 'option', change: { finalAnswers: next === 'final' } })}
    />
  );
  return (
    <>
      <Say text="settled items by {choice}," values={{ choice }} />{' '}
    </>
  );
}

function Gold({ recipe, tell }: RecipeSentenceProps) {
  const choice = (
    <InlineSelect
      label={say('Answers to gold tests')}
      options={[
        { value: 'without', label: say('without') },
        { value: 'with', label: say('with') },
      ]}
      value={recipe.options.includeGold ? 'with' : 'without'}
      onChange={(next) => tell({ type: 'option', change: { includeGold: next === 'with' } })}
    />
  );
  return (
    <>
      <Say text="{choice} answers to gold tests," values={{ choice }} />{' '}
    </>
  );
}

function FormatAndFile({ recipe, rubric, tell }: RecipeSentenceProps) {
  const fitting = rubric === undefined ? exportFormat.options : listFittingFormats(rubric);
  const format = (
    <InlineSelect
      label={say('Format')}
      options={fitting.map((value) => ({
        value,
        label: sayKnown(formatDescriptions[value].label),
      }))}
      value={recipe.format}
      onChange={(next) => tell({ type: 'format', format: next })}
    />
  );
  const file = (
    <InlineSelect
      label={say('Kind of file')}
      options={[
        { value: 'jsonl', label: 'JSONL' },
        { value: 'parquet', label: 'Parquet' },
      ]}
      value={recipe.parquet ? 'parquet' : 'jsonl'}
      onChange={(kind) => tell({ type: 'parquet', parquet: kind === 'parquet' })}
    />
  );
  return <Say text="as {format} in {file}." values={{ format, file }} />;
}

/** What will be exported, as a sentence whose underlined parts can be changed. */
export function RecipeSentence(props: RecipeSentenceProps) {
  const { recipe, rubric } = props;
  const parts = partsFor(recipe.format);
  const ratings = rubric && parts.combines ? ratingsFor(rubric) : [];
  const ordersByRating = ratings.length > 0 && (rubric?.overallKey === null || recipe.format === 'trl-kto');
  return (
    <p className={styles.sentence}>
      {say('All judgments')} <Gold {...props} />
      {parts.combines && <Thresholds {...props} />}
      {ordersByRating && <Ratings {...props} ratings={ratings} />}
      {parts.ties && <Ties {...props} />}
      {parts.margin && <Margin {...props} />}
      {parts.combines && <FinalAnswers {...props} />}
      <Split {...props} />
      {parts.models && <ModelNames {...props} />}
      <FormatAndFile {...props} />
    </p>
  );
}
