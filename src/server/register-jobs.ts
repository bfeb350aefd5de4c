import { runExport } from '#server/features/exports/run-export.ts';
import { removeUnfinishedExports } from '#server/features/exports/tidy-exports.ts';
import { computeGoldResults } from '#server/features/gold/compute-results.ts';
import { runImport } from '#server/features/imports/run-import.ts';
import { settleAllOverlap } from '#server/features/judging/settle-overlap.ts';
import { runQuality } from '#server/features/quality/run-quality.ts';
import { sweepAllSplits } from '#server/features/results/sweep-splits.ts';
import { sweepAll } from '#server/features/review/sweep-judgments.ts';
import { applyRules } from '#server/features/thresholds/apply-rules.ts';
import type { Services } from '#server/services/services.ts';
import { endLostReplies } from '#server/store/conversation-turn-store.ts';
import { listUnfinishedExports } from '#server/store/export-store.ts';
import { listProjectsWithoutResults } from '#server/store/gold-result-store.ts';
import { listUnfinishedImports } from '#server/store/import-store.ts';
import { listOverlapProjects } from '#server/store/overlap-store.ts';
import { listAskedQuality } from '#server/store/quality-store.ts';
import { listApplyingPlans } from '#server/store/review-plan-store.ts';

/** Connects background work to the features' actions, and sends again what a killed process left unfinished. */
export async function registerJobs(services: Services): Promise<void> {
  const { jobs, database } = services;
  await removeUnfinishedExports(services);
  // The embedded database has one server: whatever was being written when it died is written by nobody now.
  await endLostReplies(database.kysely, {
    now: services.now(),
    evenAlive: services.config.databaseUrl === null,
  });
  await jobs.work('import', (importId) => runImport(services, importId));
  await jobs.work('export', (exportId) => runExport(services, exportId));
  // Rules look at what was computed: they act right after it, in the same job, so that no kill comes between for good.
  await jobs.work('gold', async (projectId) => {
    await computeGoldResults(services, projectId);
    await applyRules(services, projectId);
  });
  await jobs.work('quality', async (projectId) => {
    await runQuality(services, projectId);
    await applyRules(services, projectId);
  });
  await jobs.work('overlap', (projectId) => settleAllOverlap(services, projectId));
  await jobs.work('splits', (projectId) => sweepAllSplits(services, projectId));
  await jobs.work('review', (projectId) => sweepAll(services, projectId));
  for (const id of await listUnfinishedImports(database.kysely))
    await jobs.send(database.kysely, 'import', id);
  for (const id of await listUnfinishedExports(database.kysely))
    await jobs.send(database.kysely, 'export', id);
  for (const id of await listProjectsWithoutResults(database.kysely))
    await jobs.send(database.kysely, 'gold', id);
  for (const id of await listAskedQuality(database.kysely)) await jobs.send(database.kysely, 'quality', id);
  for (const id of await listOverlapProjects(database.kysely))
    await jobs.send(database.kysely, 'overlap', id);
  for (const id of await listApplyingPlans(database.kysely)) await jobs.send(database.kysely, 'review', id);
}
