import type { Conflict } from '#domain/judging/answers.ts';
import { listConflictable, nextConflict } from '#web/features/judging/desk/conflict.ts';
import { controlId } from '#web/features/judging/desk/control-id.ts';
import { walkToggles } from '#web/features/judging/values/choices-field.tsx';
import { say } from '#web/messages/say.ts';
import styles from './conflict-row.module.css';
import { type DockProps, standingOf } from './dock-props.ts';

const conflict = { kind: 'conflict' } as const;

interface Part {
  readonly key: string | null;
  readonly label: string;
  readonly digit: number | undefined;
}

type State = 'out' | 'in' | 'won';

function stateOf(given: Conflict | undefined, key: string | null): State {
  if (key === null) return given !== undefined && given.criterionKeys.length === 0 ? 'in' : 'out';
  if (given?.wonKey === key) return 'won';
  return given?.criterionKeys.includes(key) ? 'in' : 'out';
}

function PartButton({ part, state, onPress }: { part: Part; state: State; onPress: () => void }) {
  const name = state === 'won' ? say('{criterion}, won', { criterion: part.label }) : part.label;
  return (
    // biome-ignore lint/a11y/useSemanticElements: Enter submits here, and only Space presses
    <button
      type="button"
      role="checkbox"
      className={styles.part}
      aria-checked={state !== 'out'}
      aria-label={name}
      data-won={state === 'won' || undefined}
      tabIndex={-1}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {part.label}
      {state === 'won' && <span className={styles.won}>{say('won')}</span>}
      {part.digit !== undefined && (
        <span className={styles.digit} aria-hidden="true">
          {part.digit}
        </span>
      )}
    </button>
  );
}

function hintOf(given: Conflict | undefined): string {
  if (given === undefined || given.criterionKeys.length === 0) return '';
  if (given.criterionKeys.length === 1) return say('And which other one?');
  return given.wonKey === null ? say('Press the one that won once more.') : '';
}

/** Which criteria pulled in different directions, and which one decided. Pressing one twice says that it won. */
export function ConflictRow({ rubric, desk, onAct }: DockProps) {
  const given = desk.answers.conflict;
  const { isActive, isMissing } = standingOf(desk, conflict);
  const parts: readonly Part[] = [
    ...listConflictable(rubric).map(({ key, label }, index) => ({
      key,
      label,
      digit: index < 9 ? index + 1 : undefined,
    })),
    { key: null, label: say('No conflict'), digit: 0 },
  ];
  return (
    <div className={styles.row} data-active={isActive || undefined}>
      <span className={styles.label}>{say('In conflict?')}</span>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in a row */}
      <div
        id={controlId(conflict)}
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: digits speak to the group as a whole
        tabIndex={0}
        aria-label={say('Which criteria were in conflict, and which one won?')}
        className={styles.parts}
        data-missing={isMissing || undefined}
        data-keeps-focus=""
        data-own-arrows=""
        onFocus={isActive ? undefined : () => onAct({ kind: 'activate', control: conflict })}
        onKeyDown={walkToggles}
      >
        {parts.map((part) => (
          <PartButton
            key={part.key ?? ''}
            part={part}
            state={stateOf(given, part.key)}
            onPress={() =>
              onAct({
                kind: 'answer',
                control: conflict,
                change: { record: 'conflict', value: nextConflict(given, part.key) },
              })
            }
          />
        ))}
        <span className={styles.hint} role="status">
          {hintOf(given)}
        </span>
      </div>
    </div>
  );
}
