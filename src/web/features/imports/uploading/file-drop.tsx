import { Upload } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import styles from './file-drop.module.css';

interface FileDropProps {
  readonly onFile: (file: File) => void;
}

/** Where a file is dropped or chosen. */
export function FileDrop({ onFile }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const over = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  return (
    <section
      className={styles.drop}
      data-over={isOver || undefined}
      aria-label={say('File to import')}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <Upload aria-hidden="true" className={styles.icon} />
      <p className={styles.words}>
        <span className={styles.title}>{say('Drop a file here')}</span>
        {say(
          'JSONL, JSON, CSV or Parquet, also gzipped. Nothing is written before you have seen the first rows.',
        )}
      </p>
      <Button variant="primary" onClick={() => input.current?.click()}>
        {say('Choose a file')}
      </Button>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        aria-label={say('File to import')}
        tabIndex={-1}
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file may be chosen again.
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </section>
  );
}
