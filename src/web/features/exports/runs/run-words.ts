import type { ExportRun } from '#contract/exports.ts';
import { countOf, formatCount } from '#web/ui/format-number.ts';

export const stateWords: Readonly<Record<ExportRun['state'], string>> = {
  waiting: 'Waiting',
  running: 'Running',
  done: 'Done',
  failed: 'Stopped by a fault',
  cancelled: 'Cancelled',
};

export const stateTones = {
  waiting: 'neutral',
  running: 'neutral',
  done: 'good',
  failed: 'bad',
  cancelled: 'warn',
} as const satisfies Record<ExportRun['state'], string>;

/** "1,204 rows from 1,300 items" and, while it runs, how fast. */
export function runSentence(run: ExportRun): string {
  const rows = countOf(run.rowsWritten, 'row');
  if (run.state === 'done') return `${rows} from ${countOf(run.itemsTotal, 'item')}.`;
  const read = `${formatCount(run.itemsRead)} of ${countOf(run.itemsTotal, 'item')} read, ${rows} written`;
  const isRunning = run.state === 'running' && run.ratePerSecond !== null;
  return isRunning ? `${read}; ${formatCount(run.ratePerSecond ?? 0)} items a second.` : `${read}.`;
}

/** The choices behind an export that differ from file to file, in a few words. */
export function optionsSentence({ options, format }: ExportRun): string {
  const { validationPercent, testPercent, minJudgments, minAgreement } = options;
  const split = `split ${100 - validationPercent - testPercent} / ${validationPercent} / ${testPercent}`;
  if (format === 'annotations') return split;
  const parts = [split];
  if (minJudgments > 1) parts.push(`at least ${minJudgments} judgments`);
  if (minAgreement > 0) parts.push(`majority of ${Math.round(minAgreement * 100)} %`);
  if (options.ties !== 'drop') parts.push(options.ties === 'separate' ? 'ties apart' : 'ties both ways');
  if (format === 'trl-reward')
    parts.push(options.margin === 'none' ? 'no margin' : `${options.margin} margin`);
  if (options.includeModelNames) parts.push('model names');
  return parts.join(', ');
}
