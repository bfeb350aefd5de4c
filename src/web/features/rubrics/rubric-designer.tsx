import { type ComponentType, type KeyboardEvent, useState } from 'react';
import type { Project } from '#contract/projects.ts';
import type { VersionFacts } from '#web/ui/version-list.tsx';
import { DesignerColumns, formId } from './designer-columns.tsx';
import { DesignerHeader } from './designer-header.tsx';
import { addMenuId, designerCommand } from './designer-keys.ts';
import type { EditorEvent } from './editor/rubric-editor.ts';
import { focusProblem } from './focus-problem.ts';
import { actKeepingFocus } from './keep-focus.ts';
import type { JudgingPreviewProps } from './preview-item.ts';
import { selectionOf } from './problems.ts';
import { PublishDialog } from './publish-dialog.tsx';
import styles from './rubric-designer.module.css';
import { StaleNotice } from './stale-notice.tsx';
import { type Published, useRubricEditor } from './use-rubric-editor.ts';

interface RubricDesignerProps {
  readonly published: Published & { readonly facts: VersionFacts };
  readonly project: Pick<Project, 'id' | 'name' | 'templateKey'>;
  readonly JudgingPreview: ComponentType<JudgingPreviewProps>;
  readonly onShowVersions: () => void;
}

type Acts = Pick<ReturnType<typeof useRubricEditor>, 'editor' | 'changes' | 'places'> & {
  readonly send: (event: EditorEvent) => void;
  readonly published: Published;
  readonly openDialog: () => void;
};

/** Publishing leads to the first contradiction, if there is one; a newer version must be looked at before. */
function designerActs({ editor, send, changes, places, published, openDialog }: Acts) {
  const isStale = editor.basedOn < published.version && changes.length > 0;
  const takePublished = () => send({ kind: 'load', rubric: published.rubric, basedOn: published.version });
  const publish = () => {
    const [first] = places;
    if (first !== undefined) {
      send({ kind: 'select', selected: selectionOf(first, editor.present) });
      focusProblem(document.getElementById(formId));
    } else if (changes.length > 0 && !isStale) openDialog();
  };
  return { isStale, takePublished, publish };
}

/** Dialogs stand outside of the page, but their key presses still arrive here. */
function isInside({ target, currentTarget }: KeyboardEvent<HTMLElement>): boolean {
  return target instanceof Node && currentTarget.contains(target);
}

/** Outline, form and the real judging screen side by side. */
export function RubricDesigner({ project, published, JudgingPreview, onShowVersions }: RubricDesignerProps) {
  const { editor, dispatch, rubric, changes, places } = useRubricEditor(project.id, published);
  const send = (event: EditorEvent) => actKeepingFocus(() => dispatch(event));
  const [isPublishing, setPublishing] = useState(false);
  const { isStale, takePublished, publish } = designerActs({
    ...{ editor, send, changes, places, published },
    openDialog: () => setPublishing(true),
  });
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const command = designerCommand(event);
    if (command === undefined || !isInside(event)) return;
    event.preventDefault();
    if (command === 'publish') publish();
    else if (command === 'add') document.getElementById(addMenuId)?.click();
    else if (command !== 'duplicate') send({ kind: command });
    else if (editor.selected !== 'around')
      send({ kind: 'edit', edit: { kind: 'copy', id: editor.selected } });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the designer work wherever the focus is in it
    <div className={styles.designer} onKeyDown={press}>
      <DesignerHeader
        projectName={project.name}
        rubric={rubric}
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
      <DesignerColumns
        editor={editor}
        places={places}
        templateKey={project.templateKey}
        JudgingPreview={JudgingPreview}
        onSend={send}
      />
      {isPublishing && (
        <PublishDialog
          projectId={project.id}
          rubric={rubric}
          basedOn={editor.basedOn}
          changes={changes}
          onClose={() => setPublishing(false)}
          onPublished={(version) => {
            send({ kind: 'published', rubric, version });
            setPublishing(false);
          }}
        />
      )}
    </div>
  );
}
