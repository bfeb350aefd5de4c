import { type Message, message, say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { Tag } from '#web/ui/tag.tsx';
import type { SendQueue, SentFile } from './send-queue.ts';
import styles from './sent-files.module.css';

const words: Readonly<Record<SentFile['state'], Message>> = {
  waiting: message('Waiting'),
  sending: message('Sending'),
  done: message('Added'),
  failed: message('Not added'),
};
const tones = { waiting: 'neutral', sending: 'neutral', done: 'good', failed: 'bad' } as const;

interface SentFilesProps {
  readonly files: readonly SentFile[];
  readonly queue: SendQueue;
}

/** How each file that was dropped stands, until the next ones are. */
export function SentFiles({ files, queue }: SentFilesProps) {
  if (files.length === 0) return null;
  return (
    <ul className={styles.files} aria-label={say('Files being added')} aria-live="polite">
      {files.map((file) => (
        <li key={file.id} className={styles.file}>
          <Tag tone={tones[file.state]}>{say(words[file.state])}</Tag>
          <bdi className={styles.name}>{file.name}</bdi>
          {file.problem !== undefined && <span className={styles.problem}>{file.problem}</span>}
          {file.state === 'failed' && (
            <Button size="small" variant="quiet" onClick={() => queue.retry(file.id)}>
              {say('Try again')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
