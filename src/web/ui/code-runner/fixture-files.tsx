import { say } from '#web/messages/say.ts';
import styles from './fixture-files.module.css';
import { OutputText } from './output-text.tsx';
import type { CodeFile } from './run-request.ts';

/** The files that lie beside the program, each opened on demand. */
export function FixtureFiles({ files }: { readonly files: readonly CodeFile[] }) {
  if (files.length === 0) return null;
  return (
    <ul className={styles.files} aria-label={say('Files beside the program')}>
      {files.map((file) => (
        <li key={file.name}>
          <details>
            <summary className={styles.name}>{file.name}</summary>
            <OutputText label={say('Content of {name}', { name: file.name })} text={file.content} />
          </details>
        </li>
      ))}
    </ul>
  );
}
