import { ownValue, type RegionMark } from '#domain/judging/answers.ts';
import type { Criterion } from '#domain/rubrics/rubric.ts';
import { controlId } from '#web/features/judging/desk/control-id.ts';
import { type DockProps, standingOf } from '#web/features/judging/view/dock-props.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import styles from './region-row.module.css';

interface RegionRowProps extends DockProps {
  readonly criterion: Criterion;
  readonly markKey: string;
}

/** How the places stand that were marked in the files above, and the way to them. */
export function RegionRow({ criterion, markKey, desk, onAct }: RegionRowProps) {
  const { key, label } = criterion;
  const control = { kind: 'region', criterionKey: key } as const;
  const marks = ownValue(desk.answers.region, key);
  const { isActive, isMissing } = standingOf(desk, control);
  const setNone = (value: readonly [] | undefined) =>
    onAct({ kind: 'answer', control, change: { record: 'region', key, value } });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in a grid everywhere
    <div
      id={controlId(control)}
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: keys speak to it like to any other question
      tabIndex={0}
      aria-label={say('{criterion}: {count, plural, =0 {no marks} one {# mark} other {# marks}}', {
        criterion: label,
        count: marks?.length ?? 0,
      })}
      className={styles.row}
      data-active={isActive || undefined}
      data-missing={isMissing || undefined}
      data-keeps-focus=""
      onFocus={isActive ? undefined : () => onAct({ kind: 'activate', control })}
    >
      <span className={styles.label}>{label}</span>
      <Button
        size="small"
        keyHint={markKey}
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => onAct({ kind: 'command', id: 'mark' })}
      >
        {say('Mark in the files')}
      </Button>
      {(marks === undefined || marks.length === 0) && (
        <Button
          size="small"
          variant={marks === undefined ? 'plain' : 'primary'}
          keyHint="0"
          aria-pressed={marks !== undefined}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => setNone(marks === undefined ? [] : undefined)}
        >
          {say('Nothing to mark')}
        </Button>
      )}
      <span className={styles.said}>{sayMarks(criterion, marks ?? [])}</span>
    </div>
  );
}

/** Such as "Text 2, Body 1". */
function sayMarks({ scale }: Criterion, marks: readonly RegionMark[]): string {
  if (scale.kind !== 'regions') return '';
  return scale.labels
    .map(({ key, label }) => ({ label, count: marks.filter((mark) => mark.label === key).length }))
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => say('{label} {count, number}', { label, count }))
    .join(', ');
}
