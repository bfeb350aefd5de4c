import { useQuery } from '@tanstack/react-query';
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

/** The addresses with which files of a project can be shown, renewed as long as the page stands. */
export function useMediaLinks(projectId: string, mediaIds: readonly string[]): MediaLinks {
  const asked = [...new Set(mediaIds)].sort();
  const links = useQuery({
    queryKey: ['media-links', projectId, asked],
    queryFn: ({ signal }) =>
      api.call(linkMedia, { params: { projectId }, body: { mediaIds: asked }, signal }),
    enabled: asked.length > 0,
    staleTime: freshMs,
    refetchInterval: freshMs,
  });
  return {
    isLoading: links.isLoading,
    error: links.error,
    find: (mediaId) => links.data?.links.find((link) => link.mediaId === mediaId),
  };
}
