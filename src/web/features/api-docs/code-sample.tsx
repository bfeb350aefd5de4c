import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '#web/ui/icon-button.tsx';
import styles from './code-sample.module.css';

/** Text to read and take away. */
export function CodeSample({ label, text }: { readonly label: string; readonly text: string }) {
  const [copied, setCopied] = useState(false);
  const copy = () =>
    void navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => undefined,
    );
  return (
    <figure className={styles.sample} aria-label={label}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling place must be reachable by keyboard */}
      <pre tabIndex={0}>
        <code>{text}</code>
      </pre>
      <span className={styles.copy}>
        <IconButton
          label={copied ? 'Copied' : `Copy: ${label}`}
          icon={copied ? <Check /> : <Copy />}
          onClick={copy}
        />
      </span>
    </figure>
  );
}
