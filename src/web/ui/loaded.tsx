import type { ReactNode } from 'react';
import { ErrorState } from './error-state.tsx';
import { Skeleton } from './skeleton.tsx';

interface LoadedProps<Data> {
  readonly from: {
    readonly data: Data | undefined;
    readonly error: unknown;
    readonly refetch: () => unknown;
  };
  readonly lines?: number;
  readonly title?: string;
  readonly children: (data: Data) => ReactNode;
}

/** Shows data once it is there; before that a quiet placeholder, or what went wrong and a way on. */
export function Loaded<Data>({ from, lines = 4, title, children }: LoadedProps<Data>) {
  if (from.data !== undefined) return children(from.data);
  if (from.error === null || from.error === undefined) return <Skeleton lines={lines} />;
  return (
    <ErrorState
      error={from.error}
      {...(title !== undefined && { title })}
      onRetry={() => void from.refetch()}
    />
  );
}
