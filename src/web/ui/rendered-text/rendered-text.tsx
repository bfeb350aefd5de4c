import { memo, useCallback, useMemo } from 'react';
import { say } from '#web/messages/say.ts';
import { assessText } from './assess-text.ts';
import { countHidden } from './hidden-characters.ts';
import { MarkdownText } from './markdown-text.tsx';
import { PlainText } from './plain-text.tsx';
import styles from './rendered-text.module.css';
import { keepSource } from './source-map.ts';
import { TextErrorBoundary } from './text-error-boundary.tsx';
import type { SourceTrace } from './trace-source.ts';

export interface RenderedTextProps {
  readonly text: string;
  /** "source" shows the characters as they were written. */
  readonly as?: 'rendered' | 'source';
  /** Where a block of the text as written must end, so that what comes before can be folded away. */
  readonly cutAt?: number;
  /** Where it begins in a longer source of which it is a piece. */
  readonly from?: number;
}

/** From here on a text is laid out only where it is in sight. */
const longCharacters = 20_000;

function Note({ children }: { readonly children: string }) {
  return (
    <p className={styles.note} data-made="">
      {children}
    </p>
  );
}

/** A foreign text, typeset safely: it cannot run, load, link to or overflow anything. */
export const RenderedText = memo(function RenderedText(props: RenderedTextProps) {
  const { text, as = 'rendered', cutAt = 0, from } = props;
  const assessment = useMemo(() => assessText(text), [text]);
  const hidden = useMemo(() => countHidden(text), [text]);
  const trace = useMemo((): SourceTrace => ({ source: text, leaves: [] }), [text]);
  const keep = useCallback(
    (element: HTMLElement | null) => (element === null ? undefined : keepSource(element, trace)),
    [trace],
  );
  const plain = <PlainText text={text} cutAt={cutAt} />;
  const failed = (
    <>
      <Note>{say('Shown as plain text: it could not be typeset.')}</Note>
      {plain}
    </>
  );
  const isTypeset = as === 'rendered' && assessment.kind === 'renderable';
  const isLong = text.length > longCharacters;
  return (
    <div
      ref={keep}
      className={styles.text}
      dir="auto"
      data-as={isTypeset ? 'rendered' : 'source'}
      data-from={from}
    >
      {hidden > 0 && (
        <p
          className={styles.hiddenBadge}
          data-made=""
          title={say('Characters that are not seen are shown as marks in the text.')}
        >
          {say('hidden characters: {count, number}', { count: hidden })}
        </p>
      )}
      {as === 'rendered' && assessment.kind === 'plain_only' && <Note>{assessment.reason}</Note>}
      {isTypeset ? (
        <TextErrorBoundary key={text} fallback={failed}>
          <MarkdownText text={text} trace={trace} isLong={isLong} />
        </TextErrorBoundary>
      ) : (
        plain
      )}
    </div>
  );
});
