import { recordedWords } from './recorded-words.ts';
import styles from './writing-pane.module.css';

/** Says where something is written what is recorded of it. */
export function RecordedNote() {
  return <p className={styles.recorded}>{recordedWords()}</p>;
}
