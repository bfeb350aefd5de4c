import type { ConversationTurn } from '#contract/conversations.ts';
import { isPassing } from '#domain/chat/reply-failure.ts';
import { say, sayKnown } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';

interface ReplyFailureNoteProps {
  readonly failure: NonNullable<ConversationTurn['failure']>;
  readonly canRetry: boolean;
  readonly onRetry: () => void;
}

/** Why a reply did not come whole, and the way to ask again. */
export function ReplyFailureNote({ failure, canRetry, onRetry }: ReplyFailureNoteProps) {
  return (
    <Notice
      tone="warn"
      action={
        canRetry && isPassing(failure.code) ? (
          <Button size="small" onClick={onRetry} keyHint="R">
            {say('Try again')}
          </Button>
        ) : undefined
      }
    >
      {sayKnown(failure.message)}
      {failure.retryAt !== null && (
        <>
          {' '}
          {say('It can be asked again:')} <RelativeTime at={failure.retryAt} />
        </>
      )}
    </Notice>
  );
}
