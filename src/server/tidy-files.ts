import { tidyUploads } from '#server/features/imports/tidy-uploads.ts';
import { tidyMedia } from '#server/features/media/tidy-media.ts';
import type { Services } from '#server/services/services.ts';

const everyMs = 3_600_000;

/** Removes files that nobody needs any more, now and once an hour; returns the way to stop. */
export function keepFilesTidy(services: Services): () => void {
  const tidy = () => {
    tidyUploads(services).catch((error: unknown) =>
      services.log.warn({ err: error }, 'old uploads could not be removed; it is tried again in an hour'),
    );
    tidyMedia(services).catch((error: unknown) =>
      services.log.warn({ err: error }, 'unused media could not be removed; it is tried again in an hour'),
    );
  };
  tidy();
  const timer = setInterval(tidy, everyMs).unref();
  return () => clearInterval(timer);
}
