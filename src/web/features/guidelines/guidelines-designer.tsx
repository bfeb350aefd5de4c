import { History } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { diffSections } from '#domain/guidelines/diff-sections.ts';
import { parseSections } from '#domain/guidelines/sections.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
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

/** Markdown on the left, the same typeset on the right, the sections beside. */
export function GuidelinesDesigner({ projectId, published, onShowVersions }: GuidelinesDesignerProps) {
  const { editor, send, isChanged, isStale } = useGuidelinesEditor(projectId, published);
  const [isPublishing, setPublishing] = useState(false);
  const publish = () => isChanged && !isStale && setPublishing(true);
  const takePublished = () => {
    send({ kind: 'load', ...published });
    showToast(say('Your edits were put aside.'), {
      act: { label: say('Bring them back'), onSelect: () => send({ kind: 'bring_back' }) },
    });
  };
  const press = (event: KeyboardEvent) => {
    if (isPublishing || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
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
      <GuidelinesColumns
        markdown={editor.markdown}
        onWrite={(markdown) => send({ kind: 'write', markdown })}
      />
      {isPublishing && (
        <PublishDialog
          projectId={projectId}
          markdown={editor.markdown}
          basedOn={editor.basedOn}
          changes={diffSections(parseSections(published.markdown), parseSections(editor.markdown))}
          onClose={() => setPublishing(false)}
          onPublished={(version) => {
            send({ kind: 'published', version });
            setPublishing(false);
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
      title={say('Guidelines')}
      summary={
        <span className={styles.status}>
          {say('Version {version}', { version: facts.version })} · {facts.createdByName} ·{' '}
          <RelativeTime at={facts.createdAt} />
          {isChanged && (
            <span className={styles.unpublished}> · {say('unpublished edits, kept in this browser')}</span>
          )}
        </span>
      }
      actions={
        <>
          {isChanged && (
            <Button variant="quiet" onClick={onDiscard}>
              {say('Discard edits')}
            </Button>
          )}
          <Button icon={<History />} onClick={onShowVersions}>
            {say('Versions')}
          </Button>
          <Button variant="primary" keyHint="Mod+S" disabled={!canPublish} onClick={onPublish}>
            {say('Publish')}
          </Button>
        </>
      }
    />
  );
}
