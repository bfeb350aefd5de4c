import { type ComponentType, type KeyboardEvent, useState } from 'react';
import type { Place } from '#domain/outcomes/refusal.ts';
import { message, say } from '#web/messages/say.ts';
import { Segmented } from '#web/ui/segmented.tsx';
import { AroundForm } from './around-form.tsx';
import { CriterionForm } from './criterion-form.tsx';
import { designerCommand } from './designer-keys.ts';
import { findCriterion } from './editor/draft-rubric.ts';
import type { RubricEdit } from './editor/rubric-edit.ts';
import { type EditorEvent, lastSoundRubric, type RubricEditor } from './editor/rubric-editor.ts';
import { LivePreview } from './live-preview.tsx';
import { Outline } from './outline.tsx';
import type { JudgingPreviewProps } from './preview-item.ts';
import { problemsBelow, problemsOfCriterion, selectionOf } from './problems.ts';
import styles from './rubric-designer.module.css';

interface DesignerColumnsProps {
  readonly editor: RubricEditor;
  readonly places: readonly Place[];
  readonly templateKey: string | null;
  readonly JudgingPreview: ComponentType<JudgingPreviewProps>;
  readonly onSend: (event: EditorEvent) => void;
}

/** The form's element, where the focus is led to a contradiction. */
export const formId = 'criterion-form';

const panes = [
  { value: 'edit', label: message('Edit') },
  { value: 'preview', label: message('Preview') },
] as const;

/** In the preview, undo belongs to the judgment. */
function keepUndo(event: KeyboardEvent): void {
  if (designerCommand(event) !== 'publish') event.stopPropagation();
}

/** Outline, form and preview; where the screen is narrow, the preview takes the place of the other two. */
export function DesignerColumns(props: DesignerColumnsProps) {
  const { editor, places, templateKey, JudgingPreview, onSend } = props;
  const [pane, setPane] = useState<'edit' | 'preview'>('edit');
  const { present, selected } = editor;
  const edit = (one: RubricEdit) => onSend({ kind: 'edit', edit: one });
  const index = present.criteria.findIndex((criterion) => criterion.id === selected);
  const criterion = selected === 'around' ? undefined : findCriterion(present, selected);
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
          <Outline
            editor={editor}
            problemCounts={present.criteria.map((_, at) => problemsOfCriterion(places, at).count)}
            problemsAround={places.filter((place) => selectionOf(place, present) === 'around').length}
            onSelect={(next) => onSend({ kind: 'select', selected: next })}
            onEdit={edit}
          />
        </div>
        <section
          id={formId}
          className={styles.form}
          aria-label={say('Edit “{name}”', { name: criterion?.label || say('Reason and confidence') })}
        >
          {criterion === undefined ? (
            <AroundForm draft={present} problems={problemsBelow(places, '')} onEdit={edit} />
          ) : (
            <CriterionForm
              key={criterion.id}
              criterion={criterion}
              draft={present}
              problems={problemsOfCriterion(places, index)}
              onEdit={edit}
            />
          )}
        </section>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keys pressed in the preview judge; they are not the designer's */}
        <div className={styles.preview} onKeyDown={keepUndo}>
          <LivePreview
            JudgingPreview={JudgingPreview}
            rubric={lastSoundRubric(editor)}
            templateKey={templateKey}
            isBehind={places.length > 0}
          />
        </div>
      </div>
    </>
  );
}
