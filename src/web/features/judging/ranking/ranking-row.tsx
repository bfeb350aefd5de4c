import { useState } from 'react';
import { ownValue, type RankingAnswer } from '#domain/judging/answers.ts';
import type { Criterion } from '#domain/rubrics/rubric.ts';
import type { RankingScale } from '#domain/rubrics/scale.ts';
import { controlId } from '#web/features/judging/desk/control-id.ts';
import {
  moveResponse,
  rankResponse,
  setAside,
  setRestAside,
} from '#web/features/judging/desk/rank-response.ts';
import { type DockProps, standingOf } from '#web/features/judging/view/dock-props.ts';
import { say } from '#web/messages/say.ts';
import { Kbd } from '#web/ui/kbd.tsx';
import { dropKey, dropResponse } from './drop-place.ts';
import { RankingLetters } from './ranking-letters.tsx';
import { listOpen, unrankableOf } from './ranking-places.ts';
import styles from './ranking-row.module.css';
import { AsidePlace, BestWorstTrack, RankingTrack } from './ranking-track.tsx';
import { announceRanking } from './ranking-words.ts';
import { useChipDrag } from './use-chip-drag.ts';

export interface RankingRowProps extends DockProps {
  readonly criterion: Criterion;
  /** The whole judgment stands large; further rankings are compact. */
  readonly size: 'large' | 'compact';
  readonly allBadKey: string;
  readonly notApplicableKey: string;
}

/** Says each change to those who do not see it. */
function Announcement({
  answer,
  responseIds,
}: {
  answer: RankingAnswer | undefined;
  responseIds: readonly string[];
}) {
  const [seen, setSeen] = useState({ answer, words: '' });
  if (seen.answer !== answer) {
    setSeen({ answer, words: announceRanking(seen.answer, { answer, responseIds }) });
  }
  return (
    <span className="visually-hidden" role="status">
      {seen.words}
    </span>
  );
}

function sayOpen(count: number, scale: RankingScale): string {
  if (scale.mode === 'best_worst') return '';
  return count === 0 ? '' : say('{count, number} open', { count });
}

interface VerdictsProps {
  readonly scale: RankingScale;
  readonly answer: RankingAnswer | undefined;
  readonly keys: { readonly allBad: string; readonly rest: string };
  readonly onGive: (value: RankingAnswer | undefined) => void;
  readonly onSetRestAside: () => void;
}

/** What may be said instead of, or beside, an order. */
function Verdicts({ scale, answer, keys, onGive, onSetRestAside }: VerdictsProps) {
  const isAllBad = answer?.verdict === 'all_bad';
  const keepFocus = { onPointerDown: (event: React.PointerEvent) => event.preventDefault() };
  return (
    <>
      {scale.mode === 'full' && scale.unrankable && (
        <button
          type="button"
          className={styles.verdict}
          aria-pressed={unrankableOf(answer).length > 0}
          {...keepFocus}
          onClick={onSetRestAside}
        >
          {say('Cannot rank the rest')}
          <Kbd keys={keys.rest} />
        </button>
      )}
      {scale.allBad && (
        <button
          type="button"
          className={styles.verdict}
          aria-pressed={isAllBad}
          {...keepFocus}
          onClick={() => onGive(isAllBad ? undefined : { verdict: 'all_bad' })}
        >
          {say('All bad')}
          <Kbd keys={keys.allBad} />
        </button>
      )}
    </>
  );
}

/** All responses from best to worst, or the best and the worst of them: by digits, arrows, clicks or dragging. */
export function RankingRow(props: RankingRowProps) {
  const { criterion, responseIds, desk, onAct, size } = props;
  const control = { kind: 'ranking', criterionKey: criterion.key } as const;
  const answer = ownValue(desk.answers.ranking, criterion.key);
  const scale = criterion.scale as RankingScale;
  const give = (value: RankingAnswer | undefined) =>
    onAct({ kind: 'answer', control, change: { record: 'ranking', key: criterion.key, value } });
  const rank = (responseId: string) => give(rankResponse(answer, { scale, responseId }));
  const { drag, handlers } = useChipDrag({
    scale,
    onDrop: (responseId, place) => give(dropResponse(answer, { responseId, place })),
    onPress: (responseId, on) =>
      on === 'letter'
        ? rank(responseId)
        : give(dropResponse(answer, { responseId, place: { kind: 'open' } })),
  });
  const { isActive, isMissing } = standingOf(desk, control);
  const track = {
    scale,
    answer,
    responseIds,
    over: dropKey(drag?.over ?? null),
    dragged: drag?.responseId ?? null,
  };
  const open = listOpen(answer, responseIds);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in a grid everywhere
    <div
      id={controlId(control)}
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: digits speak to the ranking as a whole
      tabIndex={0}
      aria-label={criterion.label}
      className={styles.row}
      data-size={size}
      data-long={(scale.mode === 'full' && responseIds.length > 5) || undefined}
      data-active={isActive || undefined}
      data-missing={isMissing || undefined}
      data-all-bad={answer?.verdict === 'all_bad' || undefined}
      data-keeps-focus=""
      onFocus={isActive ? undefined : () => onAct({ kind: 'activate', control })}
      {...handlers}
    >
      <span className={styles.label}>
        {criterion.label}
        <span className={styles.open}>{sayOpen(open.length, scale)}</span>
      </span>
      <RankingLetters
        answer={answer}
        responseIds={responseIds}
        dragged={track.dragged}
        onPress={rank}
        onMove={(responseId, by) => give(moveResponse(answer, { scale, responseId, by }))}
        onSetAside={(responseId) =>
          give(
            setAside(answer, {
              responseId,
              as: scale.unrankable && scale.mode === 'full' ? 'unrankable' : 'open',
            }),
          )
        }
      />
      {scale.mode === 'full' ? <RankingTrack {...track} /> : <BestWorstTrack {...track} />}
      <span className={styles.verdicts}>
        {scale.mode === 'full' && scale.unrankable && <AsidePlace {...track} />}
        <Verdicts
          scale={scale}
          answer={answer}
          keys={{ allBad: props.allBadKey, rest: props.notApplicableKey }}
          onGive={give}
          onSetRestAside={() => give(setRestAside(answer, responseIds))}
        />
      </span>
      <Announcement answer={answer} responseIds={responseIds} />
    </div>
  );
}
