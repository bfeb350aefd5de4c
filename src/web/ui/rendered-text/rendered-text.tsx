import { memo, useMemo } from 'react';
import { assessText } from './assess-text.ts';
import { countHidden } from './hidden-characters.ts';
import { MarkdownText } from './markdown-text.tsx';
import { PlainText } from './plain-text.tsx';
import styles from './rendered-text.module.css';
import { TextErrorBoundary } from './text-error-boundary.tsx';

export interface RenderedTextProps {
  readonly text: string;
  /** "source" shows the characters as they were written. */
  readonly as?: 'rendered' | 'source';
}

function Note({ children }: { readonly children: string }) {
  return <p className={styles.note}>{children}</p>;
}

/** A foreign text, typeset safely: it cannot run, load, link to or overflow anything. */
export const RenderedText = memo(function RenderedText({ text, as = 'rendered' }: RenderedTextProps) {
  const assessment = useMemo(() => assessText(text), [text]);
  const hidden = useMemo(() => countHidden(text), [text]);
  const plain = <PlainText text={text} />;
  const failed = (
    <>
      <Note>Shown as plain text: it could not be typeset.</Note>
      {plain}
    </>
  );
  const isTypeset = as === 'rendered' && assessment.kind === 'renderable';
  return (
    <div className={styles.text} dir="auto" data-as={isTypeset ? 'rendered' : 'source'}>
      {hidden > 0 && (
        <p
          className={styles.hiddenBadge}
          title="Characters that are not seen are shown as marks in the text."
        >
          hidden characters: {hidden}
        </p>
      )}
      {as === 'rendered' && assessment.kind === 'plain_only' && <Note>{assessment.reason}</Note>}
      {isTypeset ? (
        <TextErrorBoundary key={text} fallback={failed}>
          <MarkdownText text={text} />
        </TextErrorBoundary>
      ) : (
        plain
      )}
    </div>
  );
});
