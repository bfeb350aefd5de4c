import { type KeyboardEvent, useState } from 'react';
import { type JudgeCommand, judgeCommands } from '#web/features/judging/keys/judge-commands.ts';
import {
  type KeyBindings,
  type KeyOverrides,
  rebind,
  resolveBindings,
} from '#web/features/judging/keys/key-bindings.ts';
import { nameKey } from '#web/features/judging/keys/key-name.ts';
import { message, say, sayKnown } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Kbd, keyLabels } from '#web/ui/kbd.tsx';
import styles from './keys-dialog.module.css';

interface KeysDialogProps {
  readonly overrides: KeyOverrides;
  readonly onChange: (overrides: KeyOverrides) => void;
  readonly onClose: () => void;
}

const groups = ['Answer', 'Move', 'Task', 'Reading'] as const;
const fixedKeys = [
  [message('Value of the active criterion; a preference counts from the side of A'), '1–9'],
  [message('Tie, or none of the replies'), '0'],
  [message('Submit while writing'), 'Mod+Enter'],
  [message('Leave a text, or an amendment'), 'Escape'],
] as const;

interface RemapState {
  readonly waitingFor: JudgeCommand['id'] | null;
  readonly refusal: string | null;
}

function CommandRow(props: {
  readonly command: JudgeCommand;
  readonly keys: string;
  readonly isWaiting: boolean;
  readonly onAsk: () => void;
}) {
  const { command, keys, isWaiting, onAsk } = props;
  return (
    <div className={styles.row}>
      <dt>{sayKnown(command.label)}</dt>
      <dd>
        <button
          type="button"
          className={styles.key}
          aria-pressed={isWaiting}
          data-command={command.id}
          onClick={onAsk}
        >
          <span className="visually-hidden">
            {say('{act}: {key}. Change the key', {
              act: sayKnown(command.label),
              key: keyLabels(keys).join(' '),
            })}
          </span>
          {isWaiting ? say('Press a key') : <Kbd keys={keys} />}
        </button>
      </dd>
    </div>
  );
}

interface GroupProps {
  readonly group: JudgeCommand['group'];
  readonly bindings: KeyBindings;
  readonly waitingFor: JudgeCommand['id'] | null;
  readonly onAsk: (id: JudgeCommand['id']) => void;
}

function CommandGroup({ group, bindings, waitingFor, onAsk }: GroupProps) {
  return (
    <section>
      <h3>{sayKnown(group)}</h3>
      <dl>
        {judgeCommands
          .filter((command) => command.group === group)
          .map((command) => (
            <CommandRow
              key={command.id}
              command={command}
              keys={bindings[command.id]}
              isWaiting={waitingFor === command.id}
              onAsk={() => onAsk(command.id)}
            />
          ))}
      </dl>
    </section>
  );
}

function FixedGroup() {
  return (
    <section>
      <h3>{say('Always')}</h3>
      <dl>
        {fixedKeys.map(([label, keys]) => (
          <div key={keys} className={styles.row}>
            <dt>{say(label)}</dt>
            <dd className={styles.fixed}>
              <Kbd keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Every key of the judging screen. Pressing one of them here gives the act another key. */
export function KeysDialog({ overrides, onChange, onClose }: KeysDialogProps) {
  const [{ waitingFor, refusal }, setState] = useState<RemapState>({ waitingFor: null, refusal: null });
  const wait = (id: JudgeCommand['id'] | null, because: string | null = null) =>
    setState({ waitingFor: id, refusal: because });
  const press = (event: KeyboardEvent) => {
    if (waitingFor === null) return;
    event.preventDefault();
    event.stopPropagation();
    const key = nameKey(event.nativeEvent);
    if (key === undefined) return;
    if (key === 'Escape') return wait(null);
    const outcome = rebind(overrides, waitingFor, key);
    if (outcome.kind === 'changed') onChange(outcome.overrides);
    wait(null, outcome.kind === 'refused' ? outcome.message : null);
  };
  const close = () => (waitingFor === null ? onClose() : wait(null));
  const reset = Object.keys(overrides).length > 0 && (
    <Button onClick={() => onChange({})}>{say('Default keys for all')}</Button>
  );
  return (
    <Dialog open onClose={close} title={say('Keys')} width={720} footer={reset || undefined}>
      <div onKeyDownCapture={press}>
        <p className={styles.intro} data-tone={refusal === null ? undefined : 'warn'} role="status">
          {refusal ?? say('Press a key’s button to choose another key for it.')}
        </p>
        <div className={styles.groups}>
          {groups.map((group) => (
            <CommandGroup
              key={group}
              group={group}
              bindings={resolveBindings(overrides)}
              waitingFor={waitingFor}
              onAsk={wait}
            />
          ))}
          <FixedGroup />
        </div>
      </div>
    </Dialog>
  );
}
