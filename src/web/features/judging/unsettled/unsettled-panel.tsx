import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import type { Unsettled } from '#domain/judging/answers.ts';
import { answerLimits } from '#domain/judging/answers.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import styles from './unsettled-panel.module.css';

interface UnsettledPanelProps {
  /** The criterion's label. */
  readonly label: string;
  readonly given: Unsettled | undefined;
  /** The headings of the guidelines in force. */
  readonly sections: readonly string[];
  readonly onSay: (unsettled: Unsettled) => void;
  readonly onClose: () => void;
}

/** Takes the focus when it opens, and gives it back to where it was. */
function useFocusOn(field: RefObject<HTMLInputElement | null>, label: string): void {
  // Synchronises the browser's focus with the panel that has just opened.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another criterion is another panel
  useEffect(() => {
    const before = document.activeElement;
    field.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [label]);
}

/** Asks which section of the guidelines falls short, and how. It stands beside the questions and hides no text. */
export function UnsettledPanel({ label, given, sections, onSay, onClose }: UnsettledPanelProps) {
  const [draft, setDraft] = useState<Unsettled>(given ?? { section: '', note: '' });
  const [isEmpty, setEmpty] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const listId = useId();
  useFocusOn(first, label);
  const submit = () => {
    const said = { section: draft.section.trim(), note: draft.note.trim() };
    if (said.section === '' && said.note === '') setEmpty(true);
    else onSay(said);
  };
  const press = (event: KeyboardEvent) => {
    const isWriting = event.target instanceof HTMLTextAreaElement;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && (!isWriting || event.ctrlKey || event.metaKey)) submit();
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place for a heading of its own
    <div
      role="group"
      aria-label={say('The rubric does not settle “{criterion}”', { criterion: label })}
      className={styles.panel}
      data-own-keys=""
      onKeyDown={press}
    >
      <p className={styles.title}>{say('The rubric does not settle “{criterion}”', { criterion: label })}</p>
      <input
        ref={first}
        className={styles.field}
        list={listId}
        maxLength={300}
        aria-label={say('Section of the guidelines')}
        placeholder={say('Section of the guidelines')}
        value={draft.section}
        onChange={(event) => setDraft({ ...draft, section: event.target.value })}
        dir="auto"
      />
      <datalist id={listId}>
        {[...new Set(sections)].map((section) => (
          <option key={section} value={section} />
        ))}
      </datalist>
      <textarea
        className={styles.field}
        rows={2}
        maxLength={answerLimits.noteCharacters}
        aria-label={say('What is missing or unclear')}
        placeholder={say('What is missing or unclear')}
        value={draft.note}
        onChange={(event) => setDraft({ ...draft, note: event.target.value })}
        dir="auto"
      />
      <div className={styles.acts}>
        <span className={styles.hint} role="status">
          {isEmpty
            ? say('Name the section, or say what is missing.')
            : say('The lead sees it. It never counts as a tie.')}
        </span>
        <Button size="small" variant="quiet" keyHint="Escape" onClick={onClose}>
          {say('Cancel')}
        </Button>
        <Button size="small" variant="primary" keyHint="Enter" onClick={submit}>
          {say('Say so')}
        </Button>
      </div>
    </div>
  );
}
