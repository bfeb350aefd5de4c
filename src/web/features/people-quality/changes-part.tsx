import { leastForAgreementDrift } from '#domain/people-quality/drift.ts';
import { say } from '#web/messages/say.ts';
import { nameChange } from '#web/ui/charts/name-change.ts';
import { Section } from '#web/ui/section.tsx';
import { alarmSentence, falseAlarmSentence, marksNear } from './finding-words.ts';
import styles from './people-quality.module.css';
import type { Alarm, ChangeMark } from './people-queries.ts';

const mostShown = 12;

/** Lasting changes, newest first, each with the versions that came at the time. */
export function ChangesPart({
  alarms,
  marks,
  people,
}: {
  readonly alarms: readonly Alarm[];
  readonly marks: readonly ChangeMark[];
  readonly people: number;
}) {
  const shown = alarms.toReversed().slice(0, mostShown);
  return (
    <Section title={say('Changes')} summary={falseAlarmSentence(people)}>
      {shown.length === 0 ? (
        <p className={styles.note}>
          {say(
            'No lasting change. It takes eight days with five judgments or more to see one across days, and of agreement {count, number} judgments that others share.',
            { count: leastForAgreementDrift },
          )}
        </p>
      ) : (
        <ul className={styles.findings}>
          {shown.map((alarm) => {
            const near = marksNear(alarm, marks);
            return (
              <li key={`${alarm.stream}${alarm.scope}${alarm.at}`}>
                {alarmSentence(alarm)}{' '}
                {near.length > 0 &&
                  say('At about that time came {versions}.', { versions: near.map(nameChange).join(', ') })}
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
