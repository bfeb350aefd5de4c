import { X } from 'lucide-react';
import { type ReactNode, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { type GuidelineSection, parseSections } from '#domain/guidelines/sections.ts';
import type { Criterion } from '#domain/rubrics/rubric.ts';
import { say } from '#web/messages/say.ts';
import { IconButton } from '#web/ui/icon-button.tsx';
import { RenderedText } from '#web/ui/rendered-text/rendered-text.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { CriterionHelp } from './criterion-help.tsx';
import styles from './guidelines-panel.module.css';

interface GuidelinesPanelProps {
  /** Undefined while it is being fetched. */
  readonly markdown: string | undefined;
  readonly criterion: Criterion | null;
  /** What was decided on other items, for the words that are searched. */
  readonly precedents: (search: string) => ReactNode;
  /** The section where the person was last. */
  readonly place: string | null;
  readonly onPlace: (anchor: string) => void;
  readonly onClose: () => void;
}

function matches(section: GuidelineSection, words: readonly string[]): boolean {
  const text = `${section.heading}\n${section.body}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

function Section({ section }: { readonly section: GuidelineSection }) {
  return (
    <section className={styles.section} data-anchor={section.anchor}>
      {section.heading !== '' && <h3 data-depth={section.level}>{section.heading}</h3>}
      {section.body !== '' && <RenderedText text={section.body} />}
    </section>
  );
}

/** The section at the top of what is seen. */
function findPlace(scroller: HTMLElement): string | undefined {
  const top = scroller.getBoundingClientRect().top + 24;
  const sections = [...scroller.querySelectorAll<HTMLElement>('[data-anchor]')];
  return sections.findLast((section) => section.getBoundingClientRect().top <= top)?.dataset.anchor;
}

/** The guidelines beside the task: opens where the person was, and can be searched. */
export function GuidelinesPanel(props: GuidelinesPanelProps) {
  const { markdown, criterion, precedents, place, onPlace, onClose } = props;
  const [search, setSearch] = useState('');
  const scroller = useRef<HTMLDivElement>(null);
  const sections = useMemo(() => (markdown === undefined ? [] : parseSections(markdown)), [markdown]);
  const words = useDeferredValue(search).toLowerCase().split(/\s+/).filter(Boolean);
  const found = words.length === 0 ? sections : sections.filter((section) => matches(section, words));
  const isLoaded = markdown !== undefined;

  // Synchronises the scroll position with the remembered section, once the text is there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: later changes of the place come from this very scrolling
  useEffect(() => {
    if (!isLoaded || criterion !== null) scroller.current?.scrollTo?.({ top: 0 });
    else if (place !== null) {
      scroller.current
        ?.querySelector(`[data-anchor="${CSS.escape(place)}"]`)
        ?.scrollIntoView?.({ block: 'start' });
    }
  }, [isLoaded, criterion]);

  return (
    <aside className={styles.panel} aria-label={say('Guidelines')}>
      <header className={styles.header}>
        <input
          type="search"
          className={styles.search}
          placeholder={say('Search the guidelines')}
          aria-label={say('Search the guidelines')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && onClose()}
        />
        <IconButton label={say('Close the guidelines')} icon={<X />} onClick={onClose} />
      </header>
      <div
        ref={scroller}
        className={styles.body}
        onScroll={(event) => {
          const anchor = findPlace(event.currentTarget);
          if (anchor !== undefined && words.length === 0) onPlace(anchor);
        }}
      >
        {criterion !== null && <CriterionHelp criterion={criterion} />}
        {precedents(words.join(' '))}
        {!isLoaded && <Skeleton lines={6} />}
        {isLoaded && sections.length === 0 && (
          <p className={styles.none}>{say('This project has no guidelines yet.')}</p>
        )}
        {isLoaded && sections.length > 0 && found.length === 0 && (
          <p className={styles.none}>{say('No section holds these words.')}</p>
        )}
        {found.map((section) => (
          <Section key={section.anchor} section={section} />
        ))}
      </div>
    </aside>
  );
}
