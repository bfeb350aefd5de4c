import { memo, useMemo, useRef } from 'react';
import { letterAt } from '#domain/judging/display-order.ts';
import { Attachments } from '#web/features/judging/media/attachments.tsx';
import type { ViewTask } from '#web/features/judging/parts/scene.ts';
import { StepList } from '#web/features/judging/parts/step-list.tsx';
import type { ReadingLooks } from '#web/features/judging/reading/reading-looks.ts';
import { findSameBeginning } from '#web/features/judging/reading/same-beginning.ts';
import { SameBeginningNote } from '#web/features/judging/reading/same-beginning-note.tsx';
import { showColumn } from '#web/features/judging/reading/scroll-texts.ts';
import { type Sight, useSight } from '#web/features/judging/reading/use-sight.ts';
import { say } from '#web/messages/say.ts';
import { RenderedText } from '#web/ui/rendered-text/rendered-text.tsx';
import styles from './response-columns.module.css';

interface ResponseColumnsProps {
  readonly responses: ViewTask['responses'];
  /** Solutions are shown step by step, each with what is asked about it. */
  readonly asksSteps: boolean;
  readonly layout: 'side_by_side' | 'stacked';
  readonly as: 'rendered' | 'source';
  readonly looks: ReadingLooks;
  /** The response gone to by key. */
  readonly current: number | null;
}

/** Where not all responses fit beside each other: which are in sight, and a way to the others. */
function Tabs(props: {
  readonly letters: readonly string[];
  readonly sight: Sight;
  readonly onShow: (index: number) => void;
}) {
  return (
    <div className={styles.tabs}>
      {props.letters.map((letter, index) => (
        <button
          key={letter}
          type="button"
          aria-pressed={index >= props.sight.first && index < props.sight.first + props.sight.count}
          aria-label={say('Response {letter}', { letter })}
          onClick={() => props.onShow(index)}
        >
          {letter}
        </button>
      ))}
    </div>
  );
}

/** The responses, all alike: same width, same type, same header. Those that do not fit are swiped to. */
export const ResponseColumns = memo(function ResponseColumns(props: ResponseColumnsProps) {
  const { responses, layout, as, looks, current, asksSteps } = props;
  const frame = useRef<HTMLDivElement>(null);
  const { sight, note } = useSight(frame, responses.length);
  const beginning = useMemo(
    () => findSameBeginning(asksSteps ? [] : responses.map(({ text }) => text)),
    [responses, asksSteps],
  );
  return (
    <div
      className={styles.place}
      data-strip={(layout === 'side_by_side' && sight.count < responses.length) || undefined}
    >
      <Tabs
        letters={responses.map((_, index) => letterAt(index))}
        sight={sight}
        onShow={(index) => showColumn(frame.current, index)}
      />
      <div
        ref={frame}
        className={styles.frame}
        data-layout={layout}
        data-scrolling={layout === 'side_by_side' ? looks.scrolling : 'together'}
        data-scroller=""
        style={{ '--columns': responses.length } as React.CSSProperties}
        onScroll={note}
      >
        {responses.map((response, index) => (
          <article
            key={response.id}
            className={styles.column}
            aria-label={say('Response {letter}', { letter: letterAt(index) })}
            data-current={index === current || undefined}
            data-unit={response.id}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
            tabIndex={0}
          >
            <header className={styles.letter}>{letterAt(index)}</header>
            <div className={styles.body}>
              {beginning.paragraphs > 0 && (
                <SameBeginningNote
                  beginning={beginning}
                  isWhole={responses.every(({ text }) => text.trimEnd().length <= beginning.end)}
                  looks={looks}
                />
              )}
              <Attachments attachments={response.attachments} />
              {response.text.trim() === '' ? (
                response.attachments === undefined && (
                  <p className={styles.empty}>{say('This response is empty.')}</p>
                )
              ) : asksSteps ? (
                <StepList response={response} as={as} />
              ) : (
                <RenderedText text={response.text} as={as} cutAt={beginning.end} />
              )}
            </div>
          </article>
        ))}
      </div>
    </div>
  );
});
