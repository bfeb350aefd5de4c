import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useState } from 'react';
import { say } from '#web/messages/say.ts';
import { projectsQuery } from '#web/session/use-project.ts';
import { useCan } from '#web/session/use-session.ts';
import { ModalFrame } from '#web/ui/modal-frame.tsx';
import styles from './command-palette.module.css';
import { findPaletteEntries, listPaletteEntries, type PaletteEntry } from './palette-entries.ts';

const shownAtMost = 12;

/** Type a few letters, press Enter, be there. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const id = useId();
  const router = useRouter();
  const can = useCan();
  const { data } = useQuery(projectsQuery);
  const [typed, setTyped] = useState('');
  const [index, setIndex] = useState(0);
  const entries = findPaletteEntries(listPaletteEntries(data?.projects ?? [], can), typed);
  const shown = entries.slice(0, shownAtMost);
  const open = (entry: PaletteEntry | undefined) => {
    if (entry === undefined) return;
    onClose();
    router.history.push(entry.href);
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter') open(shown[index]);
    else if (step && shown.length > 0) setIndex((index + step + shown.length) % shown.length);
    else return;
    event.preventDefault();
  };
  return (
    <ModalFrame label={say('Find a page or project')} width={560} placement="top" onClose={onClose}>
      <input
        data-autofocus
        className={styles.input}
        role="combobox"
        aria-label={say('Find a page or project')}
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={shown[index] ? `${id}-${index}` : undefined}
        placeholder={say('Find a page or project')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setIndex(0);
        }}
        onKeyDown={press}
      />
      <Found id={id} entries={shown} index={index} open={open} />
    </ModalFrame>
  );
}

interface FoundProps {
  readonly id: string;
  readonly entries: readonly PaletteEntry[];
  readonly index: number;
  readonly open: (entry: PaletteEntry) => void;
}

function Found({ id, entries, index, open }: FoundProps) {
  return (
    <>
      <div id={`${id}-list`} role="listbox" aria-label={say('Found')} className={styles.list}>
        {entries.map((entry, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the input, which keeps the focus
          // biome-ignore lint/a11y/useFocusableInteractive: the active option is named by the input
          <div
            key={entry.id}
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === index}
            className={styles.entry}
            onClick={() => open(entry)}
          >
            <span>{entry.label}</span>
            <span className={styles.context}>{entry.context}</span>
          </div>
        ))}
      </div>
      {entries.length === 0 && (
        <p className={styles.none} role="status">
          {say('No page or project has these words in its name.')}
        </p>
      )}
    </>
  );
}
