import { QueryClient } from '@tanstack/react-query';
import { RefusedError } from '#client/call-errors.ts';

/** A refusal is an answer and is not asked again; what may pass is tried twice more. */
export function retryUnlessRefused(failures: number, error: Error): boolean {
  return !(error instanceof RefusedError) && failures < 2;
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { retry: retryUnlessRefused, staleTime: 15_000 } },
  });
}
