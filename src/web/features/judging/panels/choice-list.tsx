import { Kbd } from '#web/ui/kbd.tsx';
import styles from './choice-dialog.module.css';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

/** The key that chooses the nth of a list: 1 to 9, then 0. */
export const digitAt = (index: number) => String((index + 1) % 10);

/** The choice that a digit stands for. */
export function choiceForDigit<Value extends string>(
  choices: readonly Choice<Value>[],
  key: string,
): Value | undefined {
  return choices.find((_choice, index) => index < 10 && digitAt(index) === key)?.value;
}

interface ChoiceListProps<Value extends string> {
  readonly name: string;
  readonly legend: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value | null;
  /** Where the focus begins. */
  readonly first?: Value;
  /** Shows the legend, where the list is one of several. */
  readonly titled?: boolean;
  /** Whether the digits choose here at this moment. */
  readonly hasKeys?: boolean;
  readonly onChoose: (value: Value) => void;
}

/** One of a few, each with its digit. */
export function ChoiceList<Value extends string>(props: ChoiceListProps<Value>) {
  const { hasKeys = true } = props;
  return (
    <fieldset className={styles.options}>
      <legend className={props.titled === true ? styles.legend : 'visually-hidden'}>{props.legend}</legend>
      {props.choices.map((choice, index) => (
        <label key={choice.value} className={styles.option}>
          <input
            type="radio"
            name={props.name}
            checked={choice.value === props.value}
            data-autofocus={choice.value === props.first || undefined}
            onChange={() => props.onChoose(choice.value)}
          />
          <span>{choice.label}</span>
          {hasKeys && <Kbd keys={digitAt(index)} />}
        </label>
      ))}
    </fieldset>
  );
}
