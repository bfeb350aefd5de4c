import { ChevronDown, ChevronUp, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { KeyBindings } from '#web/features/judging/keys/key-bindings.ts';
import { nameKey } from '#web/features/judging/keys/key-name.ts';
import { say } from '#web/messages/say.ts';
import { IconButton } from '#web/ui/icon-button.tsx';
import styles from './find-box.module.css';
import type { Found } from './text-finder.ts';

interface FindBoxProps {
  readonly query: string;
  readonly found: Found;
  readonly bindings: KeyBindings;
  readonly onQuery: (query: string) => void;
  readonly onStep: (by: 1 | -1) => void;
  readonly onClose: () => void;
}

function sayFound(query: string, { count, at, isMore }: Found): string {
  if (query.trim() === '') return '';
  if (count === 0) return say('Nothing found');
  if (isMore) return say('{at, number} of more than {count, number}', { at: at + 1, count });
  return say('{at, number} of {count, number}', { at: at + 1, count });
}

/** Looks for words in the texts of the task; Enter and Shift Enter go from place to place, Escape closes it. */
export function FindBox({ query, found, bindings, onQuery, onStep, onClose }: FindBoxProps) {
  const press = (event: KeyboardEvent) => {
    const key = event.nativeEvent.isComposing ? undefined : nameKey(event.nativeEvent);
    if (key === 'Enter' || key === bindings.find_next) onStep(1);
    else if (key === 'Shift+Enter' || key === bindings.find_previous) onStep(-1);
    else if (key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section className={styles.bar} aria-label={say('Find in the texts')} data-find="" onKeyDown={press}>
      <input
        type="text"
        value={query}
        // biome-ignore lint/a11y/noAutofocus: it opens because somebody is about to type
        autoFocus
        aria-label={say('Find in the texts')}
        placeholder={say('Find')}
        spellCheck={false}
        dir="auto"
        onChange={(event) => onQuery(event.target.value)}
      />
      {found.hasUnshown && <span className={styles.hint}>{say('in what is shown')}</span>}
      <span className={styles.count} role="status">
        {sayFound(query, found)}
      </span>
      <IconButton
        label={say('Previous place found')}
        keyHint={bindings.find_previous}
        icon={<ChevronUp />}
        onClick={() => onStep(-1)}
      />
      <IconButton
        label={say('Next place found')}
        keyHint={bindings.find_next}
        icon={<ChevronDown />}
        onClick={() => onStep(1)}
      />
      <IconButton label={say('Close')} keyHint="Escape" icon={<X />} onClick={onClose} />
    </section>
  );
}
