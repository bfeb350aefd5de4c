import type { KeyboardEvent } from 'react';
import type { ChoicesScale } from '#domain/rubrics/scale.ts';
import { choicesAct, hasNone } from '#web/features/judging/desk/answer-for-digit.ts';
import { controlId } from '#web/features/judging/desk/control-id.ts';
import { standingOf } from '#web/features/judging/view/dock-props.ts';
import { say } from '#web/messages/say.ts';
import styles from './choices-field.module.css';
import { type FieldProps, giveValue } from './value-props.ts';

interface Toggle {
  readonly key: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly digit: number | undefined;
  readonly isOn: boolean;
  readonly isFull: boolean;
}

function ToggleButton({ toggle, onPress }: { readonly toggle: Toggle; readonly onPress: () => void }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: Enter submits here, and only Space presses
    <button
      type="button"
      role="checkbox"
      className={styles.toggle}
      aria-checked={toggle.isOn}
      aria-disabled={(toggle.isFull && !toggle.isOn) || undefined}
      title={toggle.help === undefined || toggle.help === '' ? undefined : toggle.help}
      tabIndex={-1}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {toggle.label}
      {toggle.digit !== undefined && (
        <span className={styles.digit} aria-hidden="true">
          {toggle.digit}
        </span>
      )}
    </button>
  );
}

/** Arrows walk along the options, from the group itself to the first or the last. */
export function walkToggles(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  const toggles = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=checkbox]')];
  if (by === 0 || toggles.length === 0) return;
  const at = toggles.indexOf(event.target as HTMLElement);
  const next = at === -1 ? (by === 1 ? 0 : toggles.length - 1) : at + by;
  toggles[Math.max(0, Math.min(toggles.length - 1, next))]?.focus();
  event.preventDefault();
}

function explainCount({ atLeast, atMost, options }: ChoicesScale): string | null {
  if (atLeast > 1 && atMost < options.length)
    return say('{atLeast, number} to {atMost, number}', { atLeast, atMost });
  if (atLeast > 1) return say('at least {atLeast, number}', { atLeast });
  return atMost < options.length ? say('at most {atMost, number}', { atMost }) : null;
}

/** Several of named options, each on or off by its digit. */
export function ChoicesField(props: FieldProps<ChoicesScale>) {
  const { control, scale, value, desk, name, onAct } = props;
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  const { isActive, isMissing } = standingOf(desk, control);
  const isFull = chosen.length >= scale.atMost;
  const press = (key: string) => {
    const act = choicesAct(control, { scale, answers: desk.answers, key });
    if (act !== undefined) onAct(act);
  };
  const count = explainCount(scale);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in a row
    <div
      id={controlId(control)}
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: digits speak to the group as a whole
      tabIndex={0}
      aria-label={count === null ? name : `${name}, ${count}`}
      className={styles.choices}
      data-active={isActive || undefined}
      data-missing={isMissing || undefined}
      data-keeps-focus=""
      data-own-arrows=""
      onFocus={isActive ? undefined : () => onAct({ kind: 'activate', control })}
      onKeyDown={walkToggles}
    >
      {scale.options.map(({ key, label, help }, index) => (
        <ToggleButton
          key={key}
          toggle={{ key, label, help, digit: digitAt(index), isOn: chosen.includes(key), isFull }}
          onPress={() => press(key)}
        />
      ))}
      {hasNone(scale) && (
        <ToggleButton
          toggle={{
            key: '',
            label: say('None of these'),
            digit: scale.options.length < 10 ? 0 : undefined,
            isOn: Array.isArray(value) && value.length === 0,
            isFull: false,
          }}
          onPress={() => giveValue(props, [])}
        />
      )}
      {count !== null && <span className={styles.count}>{count}</span>}
    </div>
  );
}

/** The key of an option by its place; those beyond the tenth have none. */
export function digitAt(index: number): number | undefined {
  return index < 9 ? index + 1 : index === 9 ? 0 : undefined;
}
