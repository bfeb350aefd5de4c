import { type Message, message, say, sayKnown } from '#web/messages/say.ts';
import { isJudgeCommandId, type JudgeCommandId, judgeCommands } from './judge-commands.ts';

/** Command → key, complete. */
export type KeyBindings = Readonly<Record<JudgeCommandId, string>>;
/** Command → key, only what differs from the default; as kept in the person's preferences. */
export type KeyOverrides = Readonly<Record<string, string>>;

/** Keys that keep their meaning everywhere. */
const fixed: Readonly<Record<string, Message>> = {
  Tab: message('it moves the focus'),
  'Shift+Tab': message('it moves the focus'),
  Escape: message('it closes what is open'),
  Space: message('it presses the focused control'),
  ArrowUp: message('it moves to the previous criterion'),
  ArrowDown: message('it moves to the next criterion'),
};
const browsers = [
  'Mod+W',
  'Mod+T',
  'Mod+N',
  'Mod+R',
  'Mod+L',
  'Mod+Q',
  'Mod+C',
  'Mod+V',
  'Mod+X',
  'Mod+A',
  'Mod+K',
  'Mod+F',
];

export const defaultBindings = Object.fromEntries(
  judgeCommands.map(({ id, defaultKey }) => [id, defaultKey]),
) as KeyBindings;

/** Defaults with the person's own keys laid over; keys of commands that no longer exist are ignored. */
export function resolveBindings(overrides: KeyOverrides): KeyBindings {
  const known = Object.entries(overrides).filter(([id]) => isJudgeCommandId(id));
  const wanted = { ...defaultBindings, ...Object.fromEntries(known) };
  // What was saved elsewhere may collide; no key may silently do something else than it says.
  return listBindingProblems(wanted).length === 0 ? wanted : defaultBindings;
}

function labelOf(id: JudgeCommandId): string {
  return judgeCommands.find((command) => command.id === id)?.label ?? id;
}

function sayTaken(key: string, by: JudgeCommandId): string {
  return say('“{key}” is already the key of “{act}”. Choose another, or change that one first.', {
    key,
    act: sayKnown(labelOf(by)),
  });
}

function explainKey(key: string): string | undefined {
  if (key.trim() === '') return say('A key is missing. Press the one you want.');
  if (/^(?:Shift\+)?[0-9]$/.test(key)) {
    return say('Digits give the value of a criterion. Choose another key.');
  }
  const reason = fixed[key];
  if (reason !== undefined) {
    return say('“{key}” cannot be used: {reason}. Choose another key.', { key, reason: say(reason) });
  }
  if (browsers.includes(key)) {
    return say('“{key}” belongs to the browser. Choose another key.', { key });
  }
  return undefined;
}

function listBindingProblems(bindings: KeyBindings): string[] {
  const takenBy = new Map<string, JudgeCommandId>();
  const problems: string[] = [];
  for (const { id } of judgeCommands) {
    const key = bindings[id];
    const reason = explainKey(key);
    const other = takenBy.get(key);
    if (reason !== undefined) problems.push(reason);
    if (other !== undefined) {
      problems.push(sayTaken(key, other));
    }
    takenBy.set(key, id);
  }
  return problems;
}

/** Why these keys cannot be saved, in words; empty where they can. */
export function checkBindings(overrides: KeyOverrides): string[] {
  const unknown = Object.keys(overrides).filter((id) => !isJudgeCommandId(id));
  const problems = unknown.map((id) => say('There is no act “{id}”.', { id }));
  const known = Object.fromEntries(Object.entries(overrides).filter(([id]) => isJudgeCommandId(id)));
  return [...problems, ...listBindingProblems({ ...defaultBindings, ...known })];
}

export type Rebinding =
  | { readonly kind: 'changed'; readonly overrides: KeyOverrides }
  | { readonly kind: 'refused'; readonly message: string };

/** Gives a command another key, or says why not. */
export function rebind(overrides: KeyOverrides, id: JudgeCommandId, key: string): Rebinding {
  const others = Object.fromEntries(
    Object.entries(overrides).filter(([other]) => other !== id && isJudgeCommandId(other)),
  );
  const next = key === defaultBindings[id] ? others : { ...others, [id]: key };
  const reason = explainKey(key);
  if (reason !== undefined) return { kind: 'refused', message: reason };
  const taken = judgeCommands.find(
    (other) => other.id !== id && (others[other.id] ?? other.defaultKey) === key,
  );
  return taken === undefined
    ? { kind: 'changed', overrides: next }
    : { kind: 'refused', message: sayTaken(key, taken.id) };
}

/** The command of a key. */
export function findCommand(bindings: KeyBindings, key: string): JudgeCommandId | undefined {
  return judgeCommands.find(({ id }) => bindings[id] === key)?.id;
}
