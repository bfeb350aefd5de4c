import { Check, Circle, TriangleAlert } from 'lucide-react';
import { countWords } from '#domain/text/count-words.ts';
import type { WritingFinding } from '#domain/writing/check-writing.ts';
import { say } from '#web/messages/say.ts';
import styles from './writing-pane.module.css';

interface WritingRulesProps {
  readonly findings: readonly WritingFinding[];
  /** Nothing is written yet, so that nothing is wrong yet. */
  readonly isEmpty: boolean;
  readonly text: string;
}

/** Each rule with whether the text keeps to it, and what to change. */
export function WritingRules({ findings, isEmpty, text }: WritingRulesProps) {
  return (
    <ul className={styles.rules} aria-label={say('Rules')}>
      {findings.map(({ label, isMet, message }) => {
        const standing = isEmpty ? 'open' : isMet ? 'met' : 'broken';
        const Icon = { open: Circle, met: Check, broken: TriangleAlert }[standing];
        return (
          <li key={label} data-standing={standing}>
            <Icon aria-hidden="true" />
            <span>
              {label}
              {standing === 'broken' && <em> {message}</em>}
            </span>
          </li>
        );
      })}
      <li className={styles.count}>
        {say('{count, plural, one {# word} other {# words}}', { count: countWords(text) })}
      </li>
    </ul>
  );
}
