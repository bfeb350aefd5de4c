import type { ExportRun } from '#contract/exports.ts';
import { firstRecipe } from './recipe/recipe.ts';

export function anExport(more: Partial<ExportRun> = {}): ExportRun {
  return {
    id: '0190d1c8-0000-7000-8000-0000000000d1',
    format: 'trl-reward',
    parquet: false,
    options: firstRecipe.options,
    state: 'running',
    itemsRead: 900,
    itemsTotal: 1_300,
    rowsWritten: 850,
    ratePerSecond: null,
    files: [],
    drops: {},
    failure: null,
    createdAt: '2026-03-01T00:00:00Z',
    finishedAt: null,
    createdByName: 'Ada',
    ...more,
  };
}
