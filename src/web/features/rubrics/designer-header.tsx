import { History, Redo2, Undo2 } from 'lucide-react';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { IconButton } from '#web/ui/icon-button.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import type { VersionFacts } from '#web/ui/version-list.tsx';
import type { EditorEvent, RubricEditor } from './editor/rubric-editor.ts';
import { RubricFileMenu } from './file/rubric-file-menu.tsx';
import styles from './rubric-designer.module.css';

interface DesignerHeaderProps {
  readonly projectName: string;
  /** As it is being edited. */
  readonly rubric: Rubric;
  readonly published: VersionFacts;
  readonly editor: RubricEditor;
  readonly changeCount: number;
  readonly problemCount: number;
  readonly isStale: boolean;
  readonly onSend: (event: EditorEvent) => void;
  readonly onDiscard: () => void;
  readonly onShowVersions: () => void;
  readonly onPublish: () => void;
}

/** Which version is in use, what is unpublished, and the acts on the whole rubric. */
export function DesignerHeader(props: DesignerHeaderProps) {
  const { published, editor, changeCount, problemCount, onSend } = props;
  const cannotPublish = changeCount === 0 || props.isStale;
  const summary = (
    <span className={styles.status}>
      {say('Version {version}', { version: published.version })} · {published.createdByName} ·{' '}
      <RelativeTime at={published.createdAt} />
      {changeCount > 0 && (
        <span className={styles.unpublished}>
          {' '}
          ·{' '}
          {problemCount > 0
            ? say('unpublished changes, kept in this browser')
            : say(
                '{changes, plural, one {# unpublished change} other {# unpublished changes}}, kept in this browser',
                { changes: changeCount },
              )}
        </span>
      )}
    </span>
  );
  return (
    <PageHeader
      title={say('Rubric')}
      summary={summary}
      actions={
        <>
          <IconButton
            label={say('Undo')}
            icon={<Undo2 />}
            keyHint="Mod+Z"
            disabled={editor.past.length === 0}
            onClick={() => onSend({ kind: 'undo' })}
          />
          <IconButton
            label={say('Redo')}
            icon={<Redo2 />}
            keyHint="Mod+Shift+Z"
            disabled={editor.future.length === 0}
            onClick={() => onSend({ kind: 'redo' })}
          />
          {changeCount > 0 && (
            <Button variant="quiet" onClick={props.onDiscard}>
              {say('Discard edits')}
            </Button>
          )}
          <Button icon={<History />} onClick={props.onShowVersions}>
            {say('Versions')}
          </Button>
          <RubricFileMenu
            projectName={props.projectName}
            rubric={props.rubric}
            onTake={(rubric) => onSend({ kind: 'load', rubric, basedOn: editor.basedOn })}
          />
          <Button variant="primary" keyHint="Mod+S" disabled={cannotPublish} onClick={props.onPublish}>
            {problemCount > 0 && !cannotPublish
              ? say('Show {problems, plural, one {# contradiction} other {# contradictions}}', {
                  problems: problemCount,
                })
              : say('Publish')}
          </Button>
        </>
      }
    />
  );
}
