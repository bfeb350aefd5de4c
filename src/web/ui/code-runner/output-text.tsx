import { HiddenMarks } from '#web/ui/rendered-text/hidden-marks.tsx';
import styles from './output-text.module.css';

interface OutputTextProps {
  readonly label: string;
  readonly text: string;
  readonly tone?: 'neutral' | 'bad';
}

/** What a program printed, as it is; a long one scrolls in its place. */
export function OutputText({ label, text, tone = 'neutral' }: OutputTextProps) {
  return (
    <figure className={styles.figure} aria-label={label}>
      <figcaption className={styles.caption}>{label}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a block that scrolls must be reachable by keyboard */}
      <pre className={styles.text} data-tone={tone} dir="ltr" tabIndex={0}>
        <HiddenMarks text={text} />
      </pre>
    </figure>
  );
}
