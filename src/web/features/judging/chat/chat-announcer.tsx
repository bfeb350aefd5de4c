import type { ModelTurn } from '#domain/chat/conversation.ts';
import { say } from '#web/messages/say.ts';

/** Tells screen readers how the replies stand, once each; the growing texts themselves would be read word by word. */
export function ChatAnnouncer({ replies }: { readonly replies: readonly ModelTurn[] }) {
  return (
    <p className="visually-hidden" role="status" aria-live="polite">
      {replies.map((reply) => sentenceOf(reply)).join(' ')}
    </p>
  );
}

function sentenceOf({ slot, state }: ModelTurn): string {
  switch (state) {
    case 'streaming':
      return say('{slot} is answering.', { slot });
    case 'complete':
      return say('{slot} has answered.', { slot });
    case 'stopped':
      return say('{slot} was stopped.', { slot });
    case 'failed':
      return say('{slot} did not answer whole.', { slot });
  }
}
