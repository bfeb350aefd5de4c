import { sql } from 'kysely';
import type { Executor } from '#server/database/database.ts';

/** Notes that models came into a project; one that is known already stays as it was first noted. */
export async function noteModels(
  executor: Executor,
  noted: {
    readonly projectId: string;
    readonly names: readonly string[];
    /** 1 where a model is new; for one that people talk with, the revision of its settings. */
    readonly version: number;
    readonly at: Date;
  },
): Promise<void> {
  if (noted.names.length === 0) return;
  await sql`insert into model_changes (project_id, name, version, at)
    select ${noted.projectId}, name, ${noted.version}, ${noted.at} from unnest(${[...noted.names]}::text[]) name
    on conflict do nothing`.execute(executor);
}
