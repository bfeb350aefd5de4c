import type { Place } from '#domain/outcomes/refusal.ts';
import styles from './place-list.module.css';

/** What is wrong in a file, each with its place in words. */
export function PlaceList({ places }: { readonly places: readonly Place[] }) {
  return (
    <ul className={styles.places}>
      {places.map(({ path, message }) => (
        <li key={`${path} ${message}`}>{message}</li>
      ))}
    </ul>
  );
}
