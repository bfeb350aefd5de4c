import type { ProjectState } from '#domain/queue/assignment.ts';

export interface StateAct {
  readonly to: ProjectState;
  readonly label: string;
  /** What happens then, for whom. */
  readonly consequence: string;
  readonly isMain: boolean;
}

export const stateNames: Readonly<Record<ProjectState, { readonly name: string; readonly text: string }>> = {
  draft: { name: 'Draft', text: 'Nobody is given tasks yet.' },
  open: { name: 'Open', text: 'Annotators are given tasks.' },
  paused: { name: 'Paused', text: 'Nobody is given new tasks. What was in hand can still be submitted.' },
  closed: { name: 'Closed', text: 'Nothing more is judged. Results and exports stay.' },
};

const open: StateAct = {
  to: 'open',
  label: 'Open the project',
  consequence: 'Annotators see it and are given tasks at once.',
  isMain: true,
};
const resume: StateAct = {
  ...open,
  label: 'Resume',
  consequence: 'Annotators are given tasks again, where they stopped.',
};
const pause: StateAct = {
  to: 'paused',
  label: 'Pause',
  consequence: 'Nobody is given new tasks. Tasks in hand can still be submitted, and drafts are kept.',
  isMain: false,
};
const close: StateAct = {
  to: 'closed',
  label: 'Close the project',
  consequence: 'Tasks in hand go back unsubmitted; drafts are kept. You can open it again later.',
  isMain: false,
};

/** What a lead can do with a project in this state. */
export const stateActs: Readonly<Record<ProjectState, readonly StateAct[]>> = {
  draft: [open],
  open: [pause, close],
  paused: [resume, close],
  closed: [{ ...open, label: 'Open again' }],
};
