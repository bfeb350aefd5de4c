import styles from './count-dots.module.css';

interface CountDotsProps {
  readonly done: number;
  readonly wanted: number;
  readonly label: string;
}

const mostDots = 6;

/** How many of a few are there: full and empty dots, and figures where dots would be too many. */
export function CountDots({ done, wanted, label }: CountDotsProps) {
  const dots = Math.max(done, wanted);
  return (
    <span className={styles.dots} title={label}>
      <span className="visually-hidden">{label}</span>
      <span aria-hidden="true" className={styles.row}>
        {dots > mostDots
          ? `${done}/${wanted}`
          : Array.from({ length: dots }, (_, index) => index).map((index) => (
              <span key={index} className={styles.dot} data-full={index < done || undefined} />
            ))}
      </span>
    </span>
  );
}
