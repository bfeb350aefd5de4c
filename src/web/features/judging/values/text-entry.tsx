import type { TextScale } from '#domain/rubrics/scale.ts';
import { countCharacters } from '#domain/text/count-characters.ts';
import { controlId } from '#web/features/judging/desk/control-id.ts';
import { watchedWriting } from '#web/features/judging/live/typing-watch.ts';
import { standingOf } from '#web/features/judging/view/dock-props.ts';
import { recordedWords } from '#web/features/judging/writing/recorded-words.ts';
import { say } from '#web/messages/say.ts';
import styles from './entries.module.css';
import { type FieldProps, giveValue } from './value-props.ts';

function Count({ text, scale }: { readonly text: string; readonly scale: TextScale }) {
  const { minCharacters, maxCharacters } = scale;
  const count = countCharacters(text.trim());
  if (count < minCharacters)
    return (
      <span className={styles.count}>
        {say('{count, number} of {wanted, number}', { count, wanted: minCharacters })}
      </span>
    );
  // The upper bound is of interest only near it.
  const isNear = count > maxCharacters * 0.8;
  return (
    <span
      className={styles.count}
      data-met={!isNear || undefined}
      data-wrong={count > maxCharacters || undefined}
    >
      {isNear
        ? say('{count, number} of at most {most, number}', { count, most: maxCharacters })
        : say('{count, number}', { count })}
    </span>
  );
}

/** Words, in a field that grows with them up to a few lines. */
export function TextEntry(props: FieldProps<TextScale>) {
  const { control, scale, value, desk, name, criterion, onAct } = props;
  const text = typeof value === 'string' ? value : '';
  const { isActive, isMissing } = standingOf(desk, control);
  return (
    <span className={styles.text} data-active={isActive || undefined}>
      <textarea
        id={controlId(control)}
        {...watchedWriting}
        title={isActive ? recordedWords() : undefined}
        className={styles.area}
        aria-label={name}
        aria-required={criterion.required || undefined}
        aria-invalid={isMissing || undefined}
        rows={Math.min(6, text.split('\n').length)}
        // In UTF-16 units, so never fewer than the characters that fit.
        maxLength={scale.maxCharacters * 2}
        value={text}
        onChange={({ target }) => giveValue(props, target.value === '' ? undefined : target.value)}
        onFocus={isActive ? undefined : () => onAct({ kind: 'activate', control })}
        dir="auto"
      />
      <Count text={text} scale={scale} />
    </span>
  );
}
