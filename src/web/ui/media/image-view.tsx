import { Maximize, Minus, Plus, Spline, Square } from 'lucide-react';
import { type PointerEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { IconButton } from '#web/ui/icon-button.tsx';
import styles from './image-view.module.css';
import { MediaFrame, MediaProblem } from './media-frame.tsx';
import { type Marking, mayDraw, type Point } from './region-shape.ts';
import { ShapeHint } from './shape-hint.tsx';
import { ShapeLayer } from './shape-layer.tsx';
import { useFrameSize } from './use-frame-size.ts';
import { useShapeEditor } from './use-shape-editor.ts';
import { answerKey } from './viewer-keys.ts';
import { fitInto, type Size, settle, type Zoom, zoomTo } from './zoom.ts';

export interface ImageViewProps extends Marking {
  readonly url: string;
  readonly name: string;
  readonly alt?: string | undefined;
}

/** A picture that can be enlarged, moved and marked, by pointer and by keys. */
export function ImageView({ url, name, alt, ...marking }: ImageViewProps) {
  const stage = useRef<HTMLDivElement>(null);
  const frame = useFrameSize(stage);
  const [picture, setPicture] = useState<Size | 'broken' | null>(null);
  const editor = useShapeEditor(marking);
  const size = picture === 'broken' ? null : picture;
  const view = useZoom(stage, size, frame);
  const panKeys = {
    '+': () => view.by(1.25),
    '=': () => view.by(1.25),
    '-': () => view.by(0.8),
    '0': view.fit,
    '1': view.actual,
    ArrowLeft: () => view.pan([60, 0]),
    ArrowRight: () => view.pan([-60, 0]),
    ArrowUp: () => view.pan([0, 60]),
    ArrowDown: () => view.pan([0, -60]),
  };
  return (
    <MediaFrame label={alt || name} onKeyDown={(event) => answerKey(event, editor.keys, panKeys)}>
      <div className={styles.stage} ref={stage} data-panning={view.isPanning || undefined} {...view.pointer}>
        {picture === 'broken' ? (
          <MediaProblem>{say('This picture cannot be shown.')}</MediaProblem>
        ) : (
          <div className={styles.picture} style={size ? placeOf(view.zoom, size) : { visibility: 'hidden' }}>
            <img
              src={url}
              alt={alt || name}
              draggable={false}
              onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
                setPicture({ width: naturalWidth || 1, height: naturalHeight || 1 })
              }
              onError={() => setPicture('broken')}
            />
            <ShapeLayer marking={marking} editor={editor} />
          </div>
        )}
      </div>
      <div className={styles.bar}>
        <Button size="small" variant="quiet" icon={<Maximize />} keyHint="0" onClick={view.fit}>
          {say('Fit')}
        </Button>
        <Button size="small" variant="quiet" keyHint="1" onClick={view.actual}>
          100 %
        </Button>
        <IconButton label={say('Smaller')} keyHint="-" icon={<Minus />} onClick={() => view.by(0.8)} />
        <span className={styles.scale}>{Math.round(view.zoom.scale * 100)} %</span>
        <IconButton label={say('Larger')} keyHint="+" icon={<Plus />} onClick={() => view.by(1.25)} />
        <ShapeTools marking={marking} editor={editor} />
      </div>
      <ShapeHint editor={editor} marking={marking} />
    </MediaFrame>
  );
}

interface ShapeToolsProps {
  readonly marking: Marking;
  readonly editor: ReturnType<typeof useShapeEditor>;
}

/** The buttons that take a tool in hand. */
export function ShapeTools({ marking, editor }: ShapeToolsProps) {
  const { tool } = editor.state;
  return (
    <span className={styles.tools}>
      {mayDraw(marking, 'box') && (
        <Button
          size="small"
          variant={tool === 'box' ? 'primary' : 'plain'}
          icon={<Square />}
          keyHint="B"
          aria-pressed={tool === 'box'}
          onClick={() => editor.pick('box')}
        >
          {say('Box')}
        </Button>
      )}
      {mayDraw(marking, 'polygon') && (
        <Button
          size="small"
          variant={tool === 'polygon' ? 'primary' : 'plain'}
          icon={<Spline />}
          keyHint="P"
          aria-pressed={tool === 'polygon'}
          onClick={() => editor.pick('polygon')}
        >
          {say('Polygon')}
        </Button>
      )}
    </span>
  );
}

function placeOf({ scale, left, top }: Zoom, { width, height }: Size) {
  return { width: width * scale, height: height * scale, transform: `translate(${left}px, ${top}px)` };
}

/** How a picture lies in its frame; it fits until somebody wants it otherwise. */
function useZoom(stage: React.RefObject<HTMLElement | null>, size: Size | null, frame: Size) {
  const [chosen, setChosen] = useState<Zoom | null>(null);
  const [panFrom, setPanFrom] = useState<{ readonly at: Point; readonly zoom: Zoom } | null>(null);
  const picture = size ?? { width: 1, height: 1 };
  const zoom = chosen ? settle(chosen, picture, frame) : fitInto(picture, frame);
  const to = (scale: number, around?: Point) => setChosen(zoomTo({ zoom, picture, frame, scale, around }));
  const turn = useEffectEvent((event: WheelEvent) => {
    // Without focus the wheel scrolls the page, so that reading on is not stopped by a picture.
    const element = stage.current;
    if (!event.ctrlKey && !element?.parentElement?.matches(':focus-within')) return;
    event.preventDefault();
    const box = element?.getBoundingClientRect();
    const around: Point | undefined = box && [event.clientX - box.left, event.clientY - box.top];
    to(zoom.scale * Math.exp(-event.deltaY / 400), around);
  });
  // Synchronises with the wheel: React listens to it passively, and the page would scroll as well.
  useEffect(() => {
    const element = stage.current;
    const listener = (event: WheelEvent) => turn(event);
    element?.addEventListener('wheel', listener, { passive: false });
    return () => element?.removeEventListener('wheel', listener);
  }, [stage]);
  const pan = ([x, y]: Point, from = zoom) =>
    setChosen(settle({ ...from, left: from.left + x, top: from.top + y }, picture, frame));
  return {
    zoom,
    pan,
    by: (factor: number) => to(zoom.scale * factor),
    actual: () => to(1),
    fit: () => setChosen(null),
    isPanning: panFrom !== null,
    pointer: {
      onPointerDown(event: PointerEvent) {
        if (event.button === 0 && !(event.target as Element).matches('polygon, [aria-hidden]'))
          setPanFrom({ at: [event.clientX, event.clientY], zoom });
      },
      onPointerMove(event: PointerEvent) {
        if (panFrom && event.buttons !== 0)
          pan([event.clientX - panFrom.at[0], event.clientY - panFrom.at[1]], panFrom.zoom);
      },
      onPointerUp: () => setPanFrom(null),
      onPointerLeave: () => setPanFrom(null),
    },
  };
}
