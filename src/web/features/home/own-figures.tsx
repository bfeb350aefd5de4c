import type { readOwnDay } from '#contract/judging.ts';
import type { ResponseOf } from '#contract/route.ts';
import { say } from '#web/messages/say.ts';
import type { Unsent } from '#web/session/device/unsent.ts';
import { formatDuration, formatShare } from '#web/ui/format-number.ts';
import { ProgressLine } from '#web/ui/progress-line.tsx';
import styles from './rows.module.css';

export type OwnDay = ResponseOf<typeof readOwnDay>;

function Today({ day, waiting }: { readonly day: OwnDay; readonly waiting: number }) {
  // What waits on this device was judged today too, whenever it arrives.
  const done = day.doneToday + waiting;
  const { targetPerDay: target } = day;
  if (target === null) return <span>{say('{count, number} today', { count: done })}</span>;
  const words = say('{done, number} of {target, number} today', { done, target });
  return (
    <span className={styles.today}>
      {words} <ProgressLine label={words} value={done} max={target} width={72} />
    </span>
  );
}

function agreementWords({ share, lower, upper, sharedItems }: NonNullable<OwnDay['agreement']>): string {
  return say(
    '{share} the same as others ({lower}–{upper}, {count, plural, one {# shared item} other {# shared items}})',
    {
      share: formatShare(share),
      lower: formatShare(lower),
      upper: formatShare(upper),
      count: sharedItems,
    },
  );
}

function Unsents({ unsent }: { readonly unsent: Unsent }) {
  const waiting = unsent.waiting + unsent.flags;
  return (
    <>
      {waiting > 0 && (
        <span className={styles.waiting}>
          {say('{count, number} waiting on this device', { count: waiting })}
        </span>
      )}
      {unsent.refused > 0 && (
        <span className={styles.refused}>
          {say('{count, number} not accepted', { count: unsent.refused })}
        </span>
      )}
    </>
  );
}

/** A person's day in one project: its line stands also before the figures are there. */
export function OwnFigures({ day, unsent }: { readonly day: OwnDay | undefined; readonly unsent: Unsent }) {
  return (
    <p className={styles.figures}>
      {day === undefined ? (
        // Keeps the line's height until the figures come.
        unsent.waiting + unsent.flags + unsent.refused === 0 && <span>&nbsp;</span>
      ) : (
        <>
          <Today day={day} waiting={unsent.waiting} />
          {day.medianActiveMs !== null && (
            <span>{say('{time} median', { time: formatDuration(day.medianActiveMs) })}</span>
          )}
          <span>{say('{count, number} in all', { count: day.doneTotal })}</span>
          {day.agreement !== null && <span>{agreementWords(day.agreement)}</span>}
        </>
      )}
      <Unsents unsent={unsent} />
    </p>
  );
}
