import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { disputeFiring } from '#contract/own-thresholds.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { Button } from '#web/ui/button.tsx';
import { errorText } from '#web/ui/error-state.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Section } from '#web/ui/section.tsx';
import { showToast } from '#web/ui/toast.tsx';
import { FiringStory } from './firing-story.tsx';
import { sayOwnDone } from './firing-words.ts';
import styles from './thresholds.module.css';
import { type OwnFiring, type OwnStanding, standingQuery } from './thresholds-queries.ts';
import { WordsDialog } from './words-dialog.tsx';

const mayDispute = ({ state, steps, act }: OwnFiring) =>
  act !== 'raise_tier' && state !== 'reversed' && !steps.some(({ kind }) => kind === 'disputed');

function OwnFiringRow({ projectId, firing }: { readonly projectId: string; readonly firing: OwnFiring }) {
  const [isAsking, setIsAsking] = useState(false);
  const client = useQueryClient();
  const dispute = useMutation({
    mutationFn: (words: string) =>
      api.call(disputeFiring, { params: { projectId, firingId: firing.firingId }, body: { words } }),
    onError: (error) => showToast(errorText(error), { tone: 'bad' }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: standingQuery(projectId).queryKey });
      setIsAsking(false);
      showToast(say('Sent. A lead looks at it and answers here.'));
    },
  });
  return (
    <li className={styles.row}>
      <FiringStory done={sayOwnDone(firing)} isLong firing={firing} />
      {mayDispute(firing) && (
        <Button size="small" onClick={() => setIsAsking(true)}>
          {say('Dispute')}
        </Button>
      )}
      {isAsking && (
        <WordsDialog
          title={say('Dispute this')}
          what={say('A lead reads what you write, looks at the evidence again, and upholds or reverses it.')}
          label={say('Why it is wrong')}
          act={say('Send')}
          isBusy={dispute.isPending}
          onSend={(words) => dispute.mutate(words)}
          onClose={() => setIsAsking(false)}
        />
      )}
    </li>
  );
}

function Blocked({ standing }: { readonly standing: OwnStanding }) {
  const { blockedBy, calibration } = standing;
  if (blockedBy === 'pause')
    return (
      <Notice tone="warn">{say('You get no new tasks in this project for now. Why, stands below.')}</Notice>
    );
  if (blockedBy === null || calibration === null) return null;
  return (
    <Notice tone="warn">
      {say(
        'Known answers first: {passed, number} of your last {judged, number} were met; it takes {passes, number} of {tasks, number}.',
        calibration,
      )}
    </Notice>
  );
}

/** What rules did to one's own work, with the evidence, and a way to say that it is wrong; nothing where nothing was. */
export function OwnStandingPart({ projectId }: { readonly projectId: string }) {
  const { data } = useQuery(standingQuery(projectId));
  if (data === undefined || data.firings.length === 0) return null;
  return (
    <Section
      title={say('What the project’s rules did')}
      summary={say(
        'You and the leads see this. If something is wrong, dispute it: a lead answers, and everything can be reversed.',
      )}
    >
      <Blocked standing={data} />
      <ul className={styles.rows}>
        {data.firings.map((firing) => (
          <OwnFiringRow key={firing.firingId} projectId={projectId} firing={firing} />
        ))}
      </ul>
    </Section>
  );
}
