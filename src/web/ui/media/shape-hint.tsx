import { say } from '#web/messages/say.ts';
import type { Marking } from './region-shape.ts';
import styles from './shape-hint.module.css';
import type { ShapeEditor } from './use-shape-editor.ts';

interface ShapeHintProps {
  readonly editor: ShapeEditor;
  readonly marking: Marking;
}

function hintOf({ editor, marking }: ShapeHintProps): string {
  const { draft } = editor.state;
  if (draft?.kind === 'box')
    return say(
      'Drag a box, or move it with the arrow keys and resize it with Shift. Enter keeps it, Esc drops it.',
    );
  if (draft?.kind === 'polygon')
    return say(
      'Click the corners, or move with the arrow keys and set a corner with Space. Enter closes it, Esc drops it.',
    );
  const selected = marking.marks?.find((mark) => mark.id === marking.selectedId);
  if (selected && selected.shape.kind !== 'time' && !marking.isReadOnly)
    return say('Arrow keys move it, with Shift they resize it, with Alt by less. Delete removes it.');
  return '';
}

/** One quiet line that says what the keys do now; its room is kept, so that nothing moves. */
export function ShapeHint(props: ShapeHintProps) {
  if (props.marking.isReadOnly || !props.marking.onMark) return null;
  return (
    <p className={styles.hint} aria-live="polite">
      {hintOf(props)}
    </p>
  );
}
