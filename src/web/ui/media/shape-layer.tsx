import { say } from '#web/messages/say.ts';
import { classNames } from '#web/ui/class-names.ts';
import { boundsOf, cornersOf } from './flat-shapes.ts';
import type { FlatShape, Marking, Point, RegionMark } from './region-shape.ts';
import type { ShapeDraft } from './shape-draft.ts';
import styles from './shape-layer.module.css';
import type { ShapeEditor } from './use-shape-editor.ts';

interface ShapeLayerProps {
  readonly marking: Marking;
  readonly editor: ShapeEditor;
  readonly page?: number | undefined;
}

interface FlatMark extends RegionMark {
  readonly shape: FlatShape;
}

const percent = (value: number) => `${value * 100}%`;
const inUnits = (points: readonly Point[]) => points.map(([x, y]) => `${x * 1000},${y * 1000}`).join(' ');

/** The boxes and polygons on a picture or a page. It fills the element that it stands in. */
export function ShapeLayer({ marking, editor, page }: ShapeLayerProps) {
  const { tool, draft, preview } = editor.state;
  const marks = (marking.marks ?? []).filter(
    (mark): mark is FlatMark => mark.shape.kind !== 'time' && mark.shape.page === page,
  );
  const shown = marks.map((mark) => (mark.id === preview?.id ? { ...mark, shape: preview.shape } : mark));
  const selected = shown.find((mark) => mark.id === marking.selectedId);
  return (
    <div
      className={classNames(styles.layer, tool !== null && styles.drawing)}
      data-shape-layer=""
      {...editor.pointer}
    >
      <svg className={styles.shapes} viewBox="0 0 1000 1000" preserveAspectRatio="none" role="presentation">
        {shown.map((mark) => (
          <ShapeOutline key={mark.id} mark={mark} marking={marking} editor={editor} />
        ))}
        {draft && <DraftOutline draft={draft} />}
      </svg>
      {shown.map((mark) => (
        <span
          key={mark.id}
          className={styles.label}
          style={{ left: percent(boundsOf(mark.shape).x), top: percent(boundsOf(mark.shape).y) }}
          aria-hidden="true"
        >
          {mark.label}
        </span>
      ))}
      {selected !== undefined && !marking.isReadOnly && <Handles mark={selected} editor={editor} />}
    </div>
  );
}

function ShapeOutline(props: {
  readonly mark: FlatMark;
  readonly marking: Marking;
  readonly editor: ShapeEditor;
}) {
  const { mark, marking, editor } = props;
  const isSelected = mark.id === marking.selectedId;
  const { x, y, width, height } = boundsOf(mark.shape);
  const place = { left: x, top: y, width, height };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button cannot have the form of a polygon
    <polygon
      className={classNames(styles.outline, isSelected && styles.selected)}
      points={inUnits(cornersOf(mark.shape))}
      vectorEffect="non-scaling-stroke"
      tabIndex={0}
      role="button"
      aria-pressed={isSelected}
      aria-label={
        mark.shape.kind === 'box'
          ? say(
              '{label}: box, {left, number, percent} from left, {top, number, percent} from top, {width, number, percent} wide, {height, number, percent} high',
              { label: mark.label, ...place },
            )
          : say(
              '{label}: polygon of {count} corners, {left, number, percent} from left, {top, number, percent} from top',
              { label: mark.label, count: mark.shape.points.length, ...place },
            )
      }
      onFocus={() => marking.onSelect?.(mark.id)}
      onPointerDown={editor.grasp(mark, null)}
    />
  );
}

function Handles({ mark, editor }: { readonly mark: FlatMark; readonly editor: ShapeEditor }) {
  return cornersOf(mark.shape).map(([x, y], index) => (
    <span
      // biome-ignore lint/suspicious/noArrayIndexKey: a corner is known by its place in the shape
      key={index}
      className={styles.handle}
      style={{ left: percent(x), top: percent(y) }}
      aria-hidden="true"
      onPointerDown={editor.grasp(mark, index)}
    />
  ));
}

function DraftOutline({ draft }: { readonly draft: ShapeDraft }) {
  const corners = draft.kind === 'box' ? cornersOf(draft.box) : [...draft.points, draft.cursor];
  return (
    <>
      <polygon className={styles.draft} points={inUnits(corners)} vectorEffect="non-scaling-stroke" />
      {draft.kind === 'polygon' && <Crosshair at={draft.cursor} />}
    </>
  );
}

function Crosshair({ at: [x, y] }: { readonly at: Point }) {
  const path = `M${x * 1000 - 20} ${y * 1000}h40M${x * 1000} ${y * 1000 - 20}v40`;
  return <path className={styles.draft} d={path} vectorEffect="non-scaling-stroke" />;
}
