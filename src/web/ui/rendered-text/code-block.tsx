import { type CSSProperties, memo, useCallback, useMemo } from 'react';
import { HiddenMarks } from './hidden-marks.tsx';
import {
  type CodeToken,
  findLanguage,
  highlightCode,
  isLanguageReady,
  subscribeToLanguages,
} from './highlighter.ts';
import styles from './rendered-text.module.css';
import { useLateValue } from './use-late-value.ts';

interface CodeBlockProps {
  readonly code: string;
  readonly language: string;
}

function Line({ tokens }: { readonly tokens: readonly CodeToken[] }) {
  return tokens.map((token, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: tokens of one immutable text never move
    <span key={index} className={styles.token} style={token.style as CSSProperties}>
      <HiddenMarks text={token.content} />
    </span>
  ));
}

function Coloured({ lines }: { readonly lines: readonly (readonly CodeToken[])[] }) {
  return lines.map((tokens, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines of one immutable text never move
    <span key={index}>
      <Line tokens={tokens} />
      {index < lines.length - 1 ? '\n' : ''}
    </span>
  ));
}

/** A block of code. It stands uncoloured first, in the same metrics, until its language has loaded. */
export const CodeBlock = memo(function CodeBlock({ code, language }: CodeBlockProps) {
  const known = findLanguage(language);
  const read = useCallback(() => known !== undefined && isLanguageReady(known), [known]);
  const isReady = useLateValue(subscribeToLanguages, read);
  const lines = useMemo(
    () => (isReady && known !== undefined ? highlightCode(code, known) : undefined),
    [code, known, isReady],
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a block that scrolls must be reachable by keyboard
    <pre className={styles.code} data-language={language || undefined} dir="ltr" tabIndex={0}>
      <code>{lines === undefined ? <HiddenMarks text={code} /> : <Coloured lines={lines} />}</code>
    </pre>
  );
});
