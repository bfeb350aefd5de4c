import type { AdjudicationCause } from '#domain/review/adjudication.ts';
import { say } from '#web/messages/say.ts';
import { useShortcuts } from '#web/ui/shortcuts.ts';
import { causes } from './cause-words.ts';

interface SettleKeys {
  readonly isOff: boolean;
  readonly onPick: (index: number) => void;
  readonly onCause: (cause: AdjudicationCause) => void;
  readonly onWrite: () => void;
  readonly onSend: () => void;
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** Digits pick a judgment, letters name the cause. */
export function useSettleKeys({ isOff, onPick, onCause, onWrite, onSend }: SettleKeys): void {
  const group = say('Settle an item');
  const when = (run: () => void) => () => {
    if (!isOff) run();
  };
  useShortcuts([
    ...digits.map((keys, index) => ({
      keys,
      label: say('Pick judgment {number}', { number: keys }),
      group,
      run: when(() => onPick(index)),
    })),
    { keys: 'W', label: say('Give another answer'), group, run: when(onWrite) },
    ...causes.map(({ cause, key, label }) => ({
      keys: key,
      label: say(label),
      group,
      run: when(() => onCause(cause)),
    })),
    { keys: 'Mod+Enter', label: say('Settle and go on'), group, run: when(onSend) },
  ]);
}
