import { say } from '#web/messages/say.ts';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { sayEvidence, sayStep, stateLabels } from './firing-words.ts';
import styles from './thresholds.module.css';
import type { OwnFiring } from './thresholds-queries.ts';

const tones = {
  in_force: 'warn',
  disputed: 'warn',
  upheld: 'neutral',
  reversed: 'good',
  lifted: 'good',
  passed: 'good',
} as const;

interface StoryProps {
  /** What was done: a few words for a lead, all that holds for the person. */
  readonly done: string;
  readonly isLong?: boolean;
  readonly firing: OwnFiring;
}

/** What a rule did, on what evidence, and everything that was said about it since. */
export function FiringStory({ done, isLong = false, firing }: StoryProps) {
  const { act, state, steps, ruleName, firedAt } = firing;
  // A warning has no force that could last; raising somebody is no warning.
  const isQuiet = state === 'in_force' && (act === 'warn' || act === 'raise_tier');
  return (
    <div className={styles.story}>
      <p className={isLong ? undefined : styles.title} dir="auto">
        {done} {!isQuiet && <Tag tone={tones[state]}>{say(stateLabels[state])}</Tag>}
      </p>
      <p className={styles.soft} dir="auto">
        {ruleName}: {sayEvidence(firing)} · <RelativeTime at={firedAt} />
      </p>
      {steps.length > 0 && (
        <ul className={styles.steps}>
          {steps.map((step) => (
            <li key={step.kind}>
              {sayStep(step)} · <RelativeTime at={step.at} />
              {step.words !== '' && (
                <blockquote className={styles.quote} dir="auto">
                  {step.words}
                </blockquote>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
