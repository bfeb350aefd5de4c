import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { type GuidelineSection, parseSections } from '#domain/guidelines/sections.ts';
import { message, say } from '#web/messages/say.ts';
import { Segmented } from '#web/ui/segmented.tsx';
import styles from './guidelines-designer.module.css';
import { headingOffset } from './heading-offset.ts';
import { RenderedSections } from './rendered-sections.tsx';
import { SectionOutline } from './section-outline.tsx';

interface GuidelinesColumnsProps {
  readonly markdown: string;
  readonly onWrite: (markdown: string) => void;
}

const panes = [
  { value: 'write', label: message('Write') },
  { value: 'read', label: message('Read') },
] as const;

/** The sections, the source and the same typeset; the outline leads to both. */
export function GuidelinesColumns({ markdown, onWrite }: GuidelinesColumnsProps) {
  const [pane, setPane] = useState<'write' | 'read'>('write');
  const deferred = useDeferredValue(markdown);
  const sections = useMemo(() => parseSections(deferred), [deferred]);
  const source = useRef<HTMLTextAreaElement>(null);
  const go = (section: GuidelineSection, index: number) => {
    document.getElementById(`section-${section.anchor}`)?.scrollIntoView({ block: 'start' });
    const area = source.current;
    if (area === null || area.offsetParent === null) return;
    const offset = headingOffset(markdown, index);
    area.focus();
    // The browser scrolls a collapsed selection into view only when it is set from the end backwards.
    area.setSelectionRange(markdown.length, markdown.length);
    area.setSelectionRange(offset, offset);
    const line = markdown.slice(0, offset).split('\n').length - 1;
    const lines = Math.max(1, markdown.split('\n').length);
    area.scrollTop = Math.max(0, (line / lines) * area.scrollHeight - 40);
  };
  return (
    <>
      <div className={styles.panes}>
        <Segmented
          label={say('View')}
          options={panes.map(({ value, label }) => ({ value, label: say(label) }))}
          value={pane}
          onChange={setPane}
        />
      </div>
      <div className={styles.columns} data-pane={pane}>
        <div className={styles.outline}>
          <SectionOutline sections={sections} onGo={go} />
        </div>
        <textarea
          ref={source}
          className={styles.source}
          aria-label={say('Guidelines as Markdown')}
          value={markdown}
          maxLength={400_000}
          placeholder={say('# What this project is about\n\nWrite what annotators need to decide well.')}
          onChange={(event) => onWrite(event.target.value)}
        />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling place must be reachable by keyboard */}
        <section className={styles.rendered} aria-label={say('As annotators read it')} tabIndex={0}>
          <RenderedSections sections={sections} />
        </section>
      </div>
    </>
  );
}
