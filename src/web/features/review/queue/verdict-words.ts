import { message, say } from '#web/messages/say.ts';

const words = {
  accepted: message('A reviewer accepted it'),
  fixed: message('A reviewer corrected it'),
  returned: message('A reviewer returned it'),
} as const;

/** What a reviewer did with a judgment. */
export function sayVerdict(verdict: keyof typeof words): string {
  return say(words[verdict]);
}
