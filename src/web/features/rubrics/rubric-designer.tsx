import { type ComponentType, type KeyboardEvent, useReducer } from 'react';
import { Segmented } from '#web/ui/segmented.tsx';
import type { VersionFacts } from '#web/ui/version-list.tsx';
import { DesignerColumns } from './designer-columns.tsx';
import { DesignerHeader } from './designer-header.tsx';
import { designerCommand } from './designer-keys.ts';
import type { JudgingPreviewProps } from './preview-item.ts';
import { selectionOf } from './problems.ts';
import { PublishDialog } from './publish-dialog.tsx';
import styles from './rubric-designer.module.css';
import { StaleNotice } from './stale-notice.tsx';
import { type Published, useRubricEditor } from './use-rubric-editor.ts';

interface RubricDesignerProps {
  readonly projectId: string;
  readonly published: Published & { readonly facts: VersionFacts };
  readonly JudgingPreview: ComponentType<JudgingPreviewProps>;
  readonly onShowVersions: () => void;
}

interface View {
  readonly pane: 'edit' | 'preview';
  readonly isPublishing: boolean;
}

const panes = [
  { value: 'edit', label: 'Edit' },
  { value: 'preview', label: 'Preview' },
] as const;

type Acts = Pick<ReturnType<typeof useRubricEditor>, 'editor' | 'send' | 'changes' | 'places'> & {
  readonly published: Published;
  readonly openDialog: () => void;
};

/** Publishing leads to the first contradiction, if there is one; a newer version must be looked at before. */
function designerActs({ editor, send, changes, places, published, openDialog }: Acts) {
  const isStale = editor.basedOn < published.version && changes.length > 0;
  const takePublished = () => send({ kind: 'load', rubric: published.rubric, basedOn: published.version });
  const publish = () => {
    const [first] = places;
    if (first !== undefined) send({ kind: 'select', selected: selectionOf(first, editor.present) });
    else if (changes.length > 0 && !isStale) openDialog();
  };
  return { isStale, takePublished, publish };
}

/** Outline, form and the real judging screen side by side. */
export function RubricDesigner({
  projectId,
  published,
  JudgingPreview,
  onShowVersions,
}: RubricDesignerProps) {
  const { editor, send, rubric, changes, places } = useRubricEditor(projectId, published);
  const [view, show] = useReducer((old: View, next: Partial<View>): View => ({ ...old, ...next }), {
    pane: 'edit',
    isPublishing: false,
  });
  const { isStale, takePublished, publish } = designerActs({
    ...{ editor, send, changes, places, published },
    openDialog: () => show({ isPublishing: true }),
  });
  const press = (event: KeyboardEvent) => {
    const command = designerCommand(event);
    if (command === undefined) return;
    event.preventDefault();
    if (command === 'publish') publish();
    else send({ kind: command });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the designer work wherever the focus is in it
    <div className={styles.designer} onKeyDown={press}>
      <DesignerHeader
        published={published.facts}
        editor={editor}
        changeCount={changes.length}
        problemCount={places.length}
        isStale={isStale}
        onSend={send}
        onDiscard={takePublished}
        onShowVersions={onShowVersions}
        onPublish={publish}
      />
      {isStale && (
        <StaleNotice
          newest={published.facts}
          theirs={published.rubric}
          mine={rubric}
          onTake={takePublished}
          onKeep={() => send({ kind: 'rebase', basedOn: published.version })}
        />
      )}
      <div className={styles.panes}>
        <Segmented label="View" options={panes} value={view.pane} onChange={(pane) => show({ pane })} />
      </div>
      <DesignerColumns
        editor={editor}
        places={places}
        pane={view.pane}
        JudgingPreview={JudgingPreview}
        onSend={send}
      />
      {view.isPublishing && (
        <PublishDialog
          projectId={projectId}
          rubric={rubric}
          basedOn={editor.basedOn}
          changes={changes}
          onClose={() => show({ isPublishing: false })}
          onPublished={(version) => {
            send({ kind: 'published', rubric, version });
            show({ isPublishing: false });
          }}
        />
      )}
    </div>
  );
}
