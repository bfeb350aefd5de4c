import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isRefused, RefusedError } from '#client/call-errors.ts';
import { isReachable } from './reachability.ts';
import { sessionQuery } from './use-session.ts';

/** A refusal is an answer and is not asked again; what may pass is tried twice more. */
export function retryUnlessRefused(failures: number, error: Error): boolean {
  const passes = !(error instanceof RefusedError) || error.code === 'database_away';
  return passes && failures < 2;
}

export function createQueryClient(): QueryClient {
  // A session that ended elsewhere shows at the next call: the page then asks to sign in again.
  const onError = (error: Error) => {
    if (isRefused(error, 'not_signed_in')) void client.invalidateQueries(sessionQuery);
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      // What is remembered on this device is an answer too, so questions are asked also without a network.
      queries: {
        retry: retryUnlessRefused,
        staleTime: 15_000,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
  // What was remembered meanwhile may be old.
  isReachable.subscribe(() => {
    if (isReachable.get()) void client.invalidateQueries();
  });
  return client;
}
