import { useQueries } from '@tanstack/react-query';
import { linkMedia, type MediaLink } from '#contract/media.ts';
import { api } from './api.ts';

/** Addresses live for a quarter of an hour; new ones are asked for before that. */
const freshMs = 12 * 60_000;

export interface MediaLinks {
  readonly isLoading: boolean;
  readonly error: unknown;
  /** Undefined where the file is not there, or not for this person. */
  find(mediaId: string): MediaLink | undefined;
}

/** Asked for together; a list that grows at its end asks only for what is new. */
const atOnce = 50;

/** The addresses with which files of a project can be shown, renewed as long as the page stands. */
export function useMediaLinks(projectId: string, mediaIds: readonly string[]): MediaLinks {
  const asked = [...new Set(mediaIds)];
  const parts = Array.from({ length: Math.ceil(asked.length / atOnce) }, (_, index) =>
    asked.slice(index * atOnce, (index + 1) * atOnce),
  );
  const answers = useQueries({
    queries: parts.map((part) => ({
      queryKey: ['media-links', projectId, part],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.call(linkMedia, { params: { projectId }, body: { mediaIds: part }, signal }),
      staleTime: freshMs,
      refetchInterval: freshMs,
    })),
  });
  const links = answers.flatMap(({ data }) => data?.links ?? []);
  return {
    isLoading: answers.some(({ isLoading }) => isLoading),
    error: answers.find(({ error }) => error !== null)?.error ?? null,
    find: (mediaId) => links.find((link) => link.mediaId === mediaId),
  };
}
