import type { KeyboardEvent } from 'react';
import type { SpanMark } from '#domain/judging/answers.ts';
import type { Requirement } from '#domain/rubrics/requirement.ts';
import type { ChoiceOption } from '#domain/rubrics/scale.ts';
import { optionsOf } from '#domain/rubrics/scale-points.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { changeMark, openStage } from './mark-list.ts';
import styles from './marks-panel.module.css';
import type { Marking } from './use-marks.ts';

interface FormProps {
  readonly marking: Marking;
  readonly mark: SpanMark;
}

interface OptionsProps {
  readonly name: string;
  readonly options: readonly ChoiceOption[];
  readonly chosen: string | undefined;
  /** Digits choose here now. */
  readonly isNext: boolean;
  readonly onChoose: (key: string) => void;
}

function Options({ name, options, chosen, isNext, onChoose }: OptionsProps) {
  return (
    <div className={styles.options} role="radiogroup" aria-label={name} data-next={isNext || undefined}>
      {options.map(({ key, label, help }, index) => (
        // biome-ignore lint/a11y/useSemanticElements: digits choose here, which native radios do not know
        <button
          key={key}
          type="button"
          role="radio"
          aria-checked={key === chosen}
          className={styles.option}
          title={help}
          tabIndex={key === chosen ? 0 : -1}
          onClick={() => onChoose(key)}
        >
          {label}
          {isNext && index < 10 && (
            <span className={styles.digit} aria-hidden="true">
              {index === 9 ? 0 : index + 1}
            </span>
          )}
        </button>
      ))}
    </div>
  );
}

interface WordsProps {
  readonly label: string;
  readonly asked: Requirement;
  readonly value: string | undefined;
  readonly onChange: (text: string) => void;
  readonly name: string;
}

function Words({ label, asked, value = '', onChange, name }: WordsProps) {
  if (asked === 'off') return null;
  return (
    <label className={styles.words}>
      <span>{asked === 'required' ? label : say('{label} (optional)', { label })}</span>
      <textarea
        rows={2}
        dir="auto"
        name={name}
        aria-required={asked === 'required' || undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

/** What a digit chooses in the open mark: its type first, then its severity. */
export function chooseByDigit({ marking, mark }: FormProps, digit: number): SpanMark[] | undefined {
  const { scale, marks } = marking;
  const at = digit === 0 ? 9 : digit - 1;
  const isSeverity = openStage(mark, scale) === 'severity';
  const options = isSeverity && scale.kind === 'marks' ? scale.severities : optionsOf(scale);
  const key = options[at]?.key;
  if (key === undefined) return undefined;
  return changeMark(marks, mark.id, isSeverity ? { severity: key } : { label: key });
}

/** Everything that is asked about one mark. */
export function MarkForm({ marking, mark }: FormProps) {
  const { scale, marks, setMarks, remove } = marking;
  const change = (part: Partial<SpanMark>) => setMarks(changeMark(marks, mark.id, part));
  const stage = openStage(mark, scale);
  const stay = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') event.stopPropagation();
  };
  return (
    <div className={styles.form}>
      <Options
        name={scale.kind === 'marks' ? say('Type of error') : say('Verdict')}
        options={optionsOf(scale)}
        chosen={mark.label}
        isNext={stage === 'label'}
        onChoose={(label) => change({ label })}
      />
      {scale.kind === 'marks' && scale.severities.length > 0 && (
        <Options
          name={say('Severity')}
          options={scale.severities}
          chosen={mark.severity}
          isNext={stage === 'severity'}
          onChoose={(severity) => change({ severity })}
        />
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: digits written into the words must not choose */}
      <div className={styles.texts} onKeyDown={stay}>
        {scale.kind === 'claims' && (
          <>
            <Words
              name="claim"
              label={say('The claim in your words')}
              asked="optional"
              value={mark.claim}
              onChange={(claim) => change({ claim })}
            />
            <Words
              name="source"
              label={say('Address of a source')}
              asked={scale.source}
              value={mark.source}
              onChange={(source) => change({ source })}
            />
          </>
        )}
        <Words
          name="note"
          label={scale.kind === 'marks' ? say('Explanation') : say('Note')}
          asked={scale.kind === 'marks' ? scale.explanation : scale.note}
          value={mark.note}
          onChange={(note) => change({ note })}
        />
        {scale.kind === 'marks' && (
          <Words
            name="correction"
            label={say('Suggested correction')}
            asked={scale.correction}
            value={mark.correction}
            onChange={(correction) => change({ correction })}
          />
        )}
      </div>
      <div className={styles.acts}>
        <Button variant="quiet" keyHint="Backspace" onClick={() => remove(mark.id)}>
          {say('Remove')}
        </Button>
        <Button keyHint="Enter" onClick={() => marking.select(null)}>
          {say('Done')}
        </Button>
      </div>
    </div>
  );
}
