import { History } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useMemo, useReducer } from 'react';
import { diffSections } from '#domain/guidelines/diff-sections.ts';
import { parseSections } from '#domain/guidelines/sections.ts';
import { Button } from '#web/ui/button.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { showToast } from '#web/ui/toast.tsx';
import type { VersionFacts } from '#web/ui/version-list.tsx';
import { GuidelinesColumns } from './guidelines-columns.tsx';
import styles from './guidelines-designer.module.css';
import { PublishDialog } from './publish-dialog.tsx';
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
      <Header
        facts={published.facts}
        isChanged={isChanged}
        canPublish={isChanged && !isStale}
        onDiscard={takePublished}
        onShowVersions={onShowVersions}
        onPublish={publish}
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
      <GuidelinesColumns
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

interface HeaderProps {
  readonly facts: VersionFacts;
  readonly isChanged: boolean;
  readonly canPublish: boolean;
  readonly onDiscard: () => void;
  readonly onShowVersions: () => void;
  readonly onPublish: () => void;
}

function Header({ facts, isChanged, canPublish, onDiscard, onShowVersions, onPublish }: HeaderProps) {
  return (
    <PageHeader
      title="Guidelines"
      summary={
        <span className={styles.status}>
          Version {facts.version} · {facts.createdByName} · <RelativeTime at={facts.createdAt} />
          {isChanged && (
            <span className={styles.unpublished}> · unpublished edits, kept in this browser</span>
          )}
        </span>
      }
      actions={
        <>
          {isChanged && (
            <Button variant="quiet" onClick={onDiscard}>
              Discard edits
            </Button>
          )}
          <Button icon={<History />} onClick={onShowVersions}>
            Versions
          </Button>
          <Button variant="primary" keyHint="Mod+S" disabled={!canPublish} onClick={onPublish}>
            Publish
          </Button>
        </>
      }
    />
  );
}
