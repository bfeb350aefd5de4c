import { Pause, Play } from 'lucide-react';
import type { ReactNode } from 'react';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { formatTime } from './format-time.ts';
import styles from './player-bar.module.css';
import type { Marking } from './region-shape.ts';
import { mayMarkTime, rangeBetween } from './time-marks.ts';
import { type Player, rates } from './use-player.ts';
import type { KeyTable } from './viewer-keys.ts';

interface PlayerBarProps {
  readonly player: Player;
  readonly marking: Marking;
  readonly range: RangeByKey;
  /** Controls of one kind of recording only. */
  readonly children?: ReactNode;
}

/** Where a range was begun by key, and the key that begins and ends it. */
export interface RangeByKey {
  readonly begunMs: number | null;
  readonly setBegun: (ms: number | null) => void;
}

/** Begins a range at the place where the recording stands, or ends it there. */
export function markByKey(player: Player, marking: Marking, { begunMs, setBegun }: RangeByKey): void {
  if (!mayMarkTime(marking)) return;
  const shape = begunMs === null ? null : rangeBetween(begunMs, player.currentMs, player);
  setBegun(begunMs === null ? player.currentMs : null);
  if (shape) marking.onMark?.(shape);
}

/** Keys that every recording answers to. */
export function playerKeys(player: Player, marking: Marking, range: RangeByKey): KeyTable {
  const move = (ms: number) => () => player.seek(player.currentMs + ms);
  return {
    ' ': player.toggle,
    k: player.toggle,
    ArrowLeft: move(-2_000),
    ArrowRight: move(2_000),
    'Shift+ArrowLeft': move(-200),
    'Shift+ArrowRight': move(200),
    Home: () => player.seek(0),
    End: () => player.seek(player.durationMs ?? 0),
    '-': () => player.setRate(nextRate(player.rate, -1)),
    '+': () => player.setRate(nextRate(player.rate, 1)),
    '=': () => player.setRate(nextRate(player.rate, 1)),
    m: () => markByKey(player, marking, range),
    Escape: range.begunMs === null ? undefined : () => range.setBegun(null),
  };
}

function nextRate(rate: number, by: 1 | -1): number {
  const nearest = rates.reduce(
    (best, each) => (Math.abs(each - rate) < Math.abs(best - rate) ? each : best),
    1,
  );
  return rates[(rates as readonly number[]).indexOf(nearest) + by] ?? nearest;
}

/** Play and pause, the place, the speed and marking, each with its key. */
export function PlayerBar({ player, marking, range, children }: PlayerBarProps) {
  const { isPlaying, currentMs, durationMs, rate } = player;
  return (
    <div className={styles.bar}>
      <Button size="small" icon={isPlaying ? <Pause /> : <Play />} keyHint=" " onClick={player.toggle}>
        {isPlaying ? say('Pause') : say('Play')}
      </Button>
      <span className={styles.time}>
        {formatTime(currentMs)} / {durationMs === null ? '–' : formatTime(durationMs)}
      </span>
      {children}
      <label className={styles.speed}>
        {say('Speed')}
        <select value={rate} onChange={(event) => player.setRate(Number(event.target.value))}>
          {rates.map((each) => (
            <option key={each} value={each}>
              {each} ×
            </option>
          ))}
        </select>
      </label>
      {mayMarkTime(marking) && (
        <Button
          size="small"
          variant={range.begunMs === null ? 'plain' : 'primary'}
          keyHint="M"
          onClick={() => markByKey(player, marking, range)}
        >
          {range.begunMs === null ? say('Mark from here') : say('Mark to here')}
        </Button>
      )}
    </div>
  );
}
