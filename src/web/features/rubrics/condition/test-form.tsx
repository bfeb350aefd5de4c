import type { ConditionTest } from '#domain/rubrics/condition.ts';
import type { Scale } from '#domain/rubrics/scale.ts';
import { FieldProblem } from '#web/features/rubrics/field-problem.tsx';
import { DecimalField } from '#web/features/rubrics/scales/decimal-field.tsx';
import styles from '#web/features/rubrics/scales/scales.module.css';
import { type Message, message, say } from '#web/messages/say.ts';
import { SelectField } from '#web/ui/select-field.tsx';
import { Checkbox } from '#web/ui/switch.tsx';
import { answersOf, freshTest, testsOf } from './condition-choices.ts';

interface TestFormProps {
  readonly scale: Scale;
  readonly test: ConditionTest;
  readonly error: string | undefined;
  readonly onChange: (test: ConditionTest, typing?: string) => void;
}

const testNames: Readonly<Record<ConditionTest['kind'], Message>> = {
  answered: message('is answered'),
  one_of: message('is one of'),
  at_least: message('is at least'),
  at_most: message('is at most'),
  marked: message('holds a mark'),
};

/** What the earlier answer must be like, chosen in words. */
export function TestForm({ scale, test, error, onChange }: TestFormProps) {
  const kinds = testsOf(scale);
  const offered = kinds.includes(test.kind) ? kinds : [...kinds, test.kind];
  return (
    <>
      <div className={styles.controls}>
        <SelectField
          label={say('… its answer')}
          options={offered.map((kind) => ({ value: kind, label: say(testNames[kind]) }))}
          value={test.kind}
          onChange={(kind) => onChange(freshTest(kind, scale))}
        />
        {(test.kind === 'at_least' || test.kind === 'at_most') && (
          <div className={styles.short}>
            <DecimalField
              label={say('this number')}
              value={test.value}
              onChange={(value) => onChange({ ...test, value }, 'condition')}
            />
          </div>
        )}
      </div>
      {test.kind === 'one_of' && (
        <Answers
          legend={say('Any of these answers')}
          scale={scale}
          values={test.values}
          onChange={(values) => onChange({ ...test, values })}
        />
      )}
      {test.kind === 'marked' && (
        <Answers
          legend={say('Any of these, or whatever it is where none is chosen')}
          scale={scale}
          values={test.labels}
          onChange={(labels) => onChange({ ...test, labels: labels.map(String) })}
        />
      )}
      <FieldProblem text={error} />
    </>
  );
}

interface AnswersProps {
  readonly legend: string;
  readonly scale: Scale;
  readonly values: readonly (number | string)[];
  readonly onChange: (values: readonly (number | string)[]) => void;
}

function Answers({ legend, scale, values, onChange }: AnswersProps) {
  const offered = answersOf(scale);
  const gone = values.filter((value) => !offered.some((answer) => answer.value === value));
  const answers = [...offered, ...gone.map((value) => ({ value, label: String(value) }))];
  return (
    <fieldset>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.checks}>
        {answers.map(({ value, label }) => (
          <Checkbox
            key={value}
            label={label}
            checked={values.includes(value)}
            onChange={(event) =>
              onChange(event.target.checked ? [...values, value] : values.filter((each) => each !== value))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
