import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { say } from '#web/messages/say.ts';
import { IconButton } from './icon-button.tsx';

/** Copies a text that stands beside it. */
export function CopyButton({ label, value }: { readonly label: string; readonly value: string }) {
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async () => {
    await navigator.clipboard?.writeText(value).then(
      () => setCopied(value),
      () => undefined,
    );
  };
  const isCopied = copied === value;
  return (
    <IconButton
      label={isCopied ? say('Copied') : label}
      icon={isCopied ? <Check /> : <Copy />}
      onClick={() => void copy()}
    />
  );
}
