import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { say } from '#web/messages/say.ts';
import { buttonClass } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { Page } from '#web/ui/page-header.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';

/** Stands where a page is still coming; invisible for the first 300 ms. */
export function PendingPage() {
  return (
    <Page>
      <Skeleton lines={6} />
    </Page>
  );
}

export function FailedPage({ error, reset }: ErrorComponentProps) {
  return (
    <Page>
      <ErrorState error={error} onRetry={reset} />
    </Page>
  );
}

export function MissingPage() {
  const home = (
    <Link to="/" className={buttonClass()}>
      {say('Go to the home page')}
    </Link>
  );
  return (
    <Page>
      <EmptyState title={say('There is no page at this address')} action={home}>
        {say('The link may be old or cut short.')}
      </EmptyState>
    </Page>
  );
}
