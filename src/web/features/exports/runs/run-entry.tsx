import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { cancelExport, downloadExport, type ExportRun } from '#contract/exports.ts';
import { formatDescriptions } from '#domain/exports/export-format.ts';
import { isUnderWay } from '#web/features/exports/exports-queries.ts';
import { listDrops } from '#web/features/exports/recipe/drop-words.ts';
import { say, sayKnown } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { Button, buttonClass } from '#web/ui/button.tsx';
import { errorText } from '#web/ui/error-state.tsx';
import { formatCount } from '#web/ui/format-number.ts';
import { Notice } from '#web/ui/notice.tsx';
import { ProgressLine } from '#web/ui/progress-line.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { ExportFiles } from './export-files.tsx';
import { optionsSentence, runSentence, stateTones, stateWords } from './run-words.ts';
import styles from './runs.module.css';
import { acceptRun } from './use-exports.ts';

interface RunProps {
  readonly projectId: string;
  readonly run: ExportRun;
}

function RunAct({ projectId, run }: RunProps) {
  const client = useQueryClient();
  const params = { projectId, exportId: run.id };
  const cancel = useMutation({
    mutationFn: () => api.call(cancelExport, { params }),
    onSuccess: (changed) => acceptRun(client, projectId, changed),
  });
  if (run.state === 'done' && run.files.length > 0) {
    return (
      <a className={buttonClass({ size: 'small' })} href={api.urlOf(downloadExport, { params })} download>
        <Download aria-hidden="true" />
        {say('Download all')}
      </a>
    );
  }
  if (!isUnderWay(run)) return null;
  return (
    <div className={styles.act}>
      <Button size="small" busy={cancel.isPending} onClick={() => cancel.mutate()}>
        {say('Cancel')}
      </Button>
      {cancel.error && <Notice tone="bad">{errorText(cancel.error)}</Notice>}
    </div>
  );
}

function Drops({ drops }: Pick<ExportRun, 'drops'>) {
  const lines = listDrops(drops);
  if (lines.length === 0) return null;
  return (
    <p className={styles.facts}>
      {say('Left out: {reasons}.', {
        reasons: lines.map(({ count, text }) => `${formatCount(count)} × ${text}`).join('; '),
      })}
    </p>
  );
}

/** One export: how far it is, or its files. */
export function RunEntry({ projectId, run, isFirst }: RunProps & { readonly isFirst: boolean }) {
  return (
    <li className={styles.run}>
      <div className={styles.head}>
        <div className={styles.words}>
          <h3>
            {say('{format} in {file}', {
              format: sayKnown(formatDescriptions[run.format].label),
              file: run.parquet ? 'Parquet' : 'JSONL',
            })}
          </h3>
          <p className={styles.facts}>
            {optionsSentence(run)}, {run.createdByName}, <RelativeTime at={run.createdAt} />
          </p>
        </div>
        <Tag tone={stateTones[run.state]}>{say(stateWords[run.state])}</Tag>
        <RunAct projectId={projectId} run={run} />
      </div>
      {isUnderWay(run) && <ProgressLine label={say('Export')} value={run.itemsRead} max={run.itemsTotal} />}
      <p className={styles.counts}>{runSentence(run)}</p>
      <Drops drops={run.drops} />
      {run.failure !== null && <Notice tone="bad">{run.failure}</Notice>}
      {run.state === 'done' && (
        <details open={isFirst}>
          <summary className={styles.summary}>
            {say('{files, plural, one {# file} other {# files}}', { files: run.files.length })}
          </summary>
          <ExportFiles projectId={projectId} run={run} />
        </details>
      )}
    </li>
  );
}
