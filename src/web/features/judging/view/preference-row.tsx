import { ownValue, type PreferenceAnswer } from '#domain/judging/answers.ts';
import { letterAt } from '#domain/judging/display-order.ts';
import type { Criterion } from '#domain/rubrics/rubric.ts';
import { controlId } from '#web/features/judging/desk/control-id.ts';
import { isSamePreference, listPositions } from '#web/features/judging/desk/preference-positions.ts';
import { say } from '#web/messages/say.ts';
import { Kbd } from '#web/ui/kbd.tsx';
import { anchorOf, type DockProps, standingOf } from './dock-props.ts';
import styles from './preference-row.module.css';
import { type RadioOption, RadioRow } from './radio-row.tsx';

interface PreferenceRowProps extends DockProps {
  readonly criterion: Criterion;
  /** The whole judgment stands large; further comparisons are compact. */
  readonly size: 'large' | 'compact';
  readonly bothBadKey: string;
}

function optionOf(answer: PreferenceAnswer, index: number, props: PreferenceRowProps): RadioOption {
  const { criterion, responseIds } = props;
  if (answer.verdict !== 'prefers') {
    const label = anchorOf(criterion, 0) ?? say('Tie');
    return { key: 'tie', text: '=', label, name: label, digit: index + 1 };
  }
  const { strength, responseId } = answer;
  const letter = letterAt(responseIds.indexOf(responseId));
  const label = anchorOf(criterion, strength);
  const name =
    label === undefined
      ? say('{letter} is better, strength {strength}', { letter, strength })
      : `${letter}: ${label} (${strength})`;
  return {
    key: `${responseId}-${strength}`,
    text: String(strength),
    ...(label && { label }),
    name,
    digit: index + 1,
  };
}

const bothBad: PreferenceAnswer = { verdict: 'both_bad' };

/** A preference from A to B: the two sides mirror each other, and nothing is chosen at first. */
export function PreferenceRow(props: PreferenceRowProps) {
  const { criterion, responseIds, desk, onAct, size, bothBadKey } = props;
  if (criterion.scale.kind !== 'preference') return null;
  const control = { kind: 'pair', criterionKey: criterion.key } as const;
  const positions = listPositions(criterion.scale, responseIds);
  const options = positions.map((answer, index) => optionOf(answer, index, props));
  const given = ownValue(desk.answers.pair, criterion.key);
  const at = positions.findIndex((position) => isSamePreference(given, position));
  const prefer = (answer: PreferenceAnswer | undefined) => {
    if (answer !== undefined) onAct({ kind: 'prefer', criterionKey: criterion.key, answer });
  };
  const { isActive, isMissing } = standingOf(desk, control);
  return (
    <div className={styles.row} data-size={size} data-active={isActive || undefined}>
      <span className={styles.label}>{criterion.label}</span>
      <div className={styles.scale}>
        <span className={styles.end}>A</span>
        <RadioRow
          id={controlId(control)}
          name={criterion.label}
          look="segments"
          options={size === 'large' ? options : options.map(({ label: _, ...option }) => option)}
          chosen={options[at]?.key}
          isActive={isActive}
          isMissing={isMissing}
          isRequired={criterion.required}
          onPick={(key) => prefer(positions[options.findIndex((option) => option.key === key)])}
          onActivate={() => onAct({ kind: 'activate', control })}
        />
        <span className={styles.end}>B</span>
      </div>
      {criterion.scale.bothBad && (
        <button
          type="button"
          className={styles.bothBad}
          aria-pressed={given?.verdict === 'both_bad'}
          onClick={() => prefer(bothBad)}
        >
          {say('Both bad')}
          <Kbd keys={bothBadKey} />
        </button>
      )}
    </div>
  );
}
