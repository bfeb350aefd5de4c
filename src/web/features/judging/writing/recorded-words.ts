import { say } from '#web/messages/say.ts';

/** What is recorded of what somebody writes; told wherever it is. */
export function recordedWords(): string {
  return say(
    'Recorded with your answer: how many characters are typed and how many pasted, deletions and time. Never what you type.',
  );
}
