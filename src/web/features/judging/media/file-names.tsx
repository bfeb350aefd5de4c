import type { Attachment } from '#domain/items/item.ts';
import styles from './attachments.module.css';

/** Files by their names, where they are not shown themselves. */
export function FileNames({ attachments }: { readonly attachments: readonly Attachment[] }) {
  return (
    <ul className={styles.names}>
      {attachments.map(({ mediaId, name, alt }) => (
        <li key={mediaId}>{alt ?? name}</li>
      ))}
    </ul>
  );
}
