import { useState } from 'react';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { RenderedText } from '#web/ui/rendered-text/rendered-text.tsx';
import { readStored, writeStored } from '#web/ui/stored-value.ts';
import styles from './instructions.module.css';

interface InstructionsProps {
  readonly projectId: string;
  readonly text: string;
}

/** The project's short instructions above the first task; once read they stay away until they change. */
export function Instructions({ projectId, text }: InstructionsProps) {
  const key = `plumbline/instructions/${projectId}`;
  const [seen, setSeen] = useState(() => readStored(key));
  if (text.trim() === '' || seen === text) return null;
  const dismiss = () => {
    writeStored(key, text);
    setSeen(text);
  };
  return (
    <div className={styles.instructions}>
      <RenderedText text={text} />
      <Button size="small" onClick={dismiss}>
        {say('Understood')}
      </Button>
    </div>
  );
}
