import type { HttpRefusal } from '#contract/refusals.ts';
import type { RepeatState } from '#contract/repeats.ts';
import { refuse } from '#domain/outcomes/refusal.ts';
import { canRepeat, type RepeatSettings, usualRepeats } from '#domain/queue/repeats.ts';
import type { Services } from '#server/services/services.ts';
import { findRepeats, keepRepeats } from '#server/store/repeat-store.ts';
import { findRubricVersion } from '#server/store/rubric-store.ts';

/** What comes a second time in a project; never asked for is a share of 0. */
export async function readRepeats(services: Services, projectId: string): Promise<RepeatState | HttpRefusal> {
  const { kysely } = services.database;
  const found = await findRepeats(kysely, projectId);
  if (found === undefined) return refuse('not_found', 'There is no such project.');
  const { settings, rubricVersion: version, ...counts } = found;
  const published = await findRubricVersion(kysely, { projectId, version });
  return {
    settings: settings ?? { ...usualRepeats, sharePercent: 0 },
    isPossible: published !== undefined && canRepeat(published.rubric),
    ...counts,
  };
}

export async function setRepeats(
  services: Services,
  { projectId, settings }: { projectId: string; settings: RepeatSettings },
): Promise<RepeatState | HttpRefusal> {
  await keepRepeats(services.database.kysely, { projectId, settings });
  return readRepeats(services, projectId);
}
