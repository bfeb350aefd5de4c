import type { RankingAnswer } from '#domain/judging/answers.ts';
import { letterAt } from '#domain/judging/display-order.ts';
import type { RankingScale } from '#domain/rubrics/scale.ts';
import { say } from '#web/messages/say.ts';
import { listRankPlaces, type RankPlace, unrankableOf } from './ranking-places.ts';
import styles from './ranking-track.module.css';

interface TrackProps {
  readonly scale: RankingScale;
  readonly answer: RankingAnswer | undefined;
  readonly responseIds: readonly string[];
  /** The name of the place under what is dragged. */
  readonly over: string | undefined;
  readonly dragged: string | null;
}

function Chip({
  responseId,
  ...track
}: Omit<TrackProps, 'scale' | 'answer'> & { readonly responseId: string }) {
  return (
    <span
      className={styles.chip}
      data-chip={responseId}
      data-dragged={track.dragged === responseId || undefined}
    >
      {letterAt(track.responseIds.indexOf(responseId))}
    </span>
  );
}

function Place({
  place,
  index,
  ...track
}: TrackProps & { readonly place: RankPlace; readonly index: number }) {
  const { responseId, rank, group, isTied } = place;
  const next = track.answer?.verdict === 'ranked' ? track.answer.groups.length : 0;
  const joint = isTied ? `into:${group}` : `before:${group ?? next}`;
  const end = `before:${next}`;
  return (
    <>
      <span
        className={styles.joint}
        data-drop={joint}
        data-over={(track.over === joint && responseId !== null) || undefined}
        data-tied={isTied || undefined}
      >
        {index === 0 || responseId === null ? '' : isTied ? '=' : '>'}
      </span>
      <span
        className={styles.place}
        data-drop={group === null ? end : `chip:${group}`}
        data-filled={responseId !== null || undefined}
        data-over={(group === null ? track.over === end : track.over === `into:${group}`) || undefined}
      >
        {responseId === null ? null : <Chip {...track} responseId={responseId} />}
        <span className={styles.rank}>{rank ?? ''}</span>
      </span>
    </>
  );
}

/** The order from best to worst, one place for each response; it shows what the letters of the row are given. */
export function RankingTrack(props: TrackProps) {
  const places = listRankPlaces(props.answer, props.responseIds);
  return (
    <div className={styles.track} aria-hidden="true">
      <span className={styles.end}>{say('Best')}</span>
      <div className={styles.places}>
        {places.map((place, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the places themselves never move
          <Place key={index} {...props} place={place} index={index} />
        ))}
      </div>
      <span className={styles.end}>{say('Worst')}</span>
    </div>
  );
}

/** Where responses lie that cannot be ranked. */
export function AsidePlace(props: TrackProps) {
  const aside = unrankableOf(props.answer);
  return (
    <span
      className={styles.aside}
      data-drop="aside"
      data-over={props.over === 'aside' || undefined}
      aria-hidden="true"
    >
      {aside.map((responseId) => (
        <Chip key={responseId} {...props} responseId={responseId} />
      ))}
    </span>
  );
}

/** Only the two ends of the order. */
export function BestWorstTrack(props: TrackProps) {
  const { best, worst } = props.answer?.verdict === 'best_worst' ? props.answer : { best: null, worst: null };
  const ends = [
    { kind: 'best', label: say('Best'), responseId: best },
    { kind: 'worst', label: say('Worst'), responseId: worst },
  ];
  return (
    <div className={styles.ends} aria-hidden="true">
      {ends.map(({ kind, label, responseId }) => (
        <span
          key={kind}
          className={styles.named}
          data-drop={kind}
          data-over={props.over === kind || undefined}
        >
          <span className={styles.end}>{label}</span>
          <span className={styles.place} data-filled={responseId !== null || undefined}>
            {responseId === null ? null : <Chip {...props} responseId={responseId} />}
          </span>
        </span>
      ))}
    </div>
  );
}
