import { Link } from '@tanstack/react-router';
import { say } from '#web/messages/say.ts';
import { Section } from '#web/ui/section.tsx';
import { attentionSentence, falseAlarmSentence } from './finding-words.ts';
import styles from './people-quality.module.css';
import type { PersonSummary } from './people-queries.ts';

/** Who should be looked at, and why: one line each with its evidence. */
export function FindingsPart({
  projectId,
  people,
}: {
  readonly projectId: string;
  readonly people: readonly PersonSummary[];
}) {
  const found = people.flatMap(({ personId, name, attention }) =>
    attention.map((one) => ({ personId, name, sentence: attentionSentence(one) })),
  );
  return (
    <Section
      title={say('Needs a look')}
      summary={say(
        'Only what chance would hardly do: a whole interval below the others, a lasting change, a leaning that would not come up by chance among all people.',
      )}
    >
      {found.length === 0 ? (
        <p className={styles.note}>{say('Nobody stands out.')}</p>
      ) : (
        <ul className={styles.findings}>
          {found.map(({ personId, name, sentence }) => (
            <li key={`${personId}${sentence}`}>
              <Link to="/projects/$projectId/quality/people/$personId" params={{ projectId, personId }}>
                {name}
              </Link>{' '}
              {sentence}
            </li>
          ))}
        </ul>
      )}
      <p className={styles.note}>{falseAlarmSentence(people.length)}</p>
    </Section>
  );
}
