import { memo, useRef, useState } from 'react';
import { letterAt } from '#domain/judging/display-order.ts';
import { readsFromRight } from '#web/messages/reads-from-right.ts';
import { say } from '#web/messages/say.ts';
import { RenderedText } from '#web/ui/rendered-text/rendered-text.tsx';
import styles from './response-columns.module.css';

interface ResponseColumnsProps {
  readonly responses: readonly { readonly id: string; readonly text: string }[];
  readonly layout: 'side_by_side' | 'stacked';
  readonly as: 'rendered' | 'source';
}

/** On a phone: which response is in sight, and a way to the others. */
function Tabs(props: {
  readonly letters: readonly string[];
  readonly shown: number;
  readonly onShow: (index: number) => void;
}) {
  return (
    <div className={styles.tabs}>
      {props.letters.map((letter, index) => (
        <button
          key={letter}
          type="button"
          aria-pressed={index === props.shown}
          aria-label={say('Response {letter}', { letter })}
          onClick={() => props.onShow(index)}
        >
          {letter}
        </button>
      ))}
    </div>
  );
}

/** The responses, all alike: same width, same type, same header. On a phone they are swiped. */
export const ResponseColumns = memo(function ResponseColumns({
  responses,
  layout,
  as,
}: ResponseColumnsProps) {
  const [shown, setShown] = useState(0);
  const frame = useRef<HTMLDivElement>(null);
  const show = (index: number) => {
    const { current } = frame;
    if (current === null) return;
    const step = readsFromRight() ? -current.clientWidth : current.clientWidth;
    current.scrollTo({ left: index * step, behavior: 'smooth' });
  };
  const noteSwipe = () => {
    const { current } = frame;
    if (current === null || current.clientWidth === 0) return;
    setShown(Math.min(responses.length - 1, Math.round(Math.abs(current.scrollLeft) / current.clientWidth)));
  };
  return (
    <div className={styles.place}>
      <Tabs letters={responses.map((_, index) => letterAt(index))} shown={shown} onShow={show} />
      <div
        ref={frame}
        className={styles.frame}
        data-layout={layout}
        data-scroller=""
        style={{ '--columns': responses.length } as React.CSSProperties}
        onScroll={noteSwipe}
      >
        {responses.map((response, index) => (
          <article
            key={response.id}
            className={styles.column}
            aria-label={say('Response {letter}', { letter: letterAt(index) })}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
            tabIndex={0}
          >
            <header className={styles.letter}>{letterAt(index)}</header>
            <div className={styles.body}>
              {response.text.trim() === '' ? (
                <p className={styles.empty}>{say('This response is empty.')}</p>
              ) : (
                <RenderedText text={response.text} as={as} />
              )}
            </div>
          </article>
        ))}
      </div>
    </div>
  );
});
