import type { SectionChange } from '#domain/guidelines/diff-sections.ts';
import { message, say } from '#web/messages/say.ts';
import { Tag } from '#web/ui/tag.tsx';
import { diffLines, foldSame } from './diff-lines.ts';
import styles from './section-diff.module.css';

const tones = {
  added: 'good',
  removed: 'bad',
  changed: 'neutral',
  renamed: 'neutral',
  unchanged: 'neutral',
} as const;
const words = {
  added: message('added'),
  removed: message('removed'),
  changed: message('changed'),
  renamed: message('renamed'),
} as const;
const signs = { same: ' ', added: '+', removed: '−' } as const;

/** What changed, section by section, with the lines that were taken out and put in. */
export function SectionDiff({ changes }: { readonly changes: readonly SectionChange[] }) {
  const shown = changes.filter(({ kind }) => kind !== 'unchanged');
  const same = changes.length - shown.length;
  return (
    <div className={styles.diff}>
      {shown.map((change) => (
        <details
          key={`${change.kind}-${change.after?.anchor ?? change.before?.anchor}`}
          open={shown.length < 6}
        >
          <summary>
            <strong>{change.after?.heading || change.before?.heading || say('Start')}</strong>
            {change.kind !== 'unchanged' && <Tag tone={tones[change.kind]}>{say(words[change.kind])}</Tag>}
            {change.kind === 'renamed' && (
              <span className={styles.was}>
                {say('was “{heading}”', { heading: change.before?.heading ?? '' })}
              </span>
            )}
          </summary>
          <Lines before={change.before?.body ?? ''} after={change.after?.body ?? ''} />
        </details>
      ))}
      {same > 0 && (
        <p className={styles.was}>
          {say('{same, plural, one {# section is} other {# sections are}} the same.', { same })}
        </p>
      )}
    </div>
  );
}

function Lines({ before, after }: { readonly before: string; readonly after: string }) {
  const lines = foldSame(diffLines(before, after));
  if (lines.every((line) => line === null)) return null;
  return (
    <div className={styles.lines}>
      {lines.map((line, index) =>
        line === null ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own
          <div key={index} className={styles.fold}>
            ⋯
          </div>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own
          <div key={index} className={styles.line} data-kind={line.kind}>
            <span aria-hidden="true">{signs[line.kind]}</span>
            <span>
              {line.kind !== 'same' && <span className="visually-hidden">{say(words[line.kind])}: </span>}
              {line.text || ' '}
            </span>
          </div>
        ),
      )}
    </div>
  );
}
