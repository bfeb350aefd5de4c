import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useReducer, useRef } from 'react';
import type { AnswerDesk } from '#web/features/review/answer-desk-props.ts';
import { ownReviewQuery, rubricQuery } from '#web/features/review/review-queries.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { useShortcuts } from '#web/ui/shortcuts.ts';
import { usePageTitle } from '#web/ui/use-page-title.ts';
import { DisputeDialog } from './dispute-dialog.tsx';
import styles from './returned.module.css';
import { Said } from './said.tsx';
import { useOwnReview } from './use-own-review.ts';

interface RedoProps {
  readonly AnswerDesk: AnswerDesk;
}

interface RedoState {
  readonly isDisputing: boolean;
  readonly shown: 'own' | 'corrected';
}

/** A judgment that came back, with the reviewer's words above it: to be redone, disputed, or looked at. */
export function RedoScreen({ AnswerDesk }: RedoProps) {
  const { projectId, reviewId } = useParams({ from: '/shell/projects/$projectId/returned/$reviewId' });
  const navigate = useNavigate();
  const back = () => void navigate({ to: '/projects/$projectId/returned', params: { projectId } });
  const review = useQuery(ownReviewQuery(projectId, reviewId));
  const version = review.data?.rubricVersion ?? 0;
  const rubric = useQuery({ ...rubricQuery(projectId, version), enabled: version > 0 });
  const startedAt = useRef(performance.now());
  const [state, change] = useReducer(
    (before: RedoState, part: Partial<RedoState>): RedoState => ({ ...before, ...part }),
    { isDisputing: false, shown: 'own' },
  );
  const own = useOwnReview(projectId, reviewId, back);
  const mayDispute = review.data?.mayDispute ?? false;
  usePageTitle(say('What reviewers said'));
  useShortcuts([
    {
      // D shows the difference of two responses, here too.
      keys: 'O',
      label: say('Dispute'),
      group: say('Returned work'),
      run: () => mayDispute && change({ isDisputing: true }),
    },
  ]);
  return (
    <div className={styles.screen}>
      <h1 className="visually-hidden">{say('What reviewers said')}</h1>
      <Loaded from={review} lines={10} title={say('This could not be loaded')}>
        {(data) =>
          rubric.data && (
            <>
              <Said review={data} rubric={rubric.data.rubric} />
              <div className={styles.desk}>
                <AnswerDesk
                  task={{ ...data, key: `${reviewId}/${state.shown}`, rubric: rubric.data.rubric }}
                  projectId={projectId}
                  answers={state.shown === 'corrected' && data.corrected ? data.corrected : data.answers}
                  isLooking={!data.mayRedo}
                  message={
                    data.corrected && (
                      <Segmented
                        label={say('Whose answers')}
                        value={state.shown}
                        options={[
                          { value: 'own', label: say('Your answers') },
                          { value: 'corrected', label: say('Corrected') },
                        ]}
                        onChange={(shown) => change({ shown })}
                      />
                    )
                  }
                  acts={(send) => (
                    <>
                      <Button variant="quiet" keyHint="Escape" onClick={back}>
                        {say('Back')}
                      </Button>
                      {data.mayDispute && (
                        <Button keyHint="O" onClick={() => change({ isDisputing: true })}>
                          {say('Dispute')}
                        </Button>
                      )}
                      {data.mayRedo && (
                        <Button variant="primary" keyHint="Enter" busy={own.redo.isPending} onClick={send}>
                          {say('Send again')}
                        </Button>
                      )}
                    </>
                  )}
                  onLeave={back}
                  onSend={(answers) => {
                    const activeMs = Math.min(86_400_000, Math.round(performance.now() - startedAt.current));
                    if (data.mayRedo) own.redo.mutate({ answers, activeMs });
                  }}
                />
              </div>
            </>
          )
        }
      </Loaded>
      {state.isDisputing && (
        <DisputeDialog
          isSending={own.dispute.isPending}
          onClose={() => change({ isDisputing: false })}
          onDispute={(words) => own.dispute.mutate(words)}
        />
      )}
    </div>
  );
}
