import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import type { SliderScale } from '#domain/rubrics/scale.ts';
import { controlId } from '#web/features/judging/desk/control-id.ts';
import { listControlValues } from '#web/features/judging/desk/control-values.ts';
import { standingOf } from '#web/features/judging/view/dock-props.ts';
import { readsFromRight } from '#web/messages/reads-from-right.ts';
import { say } from '#web/messages/say.ts';
import styles from './slider-line.module.css';
import { type FieldProps, giveValue } from './value-props.ts';

/** More than this many ticks would be a grey band. */
const mostTicks = 21;

function listTicks({ min, max, step }: SliderScale): readonly number[] {
  const steps = Math.round((max - min) / step);
  const count = steps < mostTicks ? steps : 10;
  return Array.from({ length: count + 1 }, (_, index) => index / count);
}

/** A value on a line. Nothing stands on it before the person has set something. */
export function SliderLine(props: FieldProps<SliderScale>) {
  const { control, scale, value, desk, name, rubric, onAct } = props;
  const line = useRef<HTMLDivElement>(null);
  const { isActive, isMissing } = standingOf(desk, control);
  const place = typeof value === 'number' ? (value - scale.min) / (scale.max - scale.min) : undefined;
  const values = listControlValues(control, rubric);
  const shown = typeof value === 'number' ? say('{value, number}', { value }) : undefined;
  const setFrom = (event: PointerEvent) => {
    const box = line.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return;
    const along = (event.clientX - box.left) / box.width;
    const share = Math.max(0, Math.min(1, readsFromRight() ? 1 - along : along));
    giveValue(props, values[Math.round(share * (values.length - 1))]);
  };
  const jump = (event: KeyboardEvent) => {
    const to = event.key === 'Home' ? values[0] : event.key === 'End' ? values.at(-1) : undefined;
    if (to === undefined) return;
    event.preventDefault();
    giveValue(props, to);
  };
  return (
    <span className={styles.slider} data-active={isActive || undefined} data-missing={isMissing || undefined}>
      <span className={styles.end}>{scale.lowLabel}</span>
      <div
        ref={line}
        id={controlId(control)}
        role="slider"
        tabIndex={0}
        aria-label={name}
        aria-invalid={isMissing || undefined}
        aria-valuemin={scale.min}
        aria-valuemax={scale.max}
        aria-valuenow={typeof value === 'number' ? value : scale.min}
        aria-valuetext={shown ?? say('not set')}
        className={styles.line}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setFrom(event);
        }}
        onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && setFrom(event)}
        onKeyDown={jump}
        onFocus={isActive ? undefined : () => onAct({ kind: 'activate', control })}
      >
        {listTicks(scale).map((at) => (
          <span key={at} className={styles.tick} style={{ insetInlineStart: `${at * 100}%` }} />
        ))}
        {place !== undefined && (
          <span className={styles.thumb} style={{ insetInlineStart: `${place * 100}%` }} />
        )}
      </div>
      <span className={styles.end}>{scale.highLabel}</span>
      <output className={styles.shown}>{shown ?? '–'}</output>
    </span>
  );
}
