import { say } from '#web/messages/say.ts';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';

interface ErrorStateProps {
  readonly error: unknown;
  readonly title?: string;
  readonly onRetry?: (() => void) | undefined;
}

/** What a person reads when a thrown value reaches the page. */
export function errorText(error: unknown): string {
  return error instanceof Error && error.message !== '' ? error.message : say('Something went wrong.');
}

/** Stands where the content would be: what went wrong and a way on. */
export function ErrorState({ error, title = say('This could not be loaded'), onRetry }: ErrorStateProps) {
  return (
    <div role="alert">
      <EmptyState title={title} action={onRetry && <Button onClick={onRetry}>{say('Try again')}</Button>}>
        {errorText(error)}
      </EmptyState>
    </div>
  );
}
