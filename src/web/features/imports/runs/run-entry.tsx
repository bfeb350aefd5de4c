import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { cancelImport, type ImportRun, resumeImport } from '#contract/imports.ts';
import { importFormatTexts } from '#domain/imports/format.ts';
import { isUnderWay } from '#web/features/imports/imports-queries.ts';
import { say, sayKnown } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { Button } from '#web/ui/button.tsx';
import { errorText } from '#web/ui/error-state.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { ProgressLine } from '#web/ui/progress-line.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { RunGold } from './run-gold.tsx';
import { RunRejections } from './run-rejections.tsx';
import { countsSentence, paceSentence, stateTones, stateWords } from './run-words.ts';
import styles from './runs.module.css';
import { acceptRun } from './use-imports.ts';

interface RunProps {
  readonly projectId: string;
  readonly run: ImportRun;
}

function RunAct({ projectId, run }: RunProps) {
  const client = useQueryClient();
  const params = { projectId, importId: run.id };
  const isRunning = isUnderWay(run);
  const turn = useMutation({
    mutationFn: () => api.call(isRunning ? cancelImport : resumeImport, { params }),
    onSuccess: (changed) => acceptRun(client, projectId, changed),
  });
  if (run.state === 'done') return null;
  return (
    <div className={styles.act}>
      <Button size="small" busy={turn.isPending} onClick={() => turn.mutate()}>
        {isRunning ? say('Cancel') : say('Go on')}
      </Button>
      {turn.error && <Notice tone="bad">{errorText(turn.error)}</Notice>}
    </div>
  );
}

/** One import: how far it is or what came of it. */
export function RunEntry({ projectId, run }: RunProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <li className={styles.run}>
      <div className={styles.head}>
        <div className={styles.words}>
          <h3>{run.fileName}</h3>
          <p className={styles.facts}>
            {sayKnown(importFormatTexts[run.format].label)}, {run.createdByName},{' '}
            <RelativeTime at={run.createdAt} />
          </p>
        </div>
        <Tag tone={stateTones[run.state]}>{say(stateWords[run.state])}</Tag>
        <RunAct projectId={projectId} run={run} />
      </div>
      {run.state !== 'done' && (
        <ProgressLine
          label={say('Import of {fileName}', { fileName: run.fileName })}
          value={run.bytesRead}
          max={run.bytesTotal}
        />
      )}
      <p className={styles.counts}>
        {countsSentence(run)}
        {isUnderWay(run) && `; ${paceSentence(run)}`}.
      </p>
      {run.failure !== null && <Notice tone="bad">{run.failure}</Notice>}
      {run.rejected > 0 && (
        <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
          <summary className={styles.summary}>
            {say('{rejected, plural, one {# rejected row} other {# rejected rows}}', {
              rejected: run.rejected,
            })}
          </summary>
          {isOpen && <RunRejections projectId={projectId} run={run} />}
        </details>
      )}
      {run.verdicts > 0 && !isUnderWay(run) && <RunGold projectId={projectId} run={run} />}
    </li>
  );
}
