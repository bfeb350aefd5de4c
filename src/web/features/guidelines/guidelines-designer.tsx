import { History } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useMemo, useReducer, useRef } from 'react';
import { diffSections } from '#domain/guidelines/diff-sections.ts';
import { type GuidelineSection, parseSections } from '#domain/guidelines/sections.ts';
import { Button } from '#web/ui/button.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { showToast } from '#web/ui/toast.tsx';
import type { VersionFacts } from '#web/ui/version-list.tsx';
import styles from './guidelines-designer.module.css';
import { headingOffset } from './heading-offset.ts';
import { PublishDialog } from './publish-dialog.tsx';
import { RenderedSections } from './rendered-sections.tsx';
import { SectionOutline } from './section-outline.tsx';
import { StaleGuidelines } from './stale-guidelines.tsx';
import { useGuidelinesEditor } from './use-guidelines-editor.ts';

interface GuidelinesDesignerProps {
  readonly projectId: string;
  readonly published: { readonly markdown: string; readonly version: number; readonly facts: VersionFacts };
  readonly onShowVersions: () => void;
}

interface View {
  readonly pane: 'write' | 'read';
  readonly isPublishing: boolean;
}

const panes = [
  { value: 'write', label: 'Write' },
  { value: 'read', label: 'Read' },
] as const;

/** Markdown on the left, the same typeset on the right, the sections beside. */
export function GuidelinesDesigner({ projectId, published, onShowVersions }: GuidelinesDesignerProps) {
  const { editor, send, isChanged, isStale } = useGuidelinesEditor(projectId, published);
  const [view, show] = useReducer((old: View, part: Partial<View>): View => ({ ...old, ...part }), {
    pane: 'write',
    isPublishing: false,
  });
  const deferred = useDeferredValue(editor.markdown);
  const sections = useMemo(() => parseSections(deferred), [deferred]);
  const publish = () => isChanged && !isStale && show({ isPublishing: true });
  const takePublished = () => {
    send({ kind: 'load', ...published });
    showToast('Your edits were put aside.', {
      act: { label: 'Bring them back', onSelect: () => send({ kind: 'bring_back' }) },
    });
  };
  const press = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
    event.preventDefault();
    publish();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl S works wherever the focus is on this page
    <div className={styles.page} onKeyDown={press}>
      <PageHeader
        title="Guidelines"
        summary={<Status facts={published.facts} isChanged={isChanged} />}
        actions={
          <>
            {isChanged && (
              <Button variant="quiet" onClick={takePublished}>
                Discard edits
              </Button>
            )}
            <Button icon={<History />} onClick={onShowVersions}>
              Versions
            </Button>
            <Button variant="primary" keyHint="Mod+S" disabled={!isChanged || isStale} onClick={publish}>
              Publish
            </Button>
          </>
        }
      />
      {isStale && (
        <StaleGuidelines
          newest={published.facts}
          theirs={published.markdown}
          mine={editor.markdown}
          onTake={takePublished}
          onKeep={() => send({ kind: 'rebase', version: published.version })}
        />
      )}
      <div className={styles.panes}>
        <Segmented label="View" options={panes} value={view.pane} onChange={(pane) => show({ pane })} />
      </div>
      <Columns
        markdown={editor.markdown}
        sections={sections}
        pane={view.pane}
        onWrite={(markdown) => send({ kind: 'write', markdown })}
      />
      {view.isPublishing && (
        <PublishDialog
          projectId={projectId}
          markdown={editor.markdown}
          basedOn={editor.basedOn}
          changes={diffSections(parseSections(published.markdown), parseSections(editor.markdown))}
          onClose={() => show({ isPublishing: false })}
          onPublished={(version) => {
            send({ kind: 'published', version });
            show({ isPublishing: false });
          }}
        />
      )}
    </div>
  );
}

function Status({ facts, isChanged }: { readonly facts: VersionFacts; readonly isChanged: boolean }) {
  return (
    <span className={styles.status}>
      Version {facts.version} · {facts.createdByName} · <RelativeTime at={facts.createdAt} />
      {isChanged && <span className={styles.unpublished}> · unpublished edits, kept in this browser</span>}
    </span>
  );
}

interface ColumnsProps {
  readonly markdown: string;
  readonly sections: readonly GuidelineSection[];
  readonly pane: View['pane'];
  readonly onWrite: (markdown: string) => void;
}

function Columns({ markdown, sections, pane, onWrite }: ColumnsProps) {
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
    <div className={styles.columns} data-pane={pane}>
      <div className={styles.outline}>
        <SectionOutline sections={sections} onGo={go} />
      </div>
      <textarea
        ref={source}
        className={styles.source}
        aria-label="Guidelines as Markdown"
        value={markdown}
        maxLength={400_000}
        placeholder={'# What this project is about\n\nWrite what annotators need to decide well.'}
        onChange={(event) => onWrite(event.target.value)}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling place must be reachable by keyboard */}
      <section className={styles.rendered} aria-label="As annotators read it" tabIndex={0}>
        <RenderedSections sections={sections} />
      </section>
    </div>
  );
}
