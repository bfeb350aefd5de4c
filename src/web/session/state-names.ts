import type { ProjectState } from '#domain/queue/assignment.ts';
import { type Message, message, say, sayAs } from '#web/messages/say.ts';

const names: Readonly<Record<Exclude<ProjectState, 'open'>, Message>> = {
  draft: message('Draft'),
  paused: message('Paused'),
  closed: message('Closed'),
};

/** The state of a project in a word. */
export function nameState(state: ProjectState): string {
  return state === 'open' ? sayAs('state of a project', 'Open') : say(names[state]);
}
