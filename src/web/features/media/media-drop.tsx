import { ImagePlus } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import styles from './media-drop.module.css';

const accepted =
  'image/png,image/jpeg,image/gif,image/webp,image/avif,audio/mpeg,audio/wav,audio/ogg,audio/flac,audio/mp4,.m4a,video/mp4,video/webm,application/pdf';

/** Where media are dropped or chosen, many at once. */
export function MediaDrop({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const over = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <section
      className={styles.drop}
      data-over={isOver || undefined}
      aria-label={say('Media to add')}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <ImagePlus aria-hidden="true" className={styles.icon} />
      <p className={styles.words}>
        <span className={styles.title}>{say('Drop files here')}</span>
        {say(
          'Pictures, sound, films and PDF. What a file is, is found by its content; SVG and HTML are refused.',
        )}
      </p>
      <Button variant="primary" onClick={() => input.current?.click()}>
        {say('Choose files')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        accept={accepted}
        className="visually-hidden"
        aria-label={say('Media to add')}
        tabIndex={-1}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same files may be chosen again.
          event.target.value = '';
          onFiles(files);
        }}
      />
    </section>
  );
}
