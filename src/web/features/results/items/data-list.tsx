import styles from './item.module.css';

/** Named values as they came with the file. */
export function DataList({ lines }: { readonly lines: readonly (readonly [string, string])[] }) {
  return (
    <dl className={styles.data}>
      {lines.flatMap(([name, value]) => [
        <dt key={`${name}-name`}>{name}</dt>,
        <dd key={`${name}-value`}>{value}</dd>,
      ])}
    </dl>
  );
}
