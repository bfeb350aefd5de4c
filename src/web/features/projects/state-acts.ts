import type { ProjectState } from '#domain/queue/assignment.ts';
import { type Message, message } from '#web/messages/say.ts';

export interface StateAct {
  readonly to: ProjectState;
  readonly label: Message;
  /** What happens then, for whom. */
  readonly consequence: Message;
  readonly isMain: boolean;
}

/** What each state means for annotators. */
export const stateTexts: Readonly<Record<ProjectState, Message>> = {
  draft: message('Nobody is given tasks yet.'),
  open: message('Annotators are given tasks.'),
  paused: message('Nobody is given new tasks. What was in hand can still be submitted.'),
  closed: message('Nothing more is judged. Results and exports stay.'),
};

const open: StateAct = {
  to: 'open',
  label: message('Open the project'),
  consequence: message('Annotators see it and are given tasks at once.'),
  isMain: true,
};
const resume: StateAct = {
  ...open,
  label: message('Resume'),
  consequence: message('Annotators are given tasks again, where they stopped.'),
};
const pause: StateAct = {
  to: 'paused',
  label: message('Pause the project'),
  consequence: message(
    'Nobody is given new tasks. Tasks in hand can still be submitted, and drafts are kept.',
  ),
  isMain: false,
};
const close: StateAct = {
  to: 'closed',
  label: message('Close the project'),
  consequence: message('Tasks in hand go back unsubmitted; drafts are kept. You can open it again later.'),
  isMain: false,
};

/** What a lead can do with a project in this state. */
export const stateActs: Readonly<Record<ProjectState, readonly StateAct[]>> = {
  draft: [open],
  open: [pause, close],
  paused: [resume, close],
  closed: [{ ...open, label: message('Open again') }],
};
