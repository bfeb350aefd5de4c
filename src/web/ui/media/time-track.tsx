import { type PointerEvent, type ReactNode, useState } from 'react';
import { say } from '#web/messages/say.ts';
import { classNames } from '#web/ui/class-names.ts';
import { formatTime } from './format-time.ts';
import type { Marking, RegionMark, TimeShape } from './region-shape.ts';
import { mayMarkTime, rangeBetween } from './time-marks.ts';
import styles from './time-track.module.css';
import type { Player } from './use-player.ts';

interface TimeTrackProps {
  readonly player: Player;
  readonly marking: Marking;
  /** Where a range was begun by key; null where none was. */
  readonly begunMs: number | null;
  /** What lies under the marks, such as a waveform. */
  readonly children?: ReactNode;
}

interface TimeMark extends RegionMark {
  readonly shape: TimeShape;
}

/** Nearer than this is a click and not a range, in pixels. */
const clickPixels = 4;

/** The length of a recording with its marks: a click goes there, a drag marks a range. */
export function TimeTrack({ player, marking, begunMs, children }: TimeTrackProps) {
  const [drag, setDrag] = useState<{ readonly x: number; readonly ms: number; readonly toMs: number } | null>(
    null,
  );
  const length = player.durationMs ?? 0;
  const placeOf = (event: PointerEvent) => {
    const frame = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - frame.left) / (frame.width || 1);
    return Math.min(Math.max(share, 0), 1) * length;
  };
  const marks = (marking.marks ?? []).filter((mark): mark is TimeMark => mark.shape.kind === 'time');
  const begun = begunMs === null ? null : rangeBetween(begunMs, player.currentMs, player);
  const drawn = drag && rangeBetween(drag.ms, drag.toMs, player);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset lays its contents out in its own way
    <div
      className={styles.track}
      role="group"
      aria-label={say('Timeline')}
      onPointerDown={(event) => {
        if (event.button !== 0 || length === 0) return;
        event.currentTarget.setPointerCapture?.(event.pointerId);
        const ms = placeOf(event);
        setDrag({ x: event.clientX, ms, toMs: ms });
      }}
      onPointerMove={(event) => drag && setDrag({ ...drag, toMs: placeOf(event) })}
      onPointerUp={(event) => {
        const isClick = drag !== null && Math.abs(event.clientX - drag.x) < clickPixels;
        if (isClick || (drag && !mayMarkTime(marking))) player.seek(placeOf(event));
        else if (drawn) marking.onMark?.(drawn);
        setDrag(null);
      }}
      onPointerCancel={() => setDrag(null)}
    >
      {children}
      {marks.map((mark) => (
        <TimeBand key={mark.id} mark={mark} length={length} marking={marking} />
      ))}
      {[begun, mayMarkTime(marking) ? drawn : null].map(
        (range) =>
          range && <span key={range.startMs} className={styles.drawn} style={placeIn(range, length)} />,
      )}
      <span
        className={styles.head}
        style={{ left: `${length === 0 ? 0 : (player.currentMs / length) * 100}%` }}
      />
    </div>
  );
}

function placeIn({ startMs, endMs }: TimeShape, length: number) {
  const share = (ms: number) => (length === 0 ? 0 : (ms / length) * 100);
  return { left: `${share(startMs)}%`, width: `${share(endMs - startMs)}%` };
}

interface TimeBandProps {
  readonly mark: TimeMark;
  readonly length: number;
  readonly marking: Marking;
}

function TimeBand({ mark, length, marking }: TimeBandProps) {
  const { id, label, shape } = mark;
  const isSelected = id === marking.selectedId;
  const [start, end] = [formatTime(shape.startMs), formatTime(shape.endMs)];
  return (
    <button
      type="button"
      className={classNames(styles.band, isSelected && styles.selected)}
      style={placeIn(shape, length)}
      aria-pressed={isSelected}
      aria-label={say('{label}: from {start} to {end}', { label, start, end })}
      onFocus={() => marking.onSelect?.(id)}
      onClick={() => marking.onSelect?.(id)}
      // The track below would take it for a place to go to.
      onPointerDown={(event) => event.stopPropagation()}
    >
      <span className={styles.name}>{label}</span>
    </button>
  );
}
