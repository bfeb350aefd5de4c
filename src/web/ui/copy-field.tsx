import { Check, Copy } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { say } from '#web/messages/say.ts';
import { Button } from './button.tsx';
import styles from './copy-field.module.css';

/** A text to take away, with a button that copies it. */
export function CopyField({ label, value }: { readonly label: string; readonly value: string }) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    input.current?.select();
    // Where the clipboard is forbidden, the text stays selected for the person's own copy key.
    await navigator.clipboard?.writeText(value).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <div className={styles.row}>
      <label className="visually-hidden" htmlFor={id}>
        {label}
      </label>
      <input
        ref={input}
        id={id}
        className={styles.value}
        value={value}
        readOnly
        onFocus={(event) => event.target.select()}
      />
      <Button icon={copied ? <Check /> : <Copy />} onClick={() => void copy()}>
        {copied ? say('Copied') : say('Copy')}
      </Button>
    </div>
  );
}
