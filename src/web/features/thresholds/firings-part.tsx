import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { message, say } from '#web/messages/say.ts';
import { Button, buttonClass } from '#web/ui/button.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Section } from '#web/ui/section.tsx';
import { Row } from '#web/ui/stack.tsx';
import { FiringStory } from './firing-story.tsx';
import { sayDone } from './firing-words.ts';
import styles from './thresholds.module.css';
import { type Firing, firingsQuery } from './thresholds-queries.ts';
import { useThresholdActs } from './use-threshold-acts.ts';
import { WordsDialog } from './words-dialog.tsx';

type Step = 'upheld' | 'lifted' | 'reversed';

const steps = {
  upheld: {
    act: message('Uphold'),
    title: message('Uphold it'),
    what: message('It stays as it is. The person reads your answer and cannot dispute it again.'),
  },
  lifted: {
    act: message('End it'),
    title: message('Let the person go on'),
    what: message('It was right, and it is enough: the person gets ordinary tasks again.'),
  },
  reversed: {
    act: message('Reverse'),
    title: message('Reverse it'),
    what: message(
      'Excluded judgments count again, beside replacements that were made meanwhile. A tier is given back unless it was changed since. The same judgments are not held against the person again.',
    ),
  },
} as const;

function stepsOf({ act, state, isInForce }: Firing): Step[] {
  return [
    ...(state === 'disputed' ? (['upheld'] as const) : []),
    ...((act === 'pause' || act === 'calibrate') && isInForce ? (['lifted'] as const) : []),
    ...(state === 'reversed' ? [] : (['reversed'] as const)),
  ];
}

/** Where to see what it rests on, or what it took out. */
function behind({ personId, act, isInForce, evidence }: Firing) {
  if (act === 'exclude' && isInForce) return { annotatorId: personId, excluded: 'true' };
  return { annotatorId: personId, from: evidence.from.slice(0, 10), until: evidence.to.slice(0, 10) };
}

function FiringRow({ projectId, firing }: { readonly projectId: string; readonly firing: Firing }) {
  const [asked, setAsked] = useState<Step | null>(null);
  const { answer } = useThresholdActs(projectId);
  const { firingId } = firing;
  const done = sayDone(firing);
  return (
    <li className={styles.row}>
      <FiringStory done={done} firing={firing} />
      <Row>
        <Link
          to="/projects/$projectId/judgments"
          params={{ projectId }}
          search={behind(firing)}
          className={buttonClass({ size: 'small', variant: 'quiet' })}
          aria-label={`${say('Judgments')}: ${done}`}
        >
          {say('Judgments')}
        </Link>
        {stepsOf(firing).map((step) => (
          <Button
            key={step}
            size="small"
            onClick={() => setAsked(step)}
            aria-label={`${say(steps[step].act)}: ${done}`}
          >
            {say(steps[step].act)}
          </Button>
        ))}
      </Row>
      {asked !== null && (
        <WordsDialog
          title={say(steps[asked].title)}
          what={say(steps[asked].what)}
          label={say('Your reason, which the person reads')}
          act={say(steps[asked].act)}
          isBusy={answer.isPending}
          onSend={(words) =>
            answer.mutate({ firingId, step: asked, words }, { onSuccess: () => setAsked(null) })
          }
          onClose={() => setAsked(null)}
        />
      )}
    </li>
  );
}

interface FiringsProps {
  readonly projectId: string;
  /** Left out for everybody. */
  readonly personId?: string;
  /** Nothing at all is shown where there is nothing. */
  readonly isQuiet?: boolean;
}

/** What rules did, newest first; disputes wait at the head. */
export function FiringsPart({ projectId, personId, isQuiet = false }: FiringsProps) {
  const firings = useQuery(firingsQuery(projectId, personId));
  if (isQuiet && (firings.data?.firings.length ?? 0) === 0) return null;
  return (
    <Section
      title={say('What rules did')}
      summary={say('Newest first; what somebody disputes waits at the head for an answer.')}
    >
      <Loaded from={firings} title={say('What rules did could not be loaded')}>
        {(data) =>
          data.firings.length === 0 ? (
            <p className={styles.soft}>{say('No rule has acted on anybody.')}</p>
          ) : (
            <ul className={styles.rows}>
              {data.firings
                .toSorted((a, b) => Number(b.state === 'disputed') - Number(a.state === 'disputed'))
                .map((firing) => (
                  <FiringRow key={firing.firingId} projectId={projectId} firing={firing} />
                ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}
