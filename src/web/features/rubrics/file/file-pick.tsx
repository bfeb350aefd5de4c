import { FileJson } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import styles from './file-pick.module.css';

interface FilePickProps {
  readonly fileName: string | undefined;
  readonly onFile: (file: File) => void;
}

/** Where a rubric file is dropped or chosen. */
export function FilePick({ fileName, onFile }: FilePickProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  return (
    <section
      className={styles.pick}
      data-over={isOver || undefined}
      aria-label={say('Rubric file')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileJson aria-hidden="true" />
      <p>
        {fileName ?? say('Drop a rubric file here. Nothing changes before you have seen the difference.')}
      </p>
      <Button data-autofocus="" size="small" onClick={() => input.current?.click()}>
        {fileName === undefined ? say('Choose a file') : say('Choose another')}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        className="visually-hidden"
        aria-label={say('Rubric file')}
        tabIndex={-1}
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file may be chosen again, after it was mended.
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </section>
  );
}
