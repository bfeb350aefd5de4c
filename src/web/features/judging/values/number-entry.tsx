import { type KeyboardEvent, useState } from 'react';
import { explainValue } from '#domain/judging/check-value.ts';
import type { NumberScale } from '#domain/rubrics/scale.ts';
import { controlId } from '#web/features/judging/desk/control-id.ts';
import { standingOf } from '#web/features/judging/view/dock-props.ts';
import { say } from '#web/messages/say.ts';
import styles from './entries.module.css';
import { parseNumber } from './parse-number.ts';
import { type FieldProps, giveValue } from './value-props.ts';

/** A number that is typed; what is no such number stays in the field, is named, and counts as no answer. */
export function NumberEntry(props: FieldProps<NumberScale>) {
  const { control, scale, value, desk, name, criterion, onAct } = props;
  const [typed, setTyped] = useState('');
  const { isActive, isMissing } = standingOf(desk, control);
  const fits = (text: string) => {
    const number = parseNumber(text);
    return number !== undefined && explainValue(number, scale) === null ? number : undefined;
  };
  // What stands in the field is the person's own spelling of the value, unless the value came from elsewhere.
  const shown = fits(typed) === value ? typed : value === undefined ? '' : String(value);
  const isWrong = shown.trim() !== '' && fits(shown) === undefined;
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onAct({ kind: 'leave_text' });
  };
  const range = say('{min, number} to {max, number}', { min: scale.min, max: scale.max });
  return (
    <span className={styles.number} data-active={isActive || undefined}>
      <input
        id={controlId(control)}
        className={styles.digits}
        inputMode="decimal"
        autoComplete="off"
        aria-label={`${name}, ${range}${scale.unit === '' ? '' : ` ${scale.unit}`}`}
        aria-required={criterion.required || undefined}
        aria-invalid={isWrong || isMissing || undefined}
        value={shown}
        onChange={(event) => {
          setTyped(event.target.value);
          giveValue(props, fits(event.target.value));
        }}
        onFocus={isActive ? undefined : () => onAct({ kind: 'activate', control })}
        onKeyDown={leave}
        dir="ltr"
      />
      {scale.unit !== '' && <span className={styles.unit}>{scale.unit}</span>}
      <span className={styles.hint} data-wrong={isWrong || undefined} role={isWrong ? 'status' : undefined}>
        {isWrong && scale.decimals === 0 ? say('a whole number, {range}', { range }) : range}
      </span>
    </span>
  );
}
