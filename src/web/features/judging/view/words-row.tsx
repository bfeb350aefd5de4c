import { maxJustificationCharacters } from '#domain/judging/answers.ts';
import { countCharacters } from '#domain/text/count-characters.ts';
import { controlId } from '#web/features/judging/desk/control-id.ts';
import { watchedWriting } from '#web/features/judging/live/typing-watch.ts';
import { recordedWords } from '#web/features/judging/writing/recorded-words.ts';
import { message, say } from '#web/messages/say.ts';
import { Kbd } from '#web/ui/kbd.tsx';
import { type DockProps, standingOf } from './dock-props.ts';
import { RadioRow } from './radio-row.tsx';
import styles from './words-row.module.css';

const justification = { kind: 'justification' } as const;
const confidence = { kind: 'confidence' } as const;

function Count({ text, wanted }: { readonly text: string; readonly wanted: number }) {
  if (wanted <= 1) return null;
  const count = countCharacters(text.trim());
  return (
    <span className={styles.count} data-met={count >= wanted || undefined}>
      {say('{count, number} of {wanted, number}', { count, wanted })}
    </span>
  );
}

function Justification({ rubric, desk, onAct, keyHint }: DockProps & { readonly keyHint: string }) {
  const text = desk.answers.justification ?? '';
  const { isActive, isMissing } = standingOf(desk, justification);
  const { ask, minCharacters } = rubric.justification;
  return (
    <div className={styles.why} data-active={isActive || undefined}>
      <textarea
        id={controlId(justification)}
        {...watchedWriting}
        title={isActive ? recordedWords() : undefined}
        className={styles.area}
        aria-label={say('Why?')}
        aria-required={ask === 'required' || undefined}
        aria-invalid={isMissing || undefined}
        placeholder={ask === 'required' ? say('Why?') : say('Why? (optional)')}
        rows={2}
        maxLength={maxJustificationCharacters}
        value={text}
        onChange={(event) => onAct({ kind: 'justify', text: event.target.value })}
        onFocus={() => onAct({ kind: 'activate', control: justification })}
        // Empty, it runs as the page does, so that the hint and the key keep off each other.
        dir={text === '' ? undefined : 'auto'}
      />
      <Count text={text} wanted={minCharacters} />
      {text === '' && (
        <span className={styles.key}>
          <Kbd keys={keyHint} />
        </span>
      )}
    </div>
  );
}

const sure = [
  { key: '1', text: message('Guessing'), digit: 1 },
  { key: '2', text: message('Fairly sure'), digit: 2 },
  { key: '3', text: message('Certain'), digit: 3 },
] as const;

function Confidence({ rubric, desk, onAct }: DockProps) {
  const given = desk.answers.confidence;
  return (
    <div className={styles.confidence} data-active={standingOf(desk, confidence).isActive || undefined}>
      <span className={styles.label}>{say('How sure?')}</span>
      <RadioRow
        id={controlId(confidence)}
        name={say('How sure are you?')}
        look="words"
        options={sure.map(({ text, ...option }) => ({ ...option, text: say(text), name: say(text) }))}
        chosen={given === undefined ? undefined : String(given)}
        {...standingOf(desk, confidence)}
        isRequired={rubric.confidence === 'required'}
        onPick={(key) => onAct({ kind: 'confide', value: key === '1' ? 1 : key === '2' ? 2 : 3 })}
        onActivate={() => onAct({ kind: 'activate', control: confidence })}
      />
    </div>
  );
}

/** Why, and how sure, where the rubric asks. */
export function WordsRow({ justifyKey, ...dock }: DockProps & { readonly justifyKey: string }) {
  const { justification: why, confidence: asked } = dock.rubric;
  if (why.ask === 'off' && asked === 'off') return null;
  return (
    <div className={styles.row}>
      {why.ask !== 'off' && <Justification {...dock} keyHint={justifyKey} />}
      {asked !== 'off' && <Confidence {...dock} />}
    </div>
  );
}
