import { Link } from '@tanstack/react-router';
import { say } from '#web/messages/say.ts';
import { Section } from '#web/ui/section.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { falseAlarmSentence } from './finding-words.ts';
import { type Look, listLooks } from './list-looks.ts';
import styles from './people-quality.module.css';
import type { PersonSummary } from './people-queries.ts';

/** Who should be looked at, and why: one line each, the surest first, with where to act. */
export function FindingsPart({
  projectId,
  people,
}: {
  readonly projectId: string;
  readonly people: readonly PersonSummary[];
}) {
  const looks = listLooks(people);
  return (
    <Section
      title={say('Needs a look')}
      summary={say(
        'Only what chance would hardly do, the surest first. It says what was seen, not why: figures, base rates and items are on each page. Look there, and ask, before you conclude anything.',
      )}
    >
      {looks.length === 0 ? (
        <p className={styles.note}>{say('Nobody stands out.')}</p>
      ) : (
        <ol className={styles.findings}>
          {looks.map((look) => (
            <li key={`${look.personId}${look.sentence}`} className={styles.look}>
              <Tag>{look.about}</Tag>
              <span>
                <PersonLink projectId={projectId} {...look} /> {look.sentence}
              </span>
              <Act projectId={projectId} look={look} />
            </li>
          ))}
        </ol>
      )}
      <p className={styles.note}>{falseAlarmSentence(people.length)}</p>
    </Section>
  );
}

function PersonLink({ projectId, personId, name }: { projectId: string; personId: string; name: string }) {
  return (
    <Link to="/projects/$projectId/quality/people/$personId" params={{ projectId, personId }}>
      {name}
    </Link>
  );
}

/** The place to act: an item behind it, or the judgments that it is about. */
function Act({ projectId, look }: { readonly projectId: string; readonly look: Look }) {
  const { personId, name, itemId, from } = look;
  return itemId === null ? (
    <Link
      to="/projects/$projectId/judgments"
      params={{ projectId }}
      search={{ annotatorId: personId, ...(from !== null && { from }) }}
      aria-label={say('Judgments of {name}', { name })}
    >
      {say('Judgments')}
    </Link>
  ) : (
    <Link
      to="/projects/$projectId/items/$itemId"
      params={{ projectId, itemId }}
      aria-label={say('An item behind it, of {name}', { name })}
    >
      {say('An item')}
    </Link>
  );
}
