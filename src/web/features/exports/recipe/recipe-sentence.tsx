import { exportFormat } from '#contract/exports.ts';
import { formatDescriptions } from '#domain/exports/export-format.ts';
import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';
import { InlineNumber, InlineSelect } from '#web/ui/inline-edit.tsx';
import styles from './recipe.module.css';
import { partsFor, type Recipe, type RecipeEvent, ratingsFor, tiesFor, trainPercent } from './recipe.ts';

interface RecipeSentenceProps {
  readonly recipe: Recipe;
  readonly rubric: Rubric | undefined;
  readonly tell: (event: RecipeEvent) => void;
}

const formatOptions = exportFormat.options.map((value) => ({
  value,
  label: formatDescriptions[value].label,
}));

const tieLabels = {
  drop: 'left out',
  separate: 'in files of their own',
  both_ways: 'both ways with margin 0',
} as const;

const marginOptions = [
  { value: 'small', label: 'a margin up to 1' },
  { value: 'large', label: 'a margin up to 3' },
  { value: 'none', label: 'no margin' },
] as const;

function Thresholds({ recipe, tell }: RecipeSentenceProps) {
  const { minJudgments, minAgreement } = recipe.options;
  return (
    <>
      of items with at least{' '}
      <InlineNumber
        label="Least judgments an item"
        value={minJudgments}
        min={1}
        max={50}
        onChange={(count) => tell({ type: 'option', change: { minJudgments: count } })}
      />{' '}
      {minJudgments === 1 ? 'judgment' : 'judgments'} and a majority of at least{' '}
      <InlineNumber
        label="Least majority in percent"
        value={Math.round(minAgreement * 100)}
        min={0}
        max={100}
        onChange={(percent) => tell({ type: 'option', change: { minAgreement: percent / 100 } })}
      />
      %,{' '}
    </>
  );
}

function Ratings({
  ratings,
  recipe,
  tell,
}: RecipeSentenceProps & { readonly ratings: readonly Criterion[] }) {
  return (
    <>
      ordered by{' '}
      <InlineSelect
        label="Rating that orders responses"
        options={[
          { value: '', label: 'the main rating' },
          ...ratings.map(({ key, label }) => ({ value: key, label })),
        ]}
        value={recipe.options.ratingKey ?? ''}
        onChange={(key) => tell({ type: 'option', change: { ratingKey: key === '' ? null : key } })}
      />
      ,{' '}
    </>
  );
}

function TiesAndMargin({ recipe, tell }: RecipeSentenceProps) {
  const parts = partsFor(recipe.format);
  return (
    <>
      {parts.ties && (
        <>
          ties{' '}
          <InlineSelect
            label="Ties"
            options={tiesFor(recipe.format).map((value) => ({ value, label: tieLabels[value] }))}
            value={recipe.options.ties}
            onChange={(ties) => tell({ type: 'option', change: { ties } })}
          />
          ,{' '}
        </>
      )}
      {parts.margin && (
        <>
          strength as{' '}
          <InlineSelect
            label="Margin"
            options={marginOptions}
            value={recipe.options.margin}
            onChange={(margin) => tell({ type: 'option', change: { margin } })}
          />
          ,{' '}
        </>
      )}
    </>
  );
}

function Split({ recipe: { options }, tell }: RecipeSentenceProps) {
  return (
    <>
      split{' '}
      <span className={styles.split}>
        {trainPercent(options)} /{' '}
        <InlineNumber
          label="Percent for validation"
          value={options.validationPercent}
          min={0}
          max={50}
          onChange={(validationPercent) => tell({ type: 'option', change: { validationPercent } })}
        />{' '}
        /{' '}
        <InlineNumber
          label="Percent for test"
          value={options.testPercent}
          min={0}
          max={50}
          onChange={(testPercent) => tell({ type: 'option', change: { testPercent } })}
        />
      </span>{' '}
      by prompt,{' '}
    </>
  );
}

/** What will be exported, as a sentence whose underlined parts can be changed. */
export function RecipeSentence(props: RecipeSentenceProps) {
  const { recipe, rubric, tell } = props;
  const parts = partsFor(recipe.format);
  const ratings = rubric && parts.combines ? ratingsFor(rubric) : [];
  const ordersByRating = ratings.length > 0 && (rubric?.overallKey === null || recipe.format === 'trl-kto');
  return (
    <p className={styles.sentence}>
      All judgments {parts.combines && <Thresholds {...props} />}
      {ordersByRating && <Ratings {...props} ratings={ratings} />}
      <TiesAndMargin {...props} />
      <Split {...props} />
      {parts.models && (
        <>
          <InlineSelect
            label="Names of models"
            options={[
              { value: 'without', label: 'without' },
              { value: 'with', label: 'with' },
            ]}
            value={recipe.options.includeModelNames ? 'with' : 'without'}
            onChange={(choice) => tell({ type: 'option', change: { includeModelNames: choice === 'with' } })}
          />{' '}
          names of models,{' '}
        </>
      )}
      as{' '}
      <InlineSelect
        label="Format"
        options={formatOptions}
        value={recipe.format}
        onChange={(format) => tell({ type: 'format', format })}
      />{' '}
      in{' '}
      <InlineSelect
        label="Kind of file"
        options={[
          { value: 'jsonl', label: 'JSONL' },
          { value: 'parquet', label: 'Parquet' },
        ]}
        value={recipe.parquet ? 'parquet' : 'jsonl'}
        onChange={(kind) => tell({ type: 'parquet', parquet: kind === 'parquet' })}
      />
      .
    </p>
  );
}
