import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { say } from '#web/messages/say.ts';
import { errorText } from '#web/ui/error-state.tsx';
import { formatShare } from '#web/ui/format-number.ts';
import { sayResting } from './firing-words.ts';
import styles from './thresholds.module.css';
import { type Preview, previewQuery, type Rule } from './thresholds-queries.ts';

type Person = Preview['people'][number];

function PersonLine({ projectId, person }: { readonly projectId: string; readonly person: Person }) {
  const { verdict, personId, name } = person;
  const { evidence } = verdict;
  return (
    <li className={styles.person} data-fires={verdict.fires}>
      <Link to="/projects/$projectId/quality/people/$personId" params={{ projectId, personId }}>
        {name}
      </Link>
      {evidence === null ? (
        <span className={styles.soft}>{sayResting(verdict)}</span>
      ) : (
        <span className={styles.soft}>
          {evidence.low === null || evidence.high === null
            ? formatShare(evidence.value)
            : say('{value} ({low} to {high})', {
                value: formatShare(evidence.value),
                low: formatShare(evidence.low),
                high: formatShare(evidence.high),
              })}
          {', '}
          {say('{count, plural, one {# judgment} other {# judgments}}', { count: evidence.n })}
        </span>
      )}
    </li>
  );
}

interface PreviewProps {
  readonly projectId: string;
  readonly rule: Rule;
  readonly ruleId: string | null;
}

/** On whom a rule would act today, before it is switched on. */
export function PreviewPart({ projectId, rule, ruleId }: PreviewProps) {
  const preview = useQuery(previewQuery(projectId, { rule, ruleId }));
  if (preview.error)
    return (
      <p className={styles.soft} role="status">
        {errorText(preview.error)}
      </p>
    );
  if (preview.data === undefined) return <p className={styles.soft}>{say('Looking at everybody …')}</p>;
  const { people } = preview.data;
  const hit = people.filter(({ verdict }) => verdict.fires);
  return (
    <div>
      <p role="status" className={styles.verdict}>
        {people.length === 0
          ? say('Nothing was computed of anybody yet: the rule acts once there are figures on people.')
          : say(
              'Today this would act on {count, number} of {all, plural, one {# person} other {# people}}.',
              {
                count: hit.length,
                all: people.length,
              },
            )}
      </p>
      <ul className={styles.people}>
        {people.map((person) => (
          <PersonLine key={person.personId} projectId={projectId} person={person} />
        ))}
      </ul>
    </div>
  );
}
