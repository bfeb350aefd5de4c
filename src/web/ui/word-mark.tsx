import styles from './word-mark.module.css';

/** The plumb bob and the name. */
export function WordMark() {
  return (
    <span className={styles.mark}>
      <svg viewBox="0 0 24 24" aria-hidden="true" className={styles.bob}>
        <path d="M5 3h14M12 3v9" />
        <path className={styles.weight} d="M12 21.5 8.5 15.5 12 12l3.5 3.5z" />
      </svg>
      <span data-word>Plumbline</span>
    </span>
  );
}
