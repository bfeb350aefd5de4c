import { say } from '#web/messages/say.ts';
import { countTicks, type Domain } from '#web/ui/charts/linear-scale.ts';
import { formatCount } from '#web/ui/format-number.ts';

export interface TimeAxis {
  readonly domain: Domain;
  readonly ticks: readonly number[];
  readonly formatTick: (tick: number) => string;
}

/** From nothing to at least the longest time, with round ticks: minutes where tasks take minutes, else seconds. */
export function timeAxis(mostMs: number, count = 3): TimeAxis {
  const inMinutes = mostMs >= 180_000;
  const unitMs = inMinutes ? 60_000 : 1_000;
  const ticks = countTicks(mostMs / unitMs, count).map((tick) => tick * unitMs);
  return {
    domain: { from: 0, to: ticks.at(-1) ?? unitMs },
    ticks,
    formatTick: (tick) =>
      inMinutes
        ? say('{minutes} min', { minutes: formatCount(tick / unitMs) })
        : say('{seconds} s', { seconds: formatCount(tick / unitMs) }),
  };
}
