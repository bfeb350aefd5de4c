import { nameUnit } from '#web/features/results/answers/unit-names.ts';
import type { Question } from './group-questions.ts';
import styles from './questions.module.css';

/** The passage that a flag is about, and what was written with it. */
export function FlagWords({ note, quote, unitId }: Pick<Question, 'note' | 'quote' | 'unitId'>) {
  return (
    <>
      {quote !== '' && (
        <figure className={styles.quote}>
          <blockquote dir="auto">{quote}</blockquote>
          {unitId !== null && <figcaption>{nameUnit(unitId)}</figcaption>}
        </figure>
      )}
      {note !== '' && (
        <p className={styles.note} dir="auto">
          {note}
        </p>
      )}
    </>
  );
}
