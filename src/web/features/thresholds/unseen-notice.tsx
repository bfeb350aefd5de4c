import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { noteFiringSeen } from '#contract/own-thresholds.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { sayEvidence, sayOwnDone } from './firing-words.ts';
import styles from './thresholds.module.css';
import { standingQuery } from './thresholds-queries.ts';

/** Tells somebody once, where they judge, what a rule did to their work. */
export function UnseenNotice({ projectId }: { readonly projectId: string }) {
  const client = useQueryClient();
  const { data } = useQuery(standingQuery(projectId));
  const seen = useMutation({
    mutationFn: (firingId: string) => api.call(noteFiringSeen, { params: { projectId, firingId } }),
    onSettled: () => client.invalidateQueries({ queryKey: standingQuery(projectId).queryKey }),
  });
  const firing = data?.firings.find(
    ({ steps, state }) => state !== 'reversed' && !steps.some(({ kind }) => kind === 'seen'),
  );
  if (firing === undefined || seen.isPending || seen.isError) return null;
  const close = () => seen.mutate(firing.firingId);
  return (
    <Dialog
      open
      title={firing.ruleName}
      onClose={close}
      footer={
        <Button variant="primary" onClick={close} data-autofocus>
          {say('I have read it')}
        </Button>
      }
    >
      <div className={styles.form}>
        <p>{sayOwnDone(firing)}</p>
        <p className={styles.soft}>{say('Evidence: {evidence}', { evidence: sayEvidence(firing) })}</p>
        <p>
          <Link to="/projects/$projectId/my-work" params={{ projectId }}>
            {say('Look at it and dispute it under My work')}
          </Link>
        </p>
      </div>
    </Dialog>
  );
}
