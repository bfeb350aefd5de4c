import type { HttpRefusal } from '#contract/refusals.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import { FileStoreAwayError } from '#server/services/file-store.ts';
import type { Services } from '#server/services/services.ts';

/** Does something with the file store; where that is away, says so to people and why to the log. */
export async function explainAway<Outcome>(
  services: Services,
  act: () => Promise<Outcome>,
): Promise<Outcome | HttpRefusal> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof FileStoreAwayError)) throw error;
    services.log.warn({ err: error.cause }, 'the file store could not be used');
    return refuse('files_away', 'The store of media files does not answer: try again in a minute.');
  }
}
