import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { computeQuality, type qualityState } from '#contract/quality.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import styles from './quality.module.css';
import { qualityQuery } from './quality-query.ts';

type State = z.infer<typeof qualityState>;

function wordsFor({ kept, newerJudgments, isComputing }: State): string | undefined {
  if (kept === null) return say('The first report is being computed. It appears here by itself.');
  if (isComputing)
    return say(
      '{newer, plural, =0 {The report is being computed anew.} one {# newer judgment is being counted in.} other {# newer judgments are being counted in.}} The figures below stay until it is there.',
      { newer: newerJudgments },
    );
  if (newerJudgments > 0)
    return say(
      '{newer, plural, one {# judgment is newer than this report.} other {# judgments are newer than this report.}} It is computed anew at times, or now.',
      { newer: newerJudgments },
    );
  return undefined;
}

/** What the report does not know yet, and the way to have it computed. */
export function NewsLine({ projectId, state }: { readonly projectId: string; readonly state: State }) {
  const client = useQueryClient();
  const compute = useMutation({
    mutationFn: () => api.call(computeQuality, { params: { projectId } }),
    onSuccess: (next) => client.setQueryData(qualityQuery(projectId).queryKey, next),
  });
  const words = wordsFor(state);
  if (words === undefined) return null;
  const button = !state.isComputing && (
    <Button size="small" busy={compute.isPending} onClick={() => compute.mutate()}>
      {say('Compute now')}
    </Button>
  );
  return (
    <div className={styles.news}>
      <Notice action={button}>{words}</Notice>
    </div>
  );
}
