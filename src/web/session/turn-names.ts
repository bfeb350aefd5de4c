import { type Message, message, say } from '#web/messages/say.ts';

const names: Readonly<Record<string, Message>> = {
  system: message('System'),
  user: message('Human'),
  assistant: message('Assistant'),
  tool: message('Tool'),
};

/** Who speaks in a turn of a conversation; a role that nobody foresaw names itself. */
export function nameTurn(role: string): string {
  const name = Object.hasOwn(names, role) ? names[role] : undefined;
  return name === undefined ? role : say(name);
}
