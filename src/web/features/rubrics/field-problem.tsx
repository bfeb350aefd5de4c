import styles from './criterion-form.module.css';

/** A contradiction in words, below the control that it concerns. */
export function FieldProblem({ text }: { readonly text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <p className={styles.error} role="alert">
      {text}
    </p>
  );
}
